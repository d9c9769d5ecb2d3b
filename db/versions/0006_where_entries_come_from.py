"""From where an entry of the journal was made: the screens, or a command beside them."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATEMENTS = ("ALTER TABLE journal_entry ADD COLUMN made_in TEXT", "PRAGMA user_version = 6")


def upgrade() -> None:
    """Add the column; of the entries so far it is not known."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: a backup is made before each revision."""
    raise NotImplementedError

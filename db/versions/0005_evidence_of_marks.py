"""What proves a mark: a file, or where the paper lies in the archive."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = ("ALTER TABLE mark ADD COLUMN evidence TEXT", "PRAGMA user_version = 5")


def upgrade() -> None:
    """Add the column; no mark so far has any evidence."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: a backup is made before each revision."""
    raise NotImplementedError

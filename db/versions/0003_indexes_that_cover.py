"""Indexes that hold all that is asked of them: the outline of the plans, and which tasks a unit holds in which role.

With them neither a first screen nor a query looks at the long rows of the tables themselves.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    "DROP INDEX IF EXISTS ix_task_plan",
    "CREATE INDEX ix_task_plan ON task (plan_id, position, kind, parent_id, holder_id)",
    "DROP INDEX IF EXISTS ix_assignment_unit",
    "CREATE INDEX ix_assignment_unit ON assignment (unit_id, role, origin, task_id)",
    "PRAGMA user_version = 3",
)


def upgrade() -> None:
    """Make the two indexes anew."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: a backup is made before each revision."""
    raise NotImplementedError

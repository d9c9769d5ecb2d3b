"""What units reported for a figure, and what went out: duty sheets and meeting packs.

A reported value belongs to its figure, and a figure has one a day. What was issued names its plan and its unit by
number without referring to them: it is a record of what went out, and an undo of an import must not hang on it.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
CREATE TABLE reported (
  id INTEGER NOT NULL,
  target_id INTEGER NOT NULL,
  value REAL NOT NULL,
  on_day TEXT NOT NULL,
  note TEXT,
  evidence TEXT,
  CONSTRAINT pk_reported PRIMARY KEY (id),
  CONSTRAINT uq_reported_target UNIQUE (target_id, on_day),
  CONSTRAINT fk_reported_target FOREIGN KEY (target_id) REFERENCES target (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE issued (
  id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  plan_id INTEGER NOT NULL,
  unit_id INTEGER,
  on_day TEXT NOT NULL,
  entry_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  CONSTRAINT pk_issued PRIMARY KEY (id),
  CONSTRAINT ck_issued_kind CHECK (kind IN ('duty_sheet', 'pack'))
)
""",
    "CREATE INDEX ix_issued_plan ON issued (plan_id, kind, unit_id)",
    "PRAGMA user_version = 4",
)


def upgrade() -> None:
    """Add the two tables, empty."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement.strip())


def downgrade() -> None:
    """There is no way back: a backup is made before each revision."""
    raise NotImplementedError

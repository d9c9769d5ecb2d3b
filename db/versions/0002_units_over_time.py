"""Units over time, rulings, and what a person has settled.

A succession says who holds a unit's duties from a day on (or, for an alias, always); a membership who stands behind a
collective unit, and when. An assignment tells by which document and when it was ruled. A task keeps the path at which
its edition says it, so that it is found again after a person has moved it. A problem that was settled stays settled.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE unit ADD COLUMN function TEXT",
    "ALTER TABLE unit ADD COLUMN contact TEXT",
    "ALTER TABLE assignment ADD COLUMN ruled_by TEXT",
    "ALTER TABLE assignment ADD COLUMN ruled_on TEXT",
    "ALTER TABLE task ADD COLUMN said_path TEXT",
    "ALTER TABLE problem ADD COLUMN settled_on TEXT",
    "ALTER TABLE problem ADD COLUMN settled_note TEXT",
    """
CREATE TABLE succession (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  from_id INTEGER NOT NULL,
  to_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  on_date TEXT,
  task_id INTEGER,
  ruled_by TEXT,
  CONSTRAINT pk_succession PRIMARY KEY (id),
  CONSTRAINT fk_succession_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_from FOREIGN KEY (from_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_to FOREIGN KEY (to_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_succession_task FOREIGN KEY (task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ck_succession_kind CHECK (kind IN ('alias', 'rename', 'merge', 'split'))
)
""",
    """
CREATE TABLE membership (
  id INTEGER NOT NULL,
  plan_id INTEGER NOT NULL,
  collective_id INTEGER NOT NULL,
  member_id INTEGER NOT NULL,
  since_on TEXT,
  until_on TEXT,
  CONSTRAINT pk_membership PRIMARY KEY (id),
  CONSTRAINT fk_membership_plan FOREIGN KEY (plan_id) REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_collective FOREIGN KEY (collective_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_membership_member FOREIGN KEY (member_id) REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_succession_plan ON succession (plan_id)",
    "CREATE INDEX ix_membership_plan ON membership (plan_id)",
    "UPDATE task SET said_path = path",
    "PRAGMA user_version = 2",
)


def upgrade() -> None:
    """Add the columns and the two tables; every task so far stands where its edition says it."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement.strip())


def downgrade() -> None:
    """There is no way back: a backup is made before each revision."""
    raise NotImplementedError

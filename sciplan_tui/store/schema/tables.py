"""The tables as SQLModel declares them: the typed description, held equal to `db/schema.sql` by a test.

Importing this costs half a second, so nothing on the way to a first frame, a list or an import does. A `table=True`
model does not validate: what a person types is checked before it comes here, and by the CHECK constraints.
Here are the tables of the plans; those of what was done stand in `record_tables`, and are imported with these.
"""

from __future__ import annotations

from sqlalchemy import REAL, Index, UniqueConstraint
from sqlmodel import Field

from sciplan_tui.core.plan import Comparator, Kind, Origin, Role, Status
from sciplan_tui.core.unit.registry import CLASSES
from sciplan_tui.core.unit.succession import SUCCESSIONS
from sciplan_tui.store.schema import record_tables as record_tables
from sciplan_tui.store.schema.declaring import Row, one_of, optional_text, refers, row_key, text_column


class Plan(Row, table=True):
    """A plan document in force."""

    __tablename__ = "plan"
    __table_args__ = (row_key("plan"), UniqueConstraint("key", name="uq_plan_key"))
    key: str = text_column()
    title: str = text_column()
    region: str | None = optional_text()
    issuer: str | None = optional_text()
    document_number: str | None = optional_text()
    issued_on: str | None = optional_text()
    period_start: int | None
    period_end: int | None


class Edition(Row, table=True):
    """What one imported file said, with its raw text."""

    __tablename__ = "edition"
    __table_args__ = (row_key("edition"), refers("edition", "plan_id", "plan"), Index("ix_edition_plan", "plan_id"))
    plan_id: int
    number: int
    name: str = text_column()
    sha256: str = text_column()
    format: str = text_column()
    encoding: str | None = optional_text()
    imported_at: str = text_column()
    raw: str = text_column()
    said: str = text_column()


class Task(Row, table=True):
    """A node of the outline."""

    __tablename__ = "task"
    __table_args__ = (
        row_key("task"),
        refers("task", "plan_id", "plan"),
        refers("task", "parent_id", "task"),
        refers("task", "holder_id", "task"),
        one_of("task", "kind", Kind),
        Index("ix_task_plan", "plan_id", "position", "kind", "parent_id", "holder_id"),
        Index("ix_task_parent", "parent_id"),
        Index("ix_task_holder", "holder_id"),
    )
    plan_id: int
    parent_id: int | None
    holder_id: int | None
    position: int
    path: str = text_column()
    number: str | None = optional_text()
    title: str = text_column()
    kind: str = text_column()
    line: int | None
    line_end: int | None
    inferred: int
    open_list: int
    deadline: str | None = optional_text()
    text: str = text_column()
    search: str = text_column()
    said_path: str | None = optional_text()


class Unit(Row, table=True):
    """A body that holds duties, of one plan."""

    __tablename__ = "unit"
    __table_args__ = (
        row_key("unit"),
        UniqueConstraint("plan_id", "name", name="uq_unit_name"),
        refers("unit", "plan_id", "plan"),
        one_of("unit", "class", CLASSES),
    )
    plan_id: int
    name: str = text_column()
    short: str = text_column()
    unit_class: str = text_column("class")
    collective: int
    position: int
    search: str = text_column()
    function: str | None = optional_text()
    contact: str | None = optional_text()


class Assignment(Row, table=True):
    """A unit's role in a task."""

    __tablename__ = "assignment"
    __table_args__ = (
        row_key("assignment"),
        refers("assignment", "task_id", "task"),
        refers("assignment", "unit_id", "unit"),
        one_of("assignment", "role", Role, quick=True),
        one_of("assignment", "origin", Origin, quick=True),
        Index("ix_assignment_task", "task_id"),
        Index("ix_assignment_unit", "unit_id", "role", "origin", "task_id"),
    )
    task_id: int
    unit_id: int
    role: str = text_column()
    origin: str = text_column()
    printed: str = text_column()
    position: int
    reason: str | None = optional_text()
    line: int | None
    quote: str | None = optional_text()
    ruled_by: str | None = optional_text()
    ruled_on: str | None = optional_text()


class Target(Row, table=True):
    """A figure that can be checked."""

    __tablename__ = "target"
    __table_args__ = (
        row_key("target"),
        refers("target", "task_id", "task"),
        one_of("target", "comparator", Comparator),
        Index("ix_target_task", "task_id"),
    )
    task_id: int
    position: int
    indicator: str = text_column()
    comparator: str = text_column()
    value: float = Field(sa_type=REAL)
    value_max: float | None = Field(default=None, sa_type=REAL)
    unit: str = text_column()
    frequency: str | None = optional_text()
    deadline: str | None = optional_text()
    aspirational: int
    region: str | None = optional_text()
    line: int | None
    quote: str | None = optional_text()


class Reported(Row, table=True):
    """What was reported for a figure on a day."""

    __tablename__ = "reported"
    __table_args__ = (
        row_key("reported"),
        UniqueConstraint("target_id", "on_day", name="uq_reported_target"),
        refers("reported", "target_id", "target"),
    )
    target_id: int
    value: float = Field(sa_type=REAL)
    on_day: str = text_column()
    note: str | None = optional_text()
    evidence: str | None = optional_text()


class Milestone(Row, table=True):
    """A dated or recurring review or event."""

    __tablename__ = "milestone"
    __table_args__ = (
        row_key("milestone"),
        UniqueConstraint("plan_id", "key", name="uq_milestone_key"),
        refers("milestone", "plan_id", "plan"),
        refers("milestone", "task_id", "task"),
        one_of("milestone", "origin", ("printed", "ruled")),
    )
    plan_id: int
    task_id: int | None
    position: int
    key: str = text_column()
    kind: str = text_column()
    label: str = text_column()
    start_on: str | None = optional_text()
    end_on: str | None = optional_text()
    precision: str | None = optional_text()
    line: int | None
    origin: str = text_column()


class Mark(Row, table=True):
    """The state of one task at one milestone."""

    __tablename__ = "mark"
    __table_args__ = (
        row_key("mark"),
        UniqueConstraint("task_id", "milestone_id", name="uq_mark_task"),
        refers("mark", "task_id", "task"),
        refers("mark", "milestone_id", "milestone"),
        one_of("mark", "status", Status),
        Index("ix_mark_milestone", "milestone_id", "status"),
    )
    task_id: int
    milestone_id: int
    status: str = text_column()
    on_date: str | None = optional_text()
    note: str | None = optional_text()
    evidence: str | None = optional_text()


class Succession(Row, table=True):
    """Who holds a unit's duties (all of them, or one task's) from a day on; an alias holds on every day."""

    __tablename__ = "succession"
    __table_args__ = (
        row_key("succession"),
        refers("succession", "plan_id", "plan"),
        refers("succession", "from_id", "unit"),
        refers("succession", "to_id", "unit"),
        refers("succession", "task_id", "task"),
        one_of("succession", "kind", SUCCESSIONS),
        Index("ix_succession_plan", "plan_id"),
    )
    plan_id: int
    from_id: int
    to_id: int
    kind: str = text_column()
    on_date: str | None = optional_text()
    task_id: int | None
    ruled_by: str | None = optional_text()


class Membership(Row, table=True):
    """A unit that stands behind a collective one, from a day on and up to a day (both included; None: open)."""

    __tablename__ = "membership"
    __table_args__ = (
        row_key("membership"),
        refers("membership", "plan_id", "plan"),
        refers("membership", "collective_id", "unit"),
        refers("membership", "member_id", "unit"),
        Index("ix_membership_plan", "plan_id"),
    )
    plan_id: int
    collective_id: int
    member_id: int
    since_on: str | None = optional_text()
    until_on: str | None = optional_text()


class Problem(Row, table=True):
    """Something a person should look at; `details` is a JSON object."""

    __tablename__ = "problem"
    __table_args__ = (
        row_key("problem"),
        refers("problem", "edition_id", "edition"),
        Index("ix_problem_edition", "edition_id"),
    )
    edition_id: int
    position: int
    code: str = text_column()
    line: int | None
    details: str = text_column()
    settled_on: str | None = optional_text()
    settled_note: str | None = optional_text()

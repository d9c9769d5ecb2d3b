"""The tables as SQLModel declares them: the typed description, held equal to `db/schema.sql` by a test.

Importing this costs half a second, so nothing on the way to a first frame, a list or an import does. A `table=True`
model does not validate: what a person types is checked before it comes here, and by the CHECK constraints.
One file because the schema is one description, compared as a whole.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import REAL, CheckConstraint, ForeignKeyConstraint, Index, PrimaryKeyConstraint, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from sciplan_tui.core.plan import Comparator, Kind, Origin, Role, Status
from sciplan_tui.core.registry import CLASSES
from sciplan_tui.core.succession import SUCCESSIONS


class Row(SQLModel):
    """Every row has a number, given by the program."""

    id: int = Field(nullable=False)


def _text(name: str | None = None) -> Any:
    return Field(sa_type=Text, sa_column_kwargs={"name": name} if name else {})


def _optional() -> Any:
    return Field(default=None, sa_type=Text)


def _key(table: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint("id", name=f"pk_{table}")


def _refers(table: str, column: str, to: str) -> ForeignKeyConstraint:
    name = f"fk_{table}_{column.removesuffix('_id')}"
    return ForeignKeyConstraint([column], [f"{to}.id"], name=name, deferrable=True, initially="DEFERRED")


def _one_of(
    table: str, column: str, values: type[StrEnum] | tuple[str, ...], *, quick: bool = False
) -> CheckConstraint:
    """A list for IN is built anew for every row: on the one table that may grow to a million, `quick` writes it out."""
    quoted = [f"'{value}'" for value in values]
    rule = " OR ".join(f"{column} = {one}" for one in quoted) if quick else f"{column} IN ({', '.join(quoted)})"
    return CheckConstraint(rule, name=f"ck_{table}_{column}")


class Plan(Row, table=True):
    """A plan document in force."""

    __tablename__ = "plan"
    __table_args__ = (_key("plan"), UniqueConstraint("key", name="uq_plan_key"))
    key: str = _text()
    title: str = _text()
    region: str | None = _optional()
    issuer: str | None = _optional()
    document_number: str | None = _optional()
    issued_on: str | None = _optional()
    period_start: int | None
    period_end: int | None


class Edition(Row, table=True):
    """What one imported file said, with its raw text."""

    __tablename__ = "edition"
    __table_args__ = (_key("edition"), _refers("edition", "plan_id", "plan"), Index("ix_edition_plan", "plan_id"))
    plan_id: int
    number: int
    name: str = _text()
    sha256: str = _text()
    format: str = _text()
    encoding: str | None = _optional()
    imported_at: str = _text()
    raw: str = _text()
    said: str = _text()


class Task(Row, table=True):
    """A node of the outline."""

    __tablename__ = "task"
    __table_args__ = (
        _key("task"),
        _refers("task", "plan_id", "plan"),
        _refers("task", "parent_id", "task"),
        _refers("task", "holder_id", "task"),
        _one_of("task", "kind", Kind),
        Index("ix_task_plan", "plan_id", "position", "kind", "parent_id", "holder_id"),
        Index("ix_task_parent", "parent_id"),
        Index("ix_task_holder", "holder_id"),
    )
    plan_id: int
    parent_id: int | None
    holder_id: int | None
    position: int
    path: str = _text()
    number: str | None = _optional()
    title: str = _text()
    kind: str = _text()
    line: int | None
    line_end: int | None
    inferred: int
    open_list: int
    deadline: str | None = _optional()
    text: str = _text()
    search: str = _text()
    said_path: str | None = _optional()


class Unit(Row, table=True):
    """A body that holds duties, of one plan."""

    __tablename__ = "unit"
    __table_args__ = (
        _key("unit"),
        UniqueConstraint("plan_id", "name", name="uq_unit_name"),
        _refers("unit", "plan_id", "plan"),
        _one_of("unit", "class", CLASSES),
    )
    plan_id: int
    name: str = _text()
    short: str = _text()
    unit_class: str = _text("class")
    collective: int
    position: int
    search: str = _text()
    function: str | None = _optional()
    contact: str | None = _optional()


class Assignment(Row, table=True):
    """A unit's role in a task."""

    __tablename__ = "assignment"
    __table_args__ = (
        _key("assignment"),
        _refers("assignment", "task_id", "task"),
        _refers("assignment", "unit_id", "unit"),
        _one_of("assignment", "role", Role, quick=True),
        _one_of("assignment", "origin", Origin, quick=True),
        Index("ix_assignment_task", "task_id"),
        Index("ix_assignment_unit", "unit_id", "role", "origin", "task_id"),
    )
    task_id: int
    unit_id: int
    role: str = _text()
    origin: str = _text()
    printed: str = _text()
    position: int
    reason: str | None = _optional()
    line: int | None
    quote: str | None = _optional()
    ruled_by: str | None = _optional()
    ruled_on: str | None = _optional()


class Target(Row, table=True):
    """A figure that can be checked."""

    __tablename__ = "target"
    __table_args__ = (
        _key("target"),
        _refers("target", "task_id", "task"),
        _one_of("target", "comparator", Comparator),
        Index("ix_target_task", "task_id"),
    )
    task_id: int
    position: int
    indicator: str = _text()
    comparator: str = _text()
    value: float = Field(sa_type=REAL)
    value_max: float | None = Field(default=None, sa_type=REAL)
    unit: str = _text()
    frequency: str | None = _optional()
    deadline: str | None = _optional()
    aspirational: int
    region: str | None = _optional()
    line: int | None
    quote: str | None = _optional()


class Milestone(Row, table=True):
    """A dated or recurring review or event."""

    __tablename__ = "milestone"
    __table_args__ = (
        _key("milestone"),
        UniqueConstraint("plan_id", "key", name="uq_milestone_key"),
        _refers("milestone", "plan_id", "plan"),
        _refers("milestone", "task_id", "task"),
        _one_of("milestone", "origin", ("printed", "ruled")),
    )
    plan_id: int
    task_id: int | None
    position: int
    key: str = _text()
    kind: str = _text()
    label: str = _text()
    start_on: str | None = _optional()
    end_on: str | None = _optional()
    precision: str | None = _optional()
    line: int | None
    origin: str = _text()


class Mark(Row, table=True):
    """The state of one task at one milestone."""

    __tablename__ = "mark"
    __table_args__ = (
        _key("mark"),
        UniqueConstraint("task_id", "milestone_id", name="uq_mark_task"),
        _refers("mark", "task_id", "task"),
        _refers("mark", "milestone_id", "milestone"),
        _one_of("mark", "status", Status),
        Index("ix_mark_milestone", "milestone_id", "status"),
    )
    task_id: int
    milestone_id: int
    status: str = _text()
    on_date: str | None = _optional()
    note: str | None = _optional()


class Succession(Row, table=True):
    """Who holds a unit's duties (all of them, or one task's) from a day on; an alias holds on every day."""

    __tablename__ = "succession"
    __table_args__ = (
        _key("succession"),
        _refers("succession", "plan_id", "plan"),
        _refers("succession", "from_id", "unit"),
        _refers("succession", "to_id", "unit"),
        _refers("succession", "task_id", "task"),
        _one_of("succession", "kind", SUCCESSIONS),
        Index("ix_succession_plan", "plan_id"),
    )
    plan_id: int
    from_id: int
    to_id: int
    kind: str = _text()
    on_date: str | None = _optional()
    task_id: int | None
    ruled_by: str | None = _optional()


class Membership(Row, table=True):
    """A unit that stands behind a collective one, from a day on and up to a day (both included; None: open)."""

    __tablename__ = "membership"
    __table_args__ = (
        _key("membership"),
        _refers("membership", "plan_id", "plan"),
        _refers("membership", "collective_id", "unit"),
        _refers("membership", "member_id", "unit"),
        Index("ix_membership_plan", "plan_id"),
    )
    plan_id: int
    collective_id: int
    member_id: int
    since_on: str | None = _optional()
    until_on: str | None = _optional()


class Problem(Row, table=True):
    """Something a person should look at; `details` is a JSON object."""

    __tablename__ = "problem"
    __table_args__ = (
        _key("problem"),
        _refers("problem", "edition_id", "edition"),
        Index("ix_problem_edition", "edition_id"),
    )
    edition_id: int
    position: int
    code: str = _text()
    line: int | None
    details: str = _text()
    settled_on: str | None = _optional()
    settled_note: str | None = _optional()


class JournalEntry(Row, table=True):
    """One user's gesture."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        _key("journal_entry"),
        _refers("journal_entry", "undoes", "journal_entry"),
        _refers("journal_entry", "undone_by", "journal_entry"),
    )
    at: str = _text()
    kind: str = _text()
    summary: str = _text()
    undoes: int | None
    undone_by: int | None


class JournalChange(Row, table=True):
    """One row's change, old and new as JSON."""

    __tablename__ = "journal_change"
    __table_args__ = (
        _key("journal_change"),
        ForeignKeyConstraint(
            ["entry_id"],
            ["journal_entry.id"],
            name="fk_journal_change_entry",
            deferrable=True,
            initially="DEFERRED",
        ),
        Index("ix_journal_change_entry", "entry_id"),
        Index("ix_journal_change_row", "table_name", "row_id"),
    )
    entry_id: int
    position: int
    table_name: str = _text()
    row_id: int
    old: str | None = _optional()
    new: str | None = _optional()

"""The plan as it was read: frozen facts, each with the line that proves it.

These are the shapes of the contract `sciplan-plan/1`. Dates are ISO strings (`2021-12-30`), lines count from 1 in the
file as stored, a fact that is not in the document is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a unit is to a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


class Origin(StrEnum):
    """Where an assignment comes from: the plan, a later ruling, or a proposal of the program."""

    PRINTED = "printed"
    RULED = "ruled"
    PROPOSED = "proposed"


class Kind(StrEnum):
    """What a node of the outline is."""

    PART = "part"
    GOAL = "goal"
    ACTION = "action"
    PROJECT = "project"
    TASK_GROUP = "task_group"
    TASK = "task"
    SAFEGUARD = "safeguard"
    PHASE = "phase"
    PRINCIPLE_GROUP = "principle_group"
    PRINCIPLE = "principle"
    PREFACE = "preface"


COUNTED_KINDS = frozenset({Kind.ACTION, Kind.PROJECT, Kind.TASK_GROUP, Kind.TASK})
"""The kinds that a count of 任务 means; the rest is outline."""


class Comparator(StrEnum):
    """How a figure is to be compared with what was reached."""

    GT = ">"
    GE = ">="
    EQ = "="
    LE = "<="
    LT = "<"
    RANGE = "range"


class MilestoneKind(StrEnum):
    """What happens at a milestone."""

    MIDTERM_REVIEW = "midterm_review"
    FINAL_EVALUATION = "final_evaluation"
    PHASE = "phase"
    PERIODIC_REVIEW = "periodic_review"
    UPPER_LEVEL_REVIEW = "upper_level_review"
    MONITORING = "monitoring"
    ANNUAL_PLAN = "annual_plan"
    ANNUAL_EVENT = "annual_event"
    CAMPAIGNS = "campaigns"
    COMMENDATION = "commendation"
    DOWNSTREAM_PLAN = "downstream_plan"


class Precision(StrEnum):
    """How precisely a milestone's date is printed."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


MARK_COLUMN_KINDS = frozenset({MilestoneKind.MIDTERM_REVIEW, MilestoneKind.FINAL_EVALUATION})
"""Dated milestones of these kinds have a column of marks in the matrix."""


class Frequency(StrEnum):
    """How often a figure is to be reached."""

    ANNUAL = "annual"
    SEMIANNUAL = "semiannual"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"


class Status(StrEnum):
    """The state of one task at one milestone."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ONGOING = "ongoing"
    BLOCKED = "blocked"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read."""

    name: str
    sha256: str
    format: str
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """A unit's role in a task, as printed there (never inherited). `order` is its place in the role's list, from 1."""

    unit: str
    printed: str
    role: Role
    order: int
    origin: Origin = Origin.PRINTED
    line: int | None = None
    quote: str | None = None


REASONS = ("first_listed", "prose_duty")
"""Why the program proposes an assignment: the first of an undivided list, a duty in running text."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An assignment the program suggests; `reason` is one of REASONS."""

    unit: str
    role: Role
    reason: str
    line: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A node of the outline, at its unique path. `text` is its own wording, cleaned, without that of its children."""

    path: str
    parent: str | None
    number: str | None
    title: str
    kind: Kind
    line: int | None = None
    line_end: int | None = None
    inferred: bool = False
    open_list: bool = False
    deadline: str | None = None
    text: str = ""
    assignments: tuple[Assignment, ...] = ()
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that can be checked. `value_max` closes a range."""

    path: str
    indicator: str
    comparator: Comparator
    value: float
    unit: str
    value_max: float | None = None
    frequency: Frequency | None = None
    deadline: str | None = None
    aspirational: bool = False
    region: str | None = None
    line: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated or recurring review or event. `key` is unique in its plan; `precision` is one of Precision."""

    key: str
    path: str | None
    kind: MilestoneKind
    label: str
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the reader was not sure of. `code` names its sentence (`problem.<code>`), `details` fill the gaps."""

    code: str
    line: int | None = None
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class UnitCount:
    """A unit as the plan names it, and how many printed assignments it has in each role."""

    name: str
    collective: bool
    lead: int
    responsible: int
    support: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in a document of pages or tables, counted from 1; None is unknown or not so."""

    page: int | None = None
    table: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedPlan:
    """Everything one document says, in document order."""

    source: Source
    title: str
    document_number: str | None = None
    issuer: str | None = None
    region: str | None = None
    issued_on: str | None = None
    period_start: int | None = None
    period_end: int | None = None
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    units: tuple[UnitCount, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    places: Mapping[int, Place] = field(default_factory=dict, compare=False)
    """The places of lines, where the file tells them: a fact of reading, not of the plan."""

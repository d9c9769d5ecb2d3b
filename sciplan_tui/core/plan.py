"""The plan as it was read: frozen facts, each with the line that proves it.

These are the shapes of the contract `sciplan-plan/1`. Dates are ISO strings (`2021-12-30`), lines count from 1 in the
file as stored, a fact that is not in the document is None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sciplan_tui.core.kinds import (
    COUNTED_KINDS as COUNTED_KINDS,
)
from sciplan_tui.core.kinds import (
    MARK_COLUMN_KINDS as MARK_COLUMN_KINDS,
)
from sciplan_tui.core.kinds import (
    Comparator as Comparator,
)
from sciplan_tui.core.kinds import (
    Frequency as Frequency,
)
from sciplan_tui.core.kinds import (
    Kind as Kind,
)
from sciplan_tui.core.kinds import (
    MilestoneKind as MilestoneKind,
)
from sciplan_tui.core.kinds import (
    Origin as Origin,
)
from sciplan_tui.core.kinds import (
    Precision as Precision,
)
from sciplan_tui.core.kinds import (
    Role as Role,
)
from sciplan_tui.core.kinds import (
    Status as Status,
)


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


LISTED = "\n"
"""Between several words in one detail of a Problem."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the reader was not sure of. `code` names its sentence (`problem.<code>`), `details` fill the gaps.

    Of several words in one detail each is a line (`LISTED`), so that every language lists them in its own way.
    """

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

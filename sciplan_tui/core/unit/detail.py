"""Everything that is known of one unit on a day: its names over time, who stands behind it, what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sciplan_tui.core.detail.task import Step
from sciplan_tui.core.journal import Entry
from sciplan_tui.core.matrix import MarkCell, MarkColumn, PlanHead
from sciplan_tui.core.plan import Origin, Role, Target
from sciplan_tui.core.progress.reported import Report
from sciplan_tui.core.unit.record import Member, PrintedName, Succeeded


@dataclass(frozen=True, slots=True)
class DutyBelow:
    """A task that inherits a duty from the task above that prints it; its marks by milestone."""

    task_id: int
    path: str
    title: str
    marks: Mapping[int, MarkCell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitDuty:
    """A task that prints a unit, with the unit's role in it; `inheriting` counts the tasks `below` that inherit it.

    `through`: the collective that is printed, where the unit holds the duty only as a member of it. `part`: the node of
    the outline that the task stands below in the end, None where it is one itself. `marks`: by milestone, where there
    is a state or a light. `reason` says why it is proposed; `ruled_by` and `ruled_on` by what it was ruled, and when.
    """

    task_id: int
    path: str
    title: str
    role: Role
    origin: Origin
    printed: str
    line: int | None
    inheriting: int
    through: str | None = None
    part: Step | None = None
    marks: Mapping[int, MarkCell] = field(default_factory=dict)
    below: tuple[DutyBelow, ...] = ()
    reason: str | None = None
    ruled_by: str | None = None
    ruled_on: str | None = None

    @property
    def tasks(self) -> Iterator[UnitDuty | DutyBelow]:
        """The task itself, and those that inherit it."""
        yield self
        yield from self.below


class HeldTask(NamedTuple):
    """A task at which a unit itself holds something, and its roles there."""

    task_id: int
    path: str
    title: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """A figure promised in a task that the unit holds, or inherits, the marks of that task, and the newest reported."""

    task_id: int
    target: Target
    marks: Mapping[int, MarkCell] = field(default_factory=dict)
    reported: Report | None = None


@dataclass(frozen=True, slots=True)
class UnitChange:
    """An entry of the journal that touched the unit, or its duties at the tasks `paths`."""

    entry: Entry
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitDetail:
    """One unit of one plan in full on a day: its names and what it holds, in document order, what is held through a
    collective last. `function` is as its name tells where no person has said it; `names` are those of the units whose
    heir it is, and its own as printed; `steps` lead to it and away from it; `collectives` are those that it belongs to.

    `milestones` are those that have a column of marks; `changes` the newest first, and only so many: the history has
    the earlier ones (`changes_left_out`).
    """

    unit_id: int
    plan: PlanHead
    name: str
    short: str
    unit_class: str
    collective: bool
    printed: tuple[str, ...]
    duties: tuple[UnitDuty, ...]
    function: str | None = None
    contact: str | None = None
    heir: str | None = None
    names: tuple[PrintedName, ...] = ()
    steps: tuple[Succeeded, ...] = ()
    members: tuple[Member, ...] = ()
    collectives: tuple[str, ...] = ()
    milestones: tuple[MarkColumn, ...] = ()
    figures: tuple[UnitFigure, ...] = ()
    changes: tuple[UnitChange, ...] = ()
    changes_left_out: bool = False

"""The matrix of tasks and units as a person looks at it: what is there (Frame, Window) of what a ViewSpec asks for.

A Frame is the light skeleton of one view: its columns, and its rows as ids in order. The cells of the rows on screen
are fetched as a Window, so that a country's plans open as fast as one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sciplan_tui.core.kinds import Kind, Origin, Role, Status
from sciplan_tui.core.view.spec import ViewSpec


class UnitColumn(NamedTuple):
    """A unit's column. `unit_class` is its class in protocol order (`party`, `government` …).

    `fold` is `+` where a collective has members, `-` where they stand behind it; `within`: the collective that this one
    stands behind, among its class.
    """

    unit_id: int
    plan_id: int
    name: str
    short: str
    unit_class: str
    collective: bool
    fold: str = ""
    within: int | None = None


@dataclass(frozen=True, slots=True)
class MarkColumn:
    """A milestone's column of marks."""

    milestone_id: int
    plan_id: int
    key: str
    label: str
    end: str | None


class RowRef(NamedTuple):
    """A row of the view. `matched`: `printed` (the first count), `inherited` (the second) or `context` (an ancestor).

    `counted` False: a node of the outline, shown but no 任务. `parent`: the view has rows below it; `folded`: they are
    hidden; `below`: how many 任务 they are, and `hidden`, where they are hidden, how many rows. A named tuple, since a
    frame may hold 100,000 of them.
    """

    task_id: int
    plan_id: int
    depth: int
    matched: str
    counted: bool = True
    below: int = 0
    folded: bool = False
    parent: bool = False
    hidden: int = 0


class RoleCounts(NamedTuple):
    """In how many tasks a unit has each role, and in how many it has any, by what the cells show; proposals are not
    counted."""

    lead: int
    responsible: int
    support: int
    held: int


class Counts(NamedTuple):
    """How much a view shows: tasks whose own print matches, those and the ones that inherit, units, and the wholes.

    Tasks are the kinds that count as 任务; parts, goals, safeguards and the like are rows, but are not counted.
    """

    tasks: int
    tasks_with_inherited: int
    units: int
    all_tasks: int
    all_units: int


@dataclass(frozen=True, slots=True)
class PlanHead:
    """A plan on screen. `names_units` False: it prints no assignment, and the screen says so."""

    plan_id: int
    key: str
    title: str
    region: str | None
    period_start: int | None
    period_end: int | None
    names_units: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The skeleton of one view; columns are grouped by plan and never joined by name, as are rows.

    `all_plans` are the keys of all plans that could be looked at, in order; `folded`: how many rows hide others.
    """

    spec: ViewSpec
    plans: tuple[PlanHead, ...]
    rows: Sequence[RowRef]
    units: tuple[UnitColumn, ...]
    marks: tuple[MarkColumn, ...]
    counts: Counts
    all_plans: tuple[str, ...] = ()
    folded: int = 0

    @property
    def one_plan(self) -> str | None:
        """The key of the plan that is looked at: asked for, or left alone by the filter; None where several are."""
        alone = len(self.plans) == 1 and (self.spec.plan or len(self.all_plans) > 1)
        return self.plans[0].key if alone else self.spec.plan

    def of_plan(self, plan: PlanHead) -> Frame:
        """What of it belongs to one plan; counts and what is folded are those of the whole."""
        own = plan.plan_id
        rows = [row for row in self.rows if row.plan_id == own]
        units = tuple(unit for unit in self.units if unit.plan_id == own)
        marks = tuple(mark for mark in self.marks if mark.plan_id == own)
        return replace(self, plans=(plan,), rows=rows, units=units, marks=marks)


class Cell(NamedTuple):
    """One unit's role in one task; `inherited` from the ancestor that prints it, or from the collective it belongs to.

    `ruled_by` and `ruled_on`: by which document or person it was ruled, and when, where it was.
    """

    role: Role
    inherited: bool = False
    origin: Origin = Origin.PRINTED
    ruled_by: str | None = None
    ruled_on: str | None = None


@dataclass(frozen=True, slots=True)
class MarkCell:
    """One task's mark at one milestone: its state, or None, and a light (`late`, `near` or None).

    `on`, `note` and `evidence`: the day the state was noted, what was noted with it, and where the proof lies; a mark
    is the same mark whatever they say.
    `due`: the day on which the task is due there, where it is another than that of other tasks.
    """

    status: Status | None
    light: str | None = None
    on: str | None = field(default=None, compare=False)
    note: str | None = field(default=None, compare=False)
    evidence: str | None = field(default=None, compare=False)
    due: str | None = field(default=None, compare=False)


class MatrixRow(NamedTuple):
    """One row with its cells: by unit id (a unit may hold two roles in one task) and by milestone id."""

    task_id: int
    path: str
    number: str | None
    title: str
    kind: Kind
    line: int | None
    open_list: bool
    holder_path: str | None
    cells: Mapping[int, tuple[Cell, ...]]
    marks: Mapping[int, MarkCell]

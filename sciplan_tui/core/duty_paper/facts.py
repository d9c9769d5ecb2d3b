"""What a duty sheet is made of: a unit on a day, and what its plan says of the tasks that it holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sciplan_tui.core.detail.task import HeldUnit
from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.open_list import open_roles
from sciplan_tui.core.plan import COUNTED_KINDS, Kind, Origin, Role, Target
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.unit.detail import UnitDetail, UnitDuty


class Where(NamedTuple):
    """A place in the document: a line, a page where the file tells it, an edition where it is not the newest."""

    line: int | None = None
    page: int | None = None
    edition: int | None = None


class PaperTask(NamedTuple):
    """A task as a duty sheet tells it. `holder_id`: the node that prints who holds it."""

    path: str
    title: str
    kind: Kind
    deadline: str | None
    holder_id: int | None

    @property
    def counted(self) -> bool:
        """Whether it is a 任务; the rest is outline, listed and not counted."""
        return self.kind in COUNTED_KINDS


class Naming(NamedTuple):
    """A unit in the statement of a task, and where the sentence stands."""

    held: HeldUnit
    where: Where


class Reported(NamedTuple):
    """What was reported for a figure on a day."""

    on: str
    value: float
    note: str | None


class PaperFigure(NamedTuple):
    """A figure promised in a task, and what was reported for it, oldest first."""

    task_id: int
    target: Target
    where: Where
    reported: tuple[Reported, ...]


class Ahead(NamedTuple):
    """A milestone of the plan: `due` is its last day (ISO), None where no date is printed."""

    milestone_id: int
    key: str
    kind: str
    label: str
    start: str | None
    due: str | None
    path: str | None
    where: Where


class Noted(NamedTuple):
    """The day of a mark, what was noted with it, and where the proof lies."""

    on: str | None
    note: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the duty sheets of all units of a plan have in common, read once. `tasks` are in document order;
    `statements`: by task what it prints of who holds it; `open_lists`: whose lists end in 等.
    """

    document_number: str | None
    tasks: Mapping[int, PaperTask]
    statements: Mapping[int, tuple[Naming, ...]]
    open_lists: frozenset[int]
    figures: tuple[PaperFigure, ...]
    milestones: tuple[Ahead, ...]
    noted: Mapping[tuple[int, int], Noted]


class Share(NamedTuple):
    """What a unit holds itself, or (`through`) as a member of a collective; `name` is what a query calls the holder."""

    name: str
    through: str | None
    duties: tuple[UnitDuty, ...]

    def of(self, role: Role | None) -> Iterator[UnitDuty]:
        """Those of one role; None: of all roles."""
        return (duty for duty in self.duties if role is None or duty.role is role)


@dataclass(frozen=True)
class DutyPaper:
    """The duty sheet of one unit before it is a table. `on`: the day printed on it; `as_of`: on which day it is asked
    who holds what; `state`: what is said of the state of the data; `moved`: what changed since `since`, the day of the
    last sheet.
    """

    unit: UnitDetail
    facts: PlanFacts
    on: datetime.date
    as_of: datetime.date
    state: str
    proposed: bool = False
    moved: Sheet | None = None
    since: str | None = None

    @cached_property
    def settled(self) -> tuple[UnitDuty, ...]:
        """What it holds by the plan or a ruling."""
        return tuple(duty for duty in self.unit.duties if duty.origin is not Origin.PROPOSED)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """What it holds itself, then what it holds through each collective; none that is empty."""
        names = dict.fromkeys([None, *(duty.through for duty in self.settled)])
        shares = (
            Share(through or self.unit.name, through, tuple(duty for duty in self.settled if duty.through == through))
            for through in names
        )
        return tuple(share for share in shares if share.duties)

    @cached_property
    def marks(self) -> Mapping[int, Mapping[int, MarkCell]]:
        """The tasks that it holds or inherits, with their marks by milestone, where there is a state or a light."""
        return {one.task_id: one.marks for duty in self.settled for one in duty.tasks}

    def counted(self, share: Share, role: Role | None) -> dict[int, PaperTask]:
        """The 任务 that a share holds or inherits in a role (None: in any), each once, in document order."""
        held = {one.task_id for duty in share.of(role) for one in duty.tasks}
        return {number: task for number, task in self.facts.tasks.items() if number in held and task.counted}

    def namings(self, task_id: int) -> tuple[Naming, ...]:
        """Who holds a task, as itself or the node that it inherits from says."""
        return self.facts.statements.get(self.facts.tasks[task_id].holder_id or task_id, ())

    def names(self, task_id: int, role: Role) -> tuple[str, ...]:
        """The units that hold a task in a role, each once."""
        return tuple(dict.fromkeys(one.held.name for one in self.namings(task_id) if one.held.role is role))

    def open_roles(self, task_id: int) -> frozenset[Role]:
        """The roles whose list of units ends in 等."""
        holder = self.facts.tasks[task_id].holder_id or task_id
        return open_roles([one.held for one in self.namings(task_id)], holder in self.facts.open_lists)

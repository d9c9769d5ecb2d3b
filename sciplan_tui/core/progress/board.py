"""How far the tasks of a view are at the milestones of their plans: one milestone by state, by lead, and all by date.

`Progress` is what was read, once; a board, the counts of leads and the timeline are made of it without reading again,
so that going from one milestone to the next costs nothing.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import MilestoneKind, Status
from sciplan_tui.core.progress.status import LATE, SETTLED, due_at, light
from sciplan_tui.core.view.spec import ViewSpec

UNMARKED = "unmarked"
STATES: tuple[str, ...] = (UNMARKED, *map(str, Status))
"""The states of a task at a milestone, as they stand on the board from the left."""
COLUMNS = (*STATES, LATE)
"""The columns of a board. The late stand among their state too: the last column tells how many of all they are."""


class PlanMilestone(NamedTuple):
    """A milestone of one plan. `due`: its last day (ISO) or None; `presses`: a dated review or evaluation, so that a
    task may be late for it; `line` is its place in the source."""

    milestone_id: int
    plan_id: int
    key: str
    kind: str
    label: str
    due: str | None
    presses: bool
    line: int | None = None


class BoardTask(NamedTuple):
    """A task of the view; `leads` are the units that lead it, printed there or inherited, in their order; `deadline` as
    the plan prints it, a day or words."""

    task_id: int
    plan_id: int
    path: str
    title: str
    leads: tuple[int, ...] = ()
    deadline: str | None = None


class Mark(NamedTuple):
    """What a person noted of a task at a milestone: the state, since when, in what words, and where the proof lies."""

    status: Status
    on: str | None = None
    note: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What stands behind a view on a day: its tasks, the milestones of its plans, and the marks, by milestone and task.

    `units`: name and short form of each unit of these plans.
    """

    spec: ViewSpec
    today: datetime.date
    plans: tuple[PlanHead, ...]
    milestones: tuple[PlanMilestone, ...]
    tasks: tuple[BoardTask, ...]
    marks: Mapping[int, Mapping[int, Mark]]
    units: Mapping[int, tuple[str, str]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The milestones that have a board of their own, earliest first: those that press, or are marked at."""
        dated = sorted(self.milestones, key=_by_date)
        return tuple(dict.fromkeys(m.key for m in dated if m.presses or self.marks.get(m.milestone_id)))

    @property
    def nearest(self) -> str | None:
        """The one that is nearest to the day, before or after it."""
        days = {m.key: abs(days_until(m.due, self.today)) for m in reversed(self.milestones) if m.due}
        return min(self.keys, key=lambda key: days.get(key, 10**6), default=None)


class Card(NamedTuple):
    """A task on the board: its state (one of STATES) at `milestone`, and its light there."""

    task: BoardTask
    milestone: PlanMilestone
    state: str
    light: str | None
    mark: Mark | None

    @property
    def due(self) -> str | None:
        """The last day of the milestone, or of the task, where each has one of its own."""
        return due_at(self.milestone.kind, self.milestone.due, self.task.deadline)


class Group(NamedTuple):
    """The cards of one column whose tasks are led by the same units; `leads` empty: no lead is printed."""

    leads: tuple[int, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """One milestone, of one plan or of all plans that have it; `without`: how many tasks are of plans that lack it."""

    key: str
    milestones: tuple[PlanMilestone, ...]
    cards: tuple[Card, ...]
    without: int

    def column(self, name: str) -> tuple[Card, ...]:
        """The cards of one of COLUMNS, in document order."""
        if name == LATE:
            return tuple([card for card in self.cards if card.light == LATE])
        return tuple([card for card in self.cards if card.state == name])

    def counts(self) -> Counter[str]:
        """How many stand in each of COLUMNS."""
        return _counted(self.cards)


class LeadCounts(NamedTuple):
    """How far one lead's tasks are: counts by COLUMNS; a task of two leads counts for both. None: no lead printed.

    `plan_id`: the plan whose unit it is, since two regions may call theirs the same.
    """

    unit_id: int | None
    total: int
    counts: Mapping[str, int]
    plan_id: int | None = None


class Moment(NamedTuple):
    """A milestone on the timeline. `days` until its last day, below zero when it is past; None: it has no date."""

    milestone: PlanMilestone
    days: int | None
    total: int
    counts: Mapping[str, int]

    @property
    def tells(self) -> bool:
        """Whether progress is kept at it: it presses, or something is marked there."""
        return self.milestone.presses or any(self.counts.get(state) for state in Status)


def settled(counts: Mapping[str, int]) -> int:
    """How many tasks no date presses any more: done, ongoing, not applicable."""
    return sum(counts.get(state, 0) for state in SETTLED)


def board(progress: Progress, key: str) -> Board:
    """The board of the milestone `key`, in all plans of the view that have it."""
    milestones = {m.plan_id: m for m in progress.milestones if m.key == key}
    cards = tuple(_cards(progress, milestones))
    return Board(key, tuple(milestones.values()), cards, len(progress.tasks) - len(cards))


def grouped(cards: Iterable[Card]) -> tuple[Group, ...]:
    """Cards by who leads them, in the order in which the leads first stand; those without a lead last."""
    groups: dict[tuple[int, ...], list[Card]] = {}
    for card in cards:
        groups.setdefault(card.task.leads, []).append(card)
    unled = groups.pop((), None)
    if unled:
        groups[()] = unled
    return tuple(Group(leads, tuple(some)) for leads, some in groups.items())


def by_lead(made: Board) -> tuple[LeadCounts, ...]:
    """The counts of each unit that leads, whoever leads most first; what has no lead last."""
    held: dict[int | None, list[Card]] = {}
    for card in made.cards:
        for unit in card.task.leads or (None,):
            held.setdefault(unit, []).append(card)
    leads = [
        LeadCounts(unit, len(cards), _counted(cards), cards[0].task.plan_id if unit is not None else None)
        for unit, cards in held.items()
    ]
    return tuple(sorted(leads, key=lambda lead: (lead.unit_id is None, -lead.total)))


def timeline(progress: Progress) -> tuple[Moment, ...]:
    """All milestones by their last day, those without a date last."""
    tasks: dict[int, list[BoardTask]] = {plan.plan_id: [] for plan in progress.plans}
    for task in progress.tasks:
        tasks[task.plan_id].append(task)
    return tuple(_moment(progress, m, tasks[m.plan_id]) for m in sorted(progress.milestones, key=_by_date))


def _moment(progress: Progress, milestone: PlanMilestone, tasks: Sequence[BoardTask]) -> Moment:
    days = days_until(milestone.due, progress.today) if milestone.due else None
    marks, lit = progress.marks.get(milestone.milestone_id, {}), Lights(milestone, progress.today)
    states = ((task, str(mark.status) if (mark := marks.get(task.task_id)) else UNMARKED) for task in tasks)
    found = Counter((state, lit.of(task)[state]) for task, state in states)
    counts: Counter[str] = Counter()
    if milestone.presses or any(state != UNMARKED for state, _ in found):
        counts.update(dict.fromkeys((UNMARKED, LATE), 0))
        for (state, light_), count in found.items():
            counts.update({state: count, LATE: count if light_ == LATE else 0})
    return Moment(milestone, days, len(tasks), counts)


def lights(milestone: PlanMilestone, today: datetime.date, deadline: str | None = None) -> dict[str, str | None]:
    """The light of each state at a milestone, for a task with this deadline of its own."""
    due = due_at(milestone.kind, milestone.due, deadline) if milestone.presses else None
    return {state: light(None if state == UNMARKED else Status(state), due, today) for state in STATES}


class Lights:
    """The lights of a milestone, worked out once for all tasks that are due there on one day."""

    def __init__(self, milestone: PlanMilestone, today: datetime.date) -> None:
        self._milestone, self._today = milestone, today
        self._known: dict[str | None, dict[str, str | None]] = {}

    def of(self, task: BoardTask) -> Mapping[str, str | None]:
        """The light of each state, for this task."""
        deadline = task.deadline if self._milestone.kind == MilestoneKind.DEADLINE else None
        if deadline not in self._known:
            self._known[deadline] = lights(self._milestone, self._today, deadline)
        return self._known[deadline]


def _cards(progress: Progress, milestones: Mapping[int, PlanMilestone]) -> Iterator[Card]:
    """The tasks of the plans that have the milestone."""
    for plan_id, tasks in groupby(progress.tasks, key=lambda task: task.plan_id):
        if (milestone := milestones.get(plan_id)) is None:
            continue
        lit_by, marks = Lights(milestone, progress.today), progress.marks.get(milestone.milestone_id, {})
        for task in tasks:
            lit = lit_by.of(task)
            if mark := marks.get(task.task_id):
                yield Card(task, milestone, mark.status, lit[mark.status], mark)
            else:
                yield Card(task, milestone, UNMARKED, lit[UNMARKED], None)


def _counted(cards: Iterable[Card]) -> Counter[str]:
    found = Counter[str]()
    for (state, lit), count in Counter((card.state, card.light) for card in cards).items():
        found[str(state)] += count
        if lit == LATE:
            found[LATE] += count
    return found


def _by_date(milestone: PlanMilestone) -> tuple[str, str]:
    return milestone.due or "9999", milestone.key


def days_until(due: str, today: datetime.date) -> int:
    """Days from `today` to an ISO date, below zero when it is past."""
    return (datetime.date.fromisoformat(due) - today).days

"""One milestone of a view: its tasks by state, by who leads them, and how many they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sciplan_tui.core.progress.facts import UNMARKED, BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.progress.led_by import behind
from sciplan_tui.core.progress.lights import Lights
from sciplan_tui.core.progress.status import LATE, SETTLED, due_at


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
    """The cards of one column whose tasks are led by the same units, as `BoardTask.led_by` tells them."""

    leads: tuple[int | None, ...]
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
    """How far one lead's tasks are: counts by COLUMNS; a task of two leads counts for both. `unit_id` may be
    LED_BELOW, or None: no lead printed.

    `plan_id`: the plan whose unit it is, since two regions may call theirs the same.
    """

    unit_id: int | None
    total: int
    counts: Mapping[str, int]
    plan_id: int | None = None


def settled(counts: Mapping[str, int]) -> int:
    """How many tasks no date presses any more: done, ongoing, not applicable."""
    return sum(counts.get(state, 0) for state in SETTLED)


def board(progress: Progress, key: str) -> Board:
    """The board of the milestone `key`, in all plans of the view that have it."""
    milestones = {m.plan_id: m for m in progress.milestones if m.key == key}
    cards = tuple(_cards(progress, milestones))
    return Board(key, tuple(milestones.values()), cards, len(progress.tasks) - len(cards))


def grouped(cards: Iterable[Card]) -> tuple[Group, ...]:
    """Cards by who leads them, in the order in which the leads first stand; those without a lead of their own last."""
    groups: dict[tuple[int | None, ...], list[Card]] = {}
    for card in cards:
        groups.setdefault(card.task.led_by, []).append(card)
    ordered = sorted(groups, key=lambda leads: behind(leads[0]))
    return tuple(Group(leads, tuple(groups[leads])) for leads in ordered)


def by_lead(made: Board) -> tuple[LeadCounts, ...]:
    """The counts of each unit that leads, whoever leads most first; what has no lead last."""
    held: dict[int | None, list[Card]] = {}
    for card in made.cards:
        for unit in card.task.led_by:
            held.setdefault(unit, []).append(card)
    leads = [
        LeadCounts(unit, len(cards), _counted(cards), cards[0].task.plan_id if unit else None)
        for unit, cards in held.items()
    ]
    return tuple(sorted(leads, key=lambda lead: (behind(lead.unit_id), -lead.total)))


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

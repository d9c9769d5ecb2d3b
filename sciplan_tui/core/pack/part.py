"""What a meeting's pack is made of, for one plan at one milestone: facts that were read, and the queries that find
them again.

Every count of the pack is of 任务, and its query says so (`kind:counted`); the term of its column is added to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sciplan_tui.core.detail.doubt import Doubt, Proposed
from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import MilestoneKind, Role, Status
from sciplan_tui.core.progress.actions import Node
from sciplan_tui.core.progress.board import Board, Card, board
from sciplan_tui.core.progress.counting import Overview
from sciplan_tui.core.progress.facts import UNMARKED, PlanMilestone, days_until
from sciplan_tui.core.progress.lights import lights
from sciplan_tui.core.progress.queries import counting, marked
from sciplan_tui.core.progress.status import SETTLED
from sciplan_tui.core.query.tokens import exactly
from sciplan_tui.core.sentence.day import day_words
from sciplan_tui.locale import say

_HERE = "\x00"
OPEN = (UNMARKED, *(str(status) for status in Status if status not in SETTLED))
"""The states in which a task is still owed at a milestone; past its day all of them are late."""


class Statement(NamedTuple):
    """A unit in a statement of duties: its role, and the line at which the source says so."""

    unit_id: int
    role: Role
    line: int | None


@dataclass(frozen=True)
class PackPart:
    """One plan at one of its milestones, on a day, as far as `query` shows it.

    `statements`: by the node that prints them; `collectives_of`: those that a unit belongs to; `units`: those of the
    plan in protocol order; `doubts`: the open ones; `proposed`: the leads that the program proposes, where they are
    asked for.
    """

    plan: PlanHead
    milestone: PlanMilestone
    query: str
    overview: Overview
    nodes: Mapping[int, Node]
    statements: Mapping[int, Sequence[Statement]]
    units: tuple[int, ...]
    collectives_of: Mapping[int, frozenset[int]]
    doubts: tuple[Doubt, ...]
    proposed: tuple[Proposed, ...] = ()

    @cached_property
    def board(self) -> Board:
        """The tasks by their states at the milestone."""
        return board(self.overview.progress, self.milestone.key)

    @cached_property
    def open_cards(self) -> tuple[Card, ...]:
        """The tasks that are still owed."""
        return tuple(card for card in self.board.cards if card.state in OPEN)

    @property
    def days(self) -> int | None:
        """Days until the last day of the milestone, below zero when it is past; None: it has none, or does not press
        anybody."""
        due = self.milestone.due if self.milestone.presses else None
        return days_until(due, self.overview.progress.today) if due else None

    @property
    def due(self) -> str:
        """The last day of the milestone, as a sentence says it; empty: it has none."""
        return day_words(self.milestone.due) if self.milestone.due else ""

    @property
    def past(self) -> bool:
        """Whether what is open is late."""
        return self.days is not None and self.days < 0

    @property
    def day(self) -> str:
        """The day of the pack (ISO)."""
        return self.overview.progress.today.isoformat()

    def name(self, unit: int) -> str:
        """The full name of a unit."""
        return self.overview.progress.units[unit][0]

    def statement_of(self, task_id: int) -> Sequence[Statement]:
        """Who holds a task: as it prints itself, or inherits."""
        return self.statements.get(self.nodes[task_id].holder_id or 0, ())

    # Queries

    def asking(self, *terms: str) -> str:
        """The query of the 任务 for which all these terms hold, within what the pack is of."""
        return counting(self.query, self.plan.key, *terms)

    def within(self, *terms: str) -> str:
        """The query of whatever these terms hold for, 任务 or not, within what the pack is of."""
        before, _ = self.asking(_HERE).split(_HERE)
        return before + " ".join(terms)

    def beyond(self, query: str) -> str:
        """What a query of the pack asks beside what all of them ask, as it stands in small print; `small_print` is
        where it belongs."""
        before, after = self.asking(_HERE).split(_HERE)
        return query.removeprefix(before).removesuffix(after)

    @property
    def small_print(self) -> str:
        """The query to which the small print of a row makes the one of that row."""
        return self.asking(say("pack.small_print"))

    def at(self, *states: str) -> str:
        """The term for tasks in one of these states at the milestone."""
        return marked(self.milestone.key, *states)

    @property
    def owed(self) -> str:
        """The term for what is still owed: all of it is late, or near, where the day is past, or near."""
        lit = lights(self.milestone, self.overview.progress.today)[UNMARKED]
        return self.at(lit) if lit else self.at(*OPEN)

    @property
    def of_tasks(self) -> bool:
        """Whether each task has a day of its own at the milestone."""
        return self.milestone.kind == MilestoneKind.DEADLINE


def of_unit(field: str, name: str) -> str:
    """The term for what a unit holds itself; `field`: `lead`, `unit` …."""
    return f"{field}:{exactly(name)}"


def name_together(milestones: Sequence[PlanMilestone]) -> str:
    """What a milestone of several plans is called: as all of them print it, else by its kind and year (2025年总结评估),
    else by all its names."""
    labels = dict.fromkeys(one.label for one in milestones)
    alike = {(one.kind, one.due[:4] if one.due else "") for one in milestones}
    (kind, year), *others = sorted(alike)
    if len(labels) == 1 or others or not year:
        return say("word.between").join(labels)
    return say("word.milestone_in", year=year, what=say(f"word.milestone.{kind}"))

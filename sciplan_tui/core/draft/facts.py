"""What the draft of a report is made of: one plan at one milestone on a day, its tasks by part and action, by lead.

All that a draft says stands here, and each number has a query that finds it: a draft invents nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import Board, Card, PlanMilestone, board
from sciplan_tui.core.progress.counting import Node, Overview, actions_of
from sciplan_tui.core.progress.sheets import BARS, term
from sciplan_tui.core.progress.status import LATE, SETTLED
from sciplan_tui.core.query.counting import beneath, counting
from sciplan_tui.core.query.tokens import exactly, quoted


class DraftKind(StrEnum):
    """The report that is to be written: for whom it is, and what it puts first."""

    SELF_EVALUATION = "self-evaluation"
    """自评报告: to those above, by part and action of the plan."""
    BULLETIN = "bulletin"
    """通报: to the units, by who leads."""
    SUMMARY = "summary"
    """总结: what was achieved, by part."""


class DraftAction(NamedTuple):
    """An action, or what stands for one, with its tasks; `terms`: what a query adds to find them."""

    node: Node
    cards: tuple[Card, ...]
    terms: tuple[str, ...]

    @property
    def leads(self) -> tuple[int, ...]:
        """Who leads it: the units of its own, where it is one of the tasks; else those that lead every one of them."""
        for card in self.cards:
            if card.task.task_id == self.node.task_id:
                return card.task.leads
        others = [set(card.task.leads) for card in self.cards[1:]]
        return tuple(unit for unit in self.cards[0].task.leads if all(unit in led for led in others))

    @property
    def led_apart(self) -> Mapping[tuple[int, ...], Sequence[Card]]:
        """The tasks that others lead than the action, by who leads them."""
        found: defaultdict[tuple[int, ...], list[Card]] = defaultdict(list)
        for card in self.cards:
            if card.task.leads != self.leads:
                found[card.task.leads].append(card)
        return found


class DraftPart(NamedTuple):
    """The actions below one node at the top of the outline: a part of the plan, or an action that stands in none."""

    node: Node
    actions: tuple[DraftAction, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """All tasks of the part."""
        return tuple(card for action in self.actions for card in action.cards)

    @property
    def terms(self) -> tuple[str, ...]:
        """What a query adds to find them."""
        return (f"path:{quoted(self.node.path)}",)


class DraftLead(NamedTuple):
    """A unit with the tasks that it leads; `name` None: nobody leads them."""

    name: str | None
    cards: tuple[Card, ...]
    terms: tuple[str, ...]

    def of(self, *states: str) -> tuple[Card, ...]:
        """Those in one of these states, or late."""
        return tuple(card for card in self.cards if card.state in states or card.light in states)

    @property
    def settled(self) -> bool:
        """Whether nothing is owed any more."""
        return all(card.state in SETTLED for card in self.cards)


@dataclass(frozen=True)
class Draft:
    """The facts of one draft. `query`: what it is narrowed to; `unit`: whose report it is, None: that of the plan.

    `state`: what is said of the state of the data.
    """

    kind: DraftKind
    plan: PlanHead
    milestone: PlanMilestone
    query: str
    overview: Overview
    nodes: Mapping[int, Node]
    state: str
    unit: str | None = None

    @cached_property
    def board(self) -> Board:
        """The tasks by their states at the milestone."""
        return board(self.overview.progress, self.milestone.key)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All tasks, in document order."""
        return self.board.cards

    @cached_property
    def parts(self) -> tuple[DraftPart, ...]:
        """The tasks by action, the actions by part, in document order."""
        within: defaultdict[Node, list[DraftAction]] = defaultdict(list)
        for action in self._actions():
            within[self._top(action.node)].append(action)
        return tuple(DraftPart(node, tuple(actions)) for node, actions in within.items())

    def _actions(self) -> Iterator[DraftAction]:
        tasks = [self.nodes[card.task.task_id] for card in self.cards]
        under = actions_of(tasks, self.nodes)
        grouped: defaultdict[int, list[Card]] = defaultdict(list)
        for card in self.cards:
            grouped[under[card.task.task_id]].append(card)
        paths = [self.nodes[action].path for action in grouped]
        for action, cards in grouped.items():
            yield DraftAction(self.nodes[action], tuple(cards), beneath(self.nodes[action].path, paths))

    def _top(self, node: Node) -> Node:
        """The top of the outline above an action, which may be the action itself."""
        while node.parent_id is not None and node.parent_id in self.nodes:
            node = self.nodes[node.parent_id]
        return node

    @cached_property
    def leads(self) -> tuple[DraftLead, ...]:
        """The tasks by who leads them, whoever leads most first; what nobody leads last. A task of two counts twice."""
        led: defaultdict[int | None, list[Card]] = defaultdict(list)
        for card in self.cards:
            for unit in card.task.leads or (None,):
                led[unit].append(card)
        ordered = sorted(led.items(), key=lambda one: (one[0] is None, -len(one[1])))
        return tuple(self._lead(unit, cards) for unit, cards in ordered)

    def _lead(self, unit: int | None, cards: Sequence[Card]) -> DraftLead:
        if unit is None:
            return DraftLead(None, tuple(cards), ("no:lead",))
        return DraftLead(self.name(unit), tuple(cards), (f"lead:{exactly(self.name(unit))}",))

    def name(self, unit: int) -> str:
        """The full name of a unit."""
        return self.overview.progress.units[unit][0]

    @property
    def day(self) -> str:
        """The day of the draft (ISO)."""
        return self.overview.progress.today.isoformat()

    # Queries

    def asking(self, *terms: str) -> str:
        """The query of the tasks of the draft for which these terms hold."""
        return counting(self.query, self.plan.key, *terms)

    def at(self, state: str) -> str:
        """The term for the tasks that stand so at the milestone."""
        return term(self.milestone.key, state)


ACHIEVED = (str(Status.DONE), str(Status.ONGOING))
"""What a report counts among what was achieved."""


def counted(cards: Sequence[Card]) -> list[tuple[str, int]]:
    """How many stand in each state, those with none left out; the late, who are among them, last."""
    found = [(state, sum(card.state == state for card in cards)) for state in BARS]
    found.append((LATE, sum(card.light == LATE for card in cards)))
    return [(state, count) for state, count in found if count]

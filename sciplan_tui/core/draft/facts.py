"""What the draft of a report is made of: one plan at one milestone on a day, its tasks by part and action, by lead.

All that a draft says stands here, and each number has a query that finds it: a draft invents nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.actions import Node, actions_of
from sciplan_tui.core.progress.board import Board, Card, board
from sciplan_tui.core.progress.counting import Overview
from sciplan_tui.core.progress.facts import PlanMilestone
from sciplan_tui.core.progress.queries import beneath, counting
from sciplan_tui.core.progress.sheets import BARS, term
from sciplan_tui.core.progress.status import LATE, SETTLED
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
    def counts_itself(self) -> bool:
        """Whether it is one of its tasks, beside others."""
        return len(self.cards) > 1 and any(card.task.task_id == self.node.task_id for card in self.cards)

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


class DraftUnit(NamedTuple):
    """A unit with the tasks that it leads, or holds in any role; `name` None: nobody does."""

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

    `holders`: by the node that prints a statement, who is named in it; `state`: what is said of the state of the data.
    """

    kind: DraftKind
    plan: PlanHead
    milestone: PlanMilestone
    query: str
    overview: Overview
    nodes: Mapping[int, Node]
    state: str
    unit: str | None = None
    holders: Mapping[int, Sequence[int]] = field(default_factory=dict)

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

    @property
    def led(self) -> bool:
        """Whether any task has a lead."""
        return any(card.task.leads for card in self.cards)

    @cached_property
    def units(self) -> tuple[DraftUnit, ...]:
        """The tasks by who leads them; where none has a lead, by who holds them in any role."""
        return self._units("lead", lambda card: card.task.leads) if self.led else self._units("unit", self._held_by)

    @cached_property
    def unled(self) -> DraftUnit | None:
        """The tasks that nobody leads."""
        cards = tuple(card for card in self.cards if None in card.task.led_by)
        return DraftUnit(None, cards, ("no:lead",)) if cards else None

    def _units(self, field: str, units_of: Callable[[Card], Iterable[int]]) -> tuple[DraftUnit, ...]:
        """Whoever has most first; a task of two counts twice."""
        held: defaultdict[int, list[Card]] = defaultdict(list)
        for card in self.cards:
            for unit in units_of(card):
                held[unit].append(card)
        named = [(self.name(unit), tuple(cards)) for unit, cards in sorted(held.items(), key=lambda one: -len(one[1]))]
        return tuple(DraftUnit(name, cards, (f"{field}:{exactly(name)}",)) for name, cards in named)

    def _held_by(self, card: Card) -> Iterable[int]:
        return dict.fromkeys(self.holders.get(self.nodes[card.task.task_id].holder_id or 0, ()))

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

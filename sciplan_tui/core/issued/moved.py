"""What moved between two states of the record, as a table: what was said, what is said now, and since when.

It is the net of all that was done: what was changed and changed back is no line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from sciplan_tui.core.issued.record_state import TOLD, Place, Said, State, come_again, said, stating
from sciplan_tui.core.plan import Role
from sciplan_tui.core.query.tokens import quoted
from sciplan_tui.core.sheet import Code, Facts, Sheet, Value, sheet

COLUMNS = "plan path title what=kind about unit was now on query"
_KINDS = ("plan", "milestone", "task", "assignment", "succession", "target", "reported", "mark")
_OF_A_NEW_PLAN = ("plan", "reported", "mark")
"""What is told of a plan that was not there before, since all else came with it."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Whose moves are asked for: those at these tasks (that a unit holds or inherits, that a query finds), of these
    units, and the milestones."""

    tasks: Collection[int]
    units: Collection[int] = ()

    def has(self, at: Place) -> bool:
        """Whether a move at this place is among them."""
        return at.task_id in self.tasks or at.unit_id in self.units or at.table in ("milestone", "plan")


class Move(NamedTuple):
    """What is said otherwise at one place, and since when (ISO)."""

    at: Place
    was: Value
    now: Value
    on: str | None


@dataclass(frozen=True, slots=True)
class Moves:
    """All that moved between two states; `names` has every row that it speaks of, as it was known last."""

    moves: tuple[Move, ...]
    names: State

    def sheet(self, plans: Mapping[int, str], concern: Concern | None = None, until: str | None = None) -> Sheet:
        """The sheet "moved": plan by plan, milestones first, then task by task in document order.

        `plans`: the keys of the plans that are asked for, in their order. `until`: a day (ISO); what holds only from a
        later one is left out, as it is from all else that is told of that day.
        """
        order = {plan: place for place, plan in enumerate(plans)}
        known = [move for move in self.moves if until is None or (move.on or "") <= until]
        wanted = [m for m in known if m.at.plan_id in plans and (concern is None or concern.has(m.at))]
        wanted.sort(key=lambda move: _order(move, order, self.names))
        return sheet("moved", COLUMNS, [_facts(move, plans, self.names) for move in wanted])


def moved(was: State, now: State, days: Mapping[tuple[str, int], str]) -> Moves:
    """What `now` says otherwise than `was`; each holds the rows that were touched, and all that these refer to.

    `days`: when each row was touched last.
    """
    was = come_again(was, now)
    names = {table: {**was.get(table, {}), **now.get(table, {})} for table in TOLD}
    fresh = set(names["plan"]) - (was.get("plan", {}).keys() & now.get("plan", {}).keys())
    ruled = {*stating(was), *stating(now)}
    found = _moves(_by_place(was, names, ruled), _by_place(now, names, ruled), days)
    told = (move for move in found if move.at.plan_id not in fresh or move.at.table in _OF_A_NEW_PLAN)
    return Moves(tuple(told), names)


def _by_place(state: State, names: State, ruled: Collection[int]) -> dict[Place, list[Said]]:
    found: defaultdict[Place, list[Said]] = defaultdict(list)
    for at, what in said(state, names, ruled):
        found[at].append(what)
    return found


def _moves(
    was: Mapping[Place, Sequence[Said]], now: Mapping[Place, Sequence[Said]], days: Mapping[tuple[str, int], str]
) -> Iterator[Move]:
    """Where something else is said than before; a side of a figure only of one that was there and still is."""
    for at in dict.fromkeys((*was, *now)):
        if at.facet and not (at in was and at in now):
            continue
        gone, come = _but(was.get(at, ()), now.get(at, ())), _but(now.get(at, ()), was.get(at, ()))
        for one, other in zip_longest(gone, come):
            there = [said for said in (one, other) if said is not None]
            journal = max((days.get((said.table, said.row), "") for said in there), default="")
            on = (other.on if other else None) or journal or None
            yield Move(at, one.value if one else None, other.value if other else None, on)


def _but(these: Sequence[Said], those: Sequence[Said]) -> list[Said]:
    """What these say and those do not, each as often as it is said more often."""
    left = Counter(said.value for said in those)
    found = []
    for said_ in sorted(these, key=lambda said: _rank(said.value)):
        if left[said_.value] > 0:
            left[said_.value] -= 1
        else:
            found.append(said_)
    return found


def _rank(value: Value) -> tuple[int, str]:
    """Roles in their order, all else by what it says."""
    is_role = isinstance(value, Code) and value.area == "role"
    return (list(Role).index(Role(value.value)) if is_role and isinstance(value, Code) else 0, str(value))


def _order(move: Move, plans: Mapping[int, int], names: State) -> tuple[int | str, ...]:
    at, task = move.at, names["task"].get(move.at.task_id or 0)
    place = task["position"] if task else 0
    return (plans[at.plan_id], place, at.task_id or 0, _KINDS.index(at.table), at.unit_id or 0, at.about, at.facet)


def _facts(move: Move, plans: Mapping[int, str], names: State) -> Facts:
    task = names["task"].get(move.at.task_id or 0)
    unit = names["unit"].get(move.at.unit_id or 0)
    at = move.at
    return {
        "plan": plans[at.plan_id],
        "path": task["path"] if task else None,
        "title": task["title"] if task else None,
        "what": Code("head", at.facet) if at.facet else Code("table", at.table),
        "about": at.about or None,
        "unit": unit["name"] if unit else None,
        "was": move.was,
        "now": move.now,
        "on": move.on,
        "query": f"path:{quoted(task['path'])}" if task else None,
    }

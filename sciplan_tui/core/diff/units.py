"""The units of a plan: found by name, added where they are new, and kept in protocol order.

A unit belongs to one plan's region and is told by its whole name: look-alikes are never joined here. Two names are one
unit only where a person has said so: an alias, a rename, a merger, a split.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sciplan_tui.core.diff.difference import StoredRow, altered
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.stored import Naming, StoredPlan
from sciplan_tui.core.folding import fold
from sciplan_tui.core.given.unit import answers_to
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.unit.registry import CLASSES, MOST_NAMES, is_collective, short_name, unit_class
from sciplan_tui.core.unit.succession import Succession, heirs

_EVER = "9999-12-31"
_folded = lru_cache(MOST_NAMES)(fold)


class _Told(NamedTuple):
    """What a name alone tells."""

    short: str
    kind: str
    collective: bool
    search: str


@lru_cache(MOST_NAMES)
def _told(name: str, naming: Naming) -> _Told:
    short = short_name(name)
    return _Told(short, unit_class(name), is_collective(name), answers_to(name, short, naming.initials))


class UnitRegister:
    """The stored units of a plan and those that the edition brings, in order of first appearance."""

    def __init__(self, stored: StoredPlan, plan: ParsedPlan, naming: Naming, gathering: Gathering) -> None:
        self._plan_id = stored.plan_id
        self._stored = stored.units
        self._ids: dict[str, int] = {row["name"]: row["id"] for row in stored.units}
        self._names: dict[int, str] = {row["id"]: row["name"] for row in stored.units}
        self._new: dict[int, str] = {}
        self._heirs = _last_heirs(stored)
        self._collective = {unit.name: unit.collective for unit in plan.units}
        self._printed = _printed_forms(plan)
        self._naming = naming
        self._gathering = gathering

    def id_of(self, name: str) -> int:
        """The number of a unit; a new one gets its number now, and is added if anything needs it."""
        if name not in self._ids:
            number = self._gathering.next_id("unit")
            self._ids[name] = number
            self._names[number] = self._new[number] = name
        return self._ids[name]

    def name_of(self, number: int) -> str:
        """The name of a unit."""
        return self._names[number]

    def body(self, name: str, task: int) -> str:
        """The name of the body that a unit is today at a task: its last heir's, else its own."""
        number = self._ids.get(name) if self._heirs else None
        if number is None:
            return name
        heir = self._heirs.get((number, task), self._heirs.get((number, None)))
        return name if heir is None else self._names[heir]

    def changes(self, decided: Iterable[Change]) -> Iterator[Change]:
        """Add the new units that the changes need behind the others, by class and then as they first come."""
        needed = {row["unit_id"] for change in decided if (row := _assigned(change)) is not None}
        rows = {number: self._row(name) for number, name in self._new.items() if number in needed}
        for old in self._stored:
            if change := altered("unit", old, {"search": self._search(old["name"], old["search"])}):
                yield change
        last = max((old["position"] for old in self._stored), default=0)
        for position, number in enumerate(sorted(rows, key=lambda one: CLASSES.index(rows[one]["class"])), last + 1):
            yield Change("unit", number, None, {**rows[number], "position": position})

    def _row(self, name: str) -> dict[str, Any]:
        told = _told(name, self._naming)
        return {
            "plan_id": self._plan_id,
            "name": name,
            "short": told.short,
            "class": told.kind,
            "collective": int(self._collective.get(name, told.collective)),
            "position": 0,
            "search": self._search(name, told.search),
        }

    def _search(self, name: str, known: str) -> str:
        """What the unit is found by: what is known, and every form in which the edition prints it."""
        return "\n".join(dict.fromkeys([*known.split("\n"), *map(_folded, self._printed.get(name, ()))]))


def _assigned(change: Change) -> StoredRow | None:
    return change.new if change.table == "assignment" and change.new and "unit_id" in change.new else None


def _last_heirs(stored: StoredPlan) -> dict[tuple[int, int | None], int]:
    """The last heir of each unit that has one, whenever it came or comes to be."""
    known = [Succession(*(row[name] for name in Succession.__slots__)) for row in stored.successions]
    return {(heir.unit_id, heir.task_id): heir.holder_id for heir in heirs(known, _EVER)}


def _printed_forms(plan: ParsedPlan) -> dict[str, dict[str, None]]:
    """The forms in which each unit is printed, each once."""
    forms: dict[str, dict[str, None]] = {}
    for task in plan.tasks:
        for said in task.assignments:
            forms.setdefault(said.unit, {})[said.printed] = None
    return forms

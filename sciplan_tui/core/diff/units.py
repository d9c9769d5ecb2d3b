"""The units of a plan: found by name, added where they are new, and kept in protocol order.

A unit belongs to one plan's region and is told by its whole name: look-alikes are never joined here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sciplan_tui.core.diff.difference import Review, StoredRow, altered
from sciplan_tui.core.diff.stored import Naming, StoredPlan
from sciplan_tui.core.folding import fold, search_text
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.registry import CLASSES, is_collective, short_name, unit_class

_MOST_NAMES = 10_000
"""Names of which what they tell is kept: the plans of one region name the same units over and over."""


class _Told(NamedTuple):
    """What a name alone tells."""

    short: str
    kind: str
    collective: bool
    search: str


@lru_cache(_MOST_NAMES)
def _told(name: str, naming: Naming) -> _Told:
    short = short_name(name)
    return _Told(short, unit_class(name), is_collective(name), search_text(name, short, *naming.initials(name)))


class UnitRegister:
    """The stored units of a plan and those that the edition brings, in order of first appearance."""

    def __init__(self, stored: StoredPlan, plan: ParsedPlan, naming: Naming, review: Review) -> None:
        self._plan_id = stored.plan_id
        self._stored = stored.units
        self._ids: dict[str, int] = {row["name"]: row["id"] for row in stored.units}
        self._names: dict[int, str] = {row["id"]: row["name"] for row in stored.units}
        self._new: list[str] = []
        self._collective = {unit.name: unit.collective for unit in plan.units}
        self._printed = _printed_forms(plan)
        self._naming = naming
        self._review = review

    def id_of(self, name: str) -> int:
        """The number of a unit, which is added if it is new."""
        if name not in self._ids:
            self._ids[name] = self._review.next_id("unit")
            self._names[self._ids[name]] = name
            self._new.append(name)
        return self._ids[name]

    def name_of(self, number: int) -> str:
        """The name of a unit."""
        return self._names[number]

    def settle(self) -> None:
        """Add the new units and put all in order: by class, then as they were, then by first appearance."""
        old: dict[str, StoredRow] = {row["name"]: row for row in self._stored}
        rows = {name: self._row(name) for name in self._new}
        classes = {
            **{name: row["class"] for name, row in old.items()},
            **{name: row["class"] for name, row in rows.items()},
        }
        in_order = sorted([*old, *self._new], key=lambda name: CLASSES.index(classes[name]))
        for position, name in enumerate(in_order, start=1):
            if name in old:
                wanted = {"position": position, "search": self._search(name, old[name]["search"])}
                self._review.follow(altered("unit", old[name], wanted))
            else:
                self._review.follow(Change("unit", self._ids[name], None, {**rows[name], "position": position}))

    def _row(self, name: str) -> dict[str, object]:
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
        return "\n".join(dict.fromkeys([*known.split("\n"), *self._printed.get(name, ())]))


def _printed_forms(plan: ParsedPlan) -> dict[str, list[str]]:
    """The folded forms in which each unit is printed."""
    forms: dict[str, list[str]] = {}
    for task in plan.tasks:
        for said in task.assignments:
            forms.setdefault(said.unit, []).append(fold(said.printed))
    return forms

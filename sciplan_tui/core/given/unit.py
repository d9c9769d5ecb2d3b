"""A unit that is new to a plan, as a row behind the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.journal import Change
from sciplan_tui.core.unit.registry import is_collective, short_name, unit_class

Initials = Callable[[str], Iterable[str]]
"""The initials of a text in pinyin, all readings."""


def answers_to(name: str, short: str, initials: Initials) -> str:
    """What a unit is found by, folded, one a line: its name and its short form, and the initials of either."""
    return search_text(*dict.fromkeys((name, short, *initials(name), *initials(short))))


def unit_row(plan_id: int, name: str, initials: Initials) -> dict[str, Any]:
    """What a name alone tells of a unit, its class, short form and search text; its position is yet to be given."""
    short = short_name(name)
    return {
        "plan_id": plan_id,
        "name": name,
        "short": short,
        "class": unit_class(name),
        "collective": int(is_collective(name)),
        "position": 0,
        "search": answers_to(name, short, initials),
    }


def added(units: Iterable[Mapping[str, Any]], number: int, row: Mapping[str, Any]) -> Change:
    """The change that adds the unit `number` behind the plan's `units`, or at the position that its row has: of two
    that share one, the newer stands behind.

    None of them moves: units stand by class, and within one by position. So no gesture about one unit stands in the way
    of undoing what was done to another.
    """
    last = max((unit["position"] for unit in units), default=0)
    return Change("unit", number, None, {**row, "position": row["position"] or last + 1})

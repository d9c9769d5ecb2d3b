"""A unit that is new to a plan, as a row in its place: by class in protocol order, behind those of its class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.journal import Change
from sciplan_tui.core.unit.registry import CLASSES, is_collective, short_name, unit_class


def unit_row(plan_id: int, name: str, initials: Iterable[str]) -> dict[str, Any]:
    """What a name alone tells of a unit, its class, short form and search text; its position is yet to be given.

    `initials`: those of its name in pinyin, all readings.
    """
    short = short_name(name)
    return {
        **{"plan_id": plan_id, "name": name, "short": short, "class": unit_class(name)},
        **{"collective": int(is_collective(name)), "position": 0, "search": search_text(name, short, *initials)},
    }


def added(units: Sequence[Mapping[str, Any]], number: int, row: Mapping[str, Any]) -> Iterator[Change]:
    """The changes that add the unit `number`, and move those behind it by one.

    `units` are the plan's rows in their order, each with its `id`.
    """
    rank = CLASSES.index(row["class"])
    before = sum(CLASSES.index(unit["class"]) <= rank for unit in units)
    in_order = sorted(units, key=lambda unit: (CLASSES.index(unit["class"]), unit["position"]))
    for position, unit in enumerate(in_order, start=1):
        wanted = position + (position > before)
        if unit["position"] != wanted:
            yield Change("unit", unit["id"], {"position": unit["position"]}, {"position": wanted})
    yield Change("unit", number, None, {**row, "position": before + 1})

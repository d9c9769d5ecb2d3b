"""Which unit of the registry a person means by a name: the very name, else any part that fits one unit only.

Refusals tell names as tuples, which the sentence lists as its language does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from sciplan_tui.core.folding import fold
from sciplan_tui.errors import RefusedError

_NEAREST = 3
_LIKENESS = 0.5
_MOST_TOLD = 12
"""So many of those that a name may mean are told."""


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit of a plan, by what it is called; `search` holds its folded names and initials, one a line."""

    unit_id: int
    plan_id: int
    plan_key: str
    name: str
    short: str
    search: str


@dataclass(frozen=True, slots=True)
class UnitBook:
    """The units of one plan, to find in it which of them a person means; `heir_of` as in `fitting_units`."""

    units: tuple[KnownUnit, ...] = ()
    heir_of: Mapping[int, int] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called in full."""
        return tuple(unit.name for unit in self.units)

    def meant(self, written: str) -> tuple[str, ...]:
        """The names of those that what was written may mean."""
        return tuple(unit.name for unit in fitting_units(written, self.units, self.heir_of))


def fitting_units(
    part: str, units: Iterable[KnownUnit], heir_of: Mapping[int, int] | None = None
) -> tuple[KnownUnit, ...]:
    """The units that `part` may mean: the one of this very name, else of this short form, else all it is a part of,
    else the only one of this level and short form (市卫健委 for 市卫生健康委员会).

    Where it fits a unit and its heir (`heir_of`), the heir is meant.
    """
    wanted, known = fold(part), tuple(units)
    if not wanted:
        return ()
    fits = (
        [unit for unit in known if fold(unit.name) == wanted]
        or [unit for unit in known if fold(unit.short) == wanted]
        or [unit for unit in known if wanted in unit.search]
        or _of_level_and_short(wanted, known)
    )
    there = {unit.unit_id for unit in fits}
    return tuple(unit for unit in fits if (heir_of or {}).get(unit.unit_id) not in there)


def one_unit(part: str, units: Sequence[KnownUnit], heir_of: Mapping[int, int] | None = None) -> KnownUnit:
    """The one unit that `part` means. RefusedError: none (the nearest names are told), or several (these are told)."""
    fits = fitting_units(part, units, heir_of)
    if not fits:
        near = nearest(part, units)
        raise RefusedError("unit_unknown" if near else "unit_unlike", unit=part, known=near)
    if len(fits) > 1:
        alike = len({unit.name for unit in fits}) == 1
        known = tuple(unit.plan_key for unit in fits) if alike else _listed(fits)
        told = (*known[:_MOST_TOLD], "..") if len(known) > _MOST_TOLD else known
        raise RefusedError(
            "unit_of_plans" if alike else "several_units", unit=fits[0].name if alike else part, known=told
        )
    return fits[0]


def nearest(part: str, units: Iterable[KnownUnit]) -> tuple[str, ...]:
    """The names most like `part`."""
    names = {fold(unit.name): unit.name for unit in units}
    return tuple(names[near] for near in get_close_matches(fold(part), names, _NEAREST, _LIKENESS))


def _of_level_and_short(wanted: str, units: Iterable[KnownUnit]) -> list[KnownUnit]:
    from sciplan_tui.core.unit.registry import level_prefix

    fits = [unit for unit in units if fold(level_prefix(unit.name) + unit.short) == wanted]
    return fits if len(fits) == 1 else []


def _listed(units: Sequence[KnownUnit]) -> tuple[str, ...]:
    """The names of several units, with their plans where these differ."""
    if len({unit.plan_id for unit in units}) == 1:
        return tuple(unit.name for unit in units)
    return tuple(f"{unit.plan_key}:{unit.name}" for unit in units)

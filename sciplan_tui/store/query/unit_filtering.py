"""What a unit's name in a query means: the tasks at which a unit called so holds something, on the day asked for.

A unit is found by its own names and by those of the units whose heir it is; what the plan prints for a unit is found
by that unit's names too, whoever holds it. Through a collective a unit holds what the collective holds, as inherited.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sciplan_tui.core.folding import fold
from sciplan_tui.core.outline.flags import Flags
from sciplan_tui.core.unit.standing import Standing
from sciplan_tui.store.query.contents import Contents
from sciplan_tui.store.query.duties import joined


def holders(
    name: str, units: Collection[tuple[int, str]], standing: Standing, *, exact: bool = False
) -> frozenset[int]:
    """The units that hold, on the day, what a unit called `name` holds: itself, its heirs, the collectives that it
    belongs to; `exact`: the unit of this very name alone.
    """
    wanted = fold(name)
    if exact:
        return frozenset(standing.holder(unit) for unit, search in units if search.partition("\n")[0] == wanted)
    called = {unit for unit, search in units if wanted in search}
    called |= {standing.heir_of[unit] for unit in called & standing.heir_of.keys()}
    return frozenset(called.union(*(standing.collectives_of.get(unit, ()) for unit in called)))


def held_by(
    name: str,
    roles: Sequence[str],
    units: Collection[tuple[int, str]],
    standing: Standing,
    contents: Contents,
    *,
    through: bool,
) -> Flags:
    """Tasks that print what a unit called `name` holds, in one of the roles (none: in any). `units`: all of them with
    their folded names; `through`: also through a collective.
    """
    wanted = fold(name)
    called = frozenset(unit for unit, search in units if wanted in search)
    holders = called | {standing.heir_of[unit] for unit in called & standing.heir_of.keys()}
    if through:
        holders |= {collective for unit in holders for collective in standing.collectives_of.get(unit, ())}
    printed = called | standing.printed_for(holders)
    split = bool(standing.heir_at)  # then not all that is printed for a unit is held by one: the holder is asked too
    found = (
        held
        for held in contents.duties.of(sorted(printed))
        if not held.proposed and (not roles or held.role in roles)
        if not split or held.printed_id in called or held.unit_id in holders
    )
    return joined(found, len(contents.outline))


def held_itself(
    name: str, roles: Sequence[str], units: Collection[tuple[int, str]], standing: Standing, contents: Contents
) -> Flags:
    """Tasks that print what the unit of this very name holds itself on the day, in one of the roles (none: in any):
    neither what others hold whose names have it as a part, nor what it holds through a collective. A unit that is no
    more stands for its heir.
    """
    wanted = fold(name)
    holders = {standing.holder(unit) for unit, search in units if search.partition("\n")[0] == wanted}
    found = (
        held
        for held in contents.duties.of(sorted(standing.printed_for(holders)))
        if held.unit_id in holders and not held.proposed and (not roles or held.role in roles)
    )
    return joined(found, len(contents.outline))

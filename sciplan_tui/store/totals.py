"""How many tasks each unit leads, is responsible for and supports, among those that a query matches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, compress

from sciplan_tui.core.matrix import RoleCounts
from sciplan_tui.core.outline.flags import Flags, both
from sciplan_tui.core.plan import Role
from sciplan_tui.store.contents import Contents

_Held = Mapping[int, Mapping[str, list[Sequence[int]]]]
"""By unit and role, the places of what is printed."""


def read_totals(
    contents: Contents, matched: Flags, units: Sequence[int], within: Mapping[int, int]
) -> dict[int, RoleCounts]:
    """By unit, the matched 任务 at which it holds each role, printed there or inherited; proposals are not counted.

    `units`: all that something is printed for; `within`: units that stand behind a collective, each with that
    collective, whose tasks are theirs too.
    """
    outline = contents.outline
    heirs = Counter(compress(outline.holders, both(matched, outline.counted)))
    weights = [heirs[place] for place in range(len(outline))]
    held: defaultdict[int, defaultdict[str, list[Sequence[int]]]] = defaultdict(lambda: defaultdict(list))
    for one in contents.duties.of(units):
        if not one.proposed:
            held[one.unit_id][one.role].append(one.places)
    counts = {unit: _counts(held, (unit,), weights) for unit in [*held]}
    counts |= {member: _counts(held, (member, collective), weights) for member, collective in within.items()}
    return {unit: found for unit, found in counts.items() if any(found) or unit in within}


def _counts(held: _Held, units: Sequence[int], weights: Sequence[int]) -> RoleCounts:
    """A task that is printed for several of them, or ruled as well, counts once."""
    roles = ([places for unit in units if unit in held for places in held[unit].get(role, ())] for role in Role)
    return RoleCounts(*(_sum(sets, weights) for sets in roles))


def _sum(sets: Sequence[Sequence[int]], weights: Sequence[int]) -> int:
    places = sets[0] if len(sets) == 1 else set(chain.from_iterable(sets))
    return sum(map(weights.__getitem__, places))

"""How many tasks each unit leads, is responsible for and supports, among those that a query matches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, compress

from sciplan_tui.core.matrix import RoleCounts
from sciplan_tui.core.outline.flags import Flags, Span, both
from sciplan_tui.core.outline.weights import Weights
from sciplan_tui.core.plan import Role
from sciplan_tui.store.query.contents import Contents
from sciplan_tui.store.query.duties import Held

_ANY = "any"


def read_totals(
    contents: Contents, matched: Flags, units: Sequence[int], within: Mapping[int, int]
) -> dict[int, RoleCounts]:
    """By unit, the matched 任务 at which it holds each role, and any, printed there or inherited; proposals are not
    counted.

    `units`: all that something is printed for; `within`: units that stand behind a collective, each with that
    collective, whose tasks are theirs too.
    """
    outline = contents.outline
    heirs = Counter(compress(outline.holders, both(matched, outline.counted)))
    del heirs[-1]  # those that inherit nothing
    weights = Weights(heirs, len(outline))
    held: defaultdict[int, list[Held]] = defaultdict(list)
    for one in contents.duties.of(units):
        if not one.proposed:
            held[one.unit_id].append(one)
    counts = {unit: _counts(of_unit, weights) for unit, of_unit in held.items()}
    for member, collective in within.items():
        counts[member] = _counts(chain(held.get(member, ()), held.get(collective, ())), weights)
    return {unit: found for unit, found in counts.items() if any(found) or unit in within}


def _counts(held: Iterable[Held], weights: Weights) -> RoleCounts:
    """A task that is printed for several of them, or ruled as well, counts once."""
    roles: dict[str, defaultdict[Span, int]] = {role: defaultdict(int) for role in (*Role, _ANY)}
    for one in held:
        roles[one.role][one.span] |= one.bits
        roles[_ANY][one.span] |= one.bits
    return RoleCounts(*(sum(weights.of(bits, span) for span, bits in found.items()) for found in roles.values()))

"""Which differences are accepted: sets of places in the list in which they are told.

A difference may need others: a task that is added needs the one above it. What needs something that is refused is
refused with it, so that every choice can be carried out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sciplan_tui.core.diff.difference import Difference

Choice = frozenset[int]


def certain(told: Sequence[Difference]) -> Choice:
    """Those that are accepted with the edition, unless a person says otherwise."""
    return closed(told, [at for at, one in enumerate(told) if one.certain])


def everything(told: Sequence[Difference]) -> Choice:
    """All of them."""
    return frozenset(range(len(told)))


def of_kind(told: Sequence[Difference], kind: str) -> Choice:
    """All of one kind."""
    return frozenset(at for at, one in enumerate(told) if one.kind == kind)


def closed(told: Sequence[Difference], wanted: Collection[int]) -> Choice:
    """Those of `wanted` that can be carried out: without the ones that need something that is not wanted."""
    left = {at for at in wanted if 0 <= at < len(told)}
    while short := {at for at in left if not left.issuperset(told[at].needs)}:
        left -= short
    return frozenset(left)


def toggled(told: Sequence[Difference], accepted: Collection[int], at: int) -> Choice:
    """`accepted` with one more, and all that it needs; or without it, and all that needs it."""
    return _toggled(told, frozenset(accepted), frozenset({at}))


def kind_toggled(told: Sequence[Difference], accepted: Collection[int], kind: str) -> Choice:
    """`accepted` with all of one kind, and all that they need; where they all are in it, without them."""
    return _toggled(told, frozenset(accepted), of_kind(told, kind))


def _toggled(told: Sequence[Difference], accepted: Choice, places: Choice) -> Choice:
    if places <= accepted:
        return closed(told, accepted - places)
    return closed(told, accepted | with_needs(told, places))


def with_needs(told: Sequence[Difference], wanted: Collection[int]) -> Choice:
    """Those wanted and all that they need, and what these need."""
    found: set[int] = set()
    waiting = list(wanted)
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting.extend(told[place].needs)
    return frozenset(found)

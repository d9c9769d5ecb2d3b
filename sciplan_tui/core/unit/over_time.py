"""Successions and memberships worked out for one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sciplan_tui.core.unit.standing import Standing
from sciplan_tui.core.unit.succession import Succession, heirs

EVER = "9999-12-31"
"""A day on which every succession that is known holds."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A unit behind a collective, from a day to a day, both among its days; None: without end on that side."""

    collective_id: int
    member_id: int
    since_on: str | None = None
    until_on: str | None = None

    def holds_on(self, day: str) -> bool:
        """Whether the unit is a member on `day` (ISO)."""
        return (self.since_on or "") <= day and (self.until_on is None or day <= self.until_on)


def standing(successions: Iterable[Succession], memberships: Iterable[Membership], day: str) -> Standing:
    """Who stands for whom on `day` (ISO). The heir of a member, or of a collective, stands in its place there too."""
    heir_of: dict[int, int] = {}
    heir_at: dict[tuple[int, int], int] = {}
    forebears: defaultdict[int, set[int]] = defaultdict(set)
    for heir in heirs(successions, day):
        forebears[heir.holder_id].add(heir.unit_id)
        if heir.task_id is None:
            heir_of[heir.unit_id] = heir.holder_id
        else:
            heir_at[heir.unit_id, heir.task_id] = heir.holder_id
    members: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for one in memberships:
        if one.holds_on(day):
            collective, member = (heir_of.get(unit, unit) for unit in (one.collective_id, one.member_id))
            members[collective][member] = None
    return Standing(
        heir_of,
        heir_at,
        {holder: frozenset(units) for holder, units in forebears.items()},
        _collectives_of(members),
        {collective: tuple(units) for collective, units in members.items()},
    )


def _collectives_of(members: Mapping[int, Iterable[int]]) -> dict[int, frozenset[int]]:
    above: defaultdict[int, set[int]] = defaultdict(set)
    for collective, units in members.items():
        for unit in units:
            above[unit].add(collective)
    return {unit: frozenset(_all_above(unit, above)) for unit in tuple(above)}


def _all_above(unit: int, above: Mapping[int, Iterable[int]]) -> set[int]:
    found: set[int] = set()
    waiting = list(above.get(unit, ()))
    while waiting:
        collective = waiting.pop()
        if collective not in found and collective != unit:
            found.add(collective)
            waiting.extend(above.get(collective, ()))
    return found

"""Which tasks each unit holds, in which role, held in memory: a query for units then joins sets of places.

Read from the index of units alone, for the units that are asked for, and kept.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from sciplan_tui.core.outline.flags import Flags, Span, bits_of, of_bits, of_places
from sciplan_tui.core.outline.tree import Outline
from sciplan_tui.core.unit.standing import Standing
from sciplan_tui.store.conditions import gaps, portions


class Held(NamedTuple):
    """The tasks at which a unit's name is printed in one role, and held by one unit.

    `bits`: of their places, the first one that of the first place in `span`. `proposed`: nothing is printed there, the
    program only proposes it.
    """

    printed_id: int
    unit_id: int
    role: str
    proposed: bool
    span: Span
    bits: int


_SQL = (
    "SELECT printed_id, unit_id, role, origin = 'proposed', json_group_array(task_id) FROM held"
    " WHERE printed_id IN ({}) GROUP BY printed_id, role, origin{}"
)


class Duties:
    """What units hold on one day. `outline`: where each task stands; `moved`: some hold what is printed for others."""

    def __init__(self, connection: sqlite3.Connection, outline: Outline, *, moved: bool) -> None:
        self._connection = connection
        self._outline = outline
        self._moved = moved
        self._read: dict[int, list[Held]] = {}

    def of(self, printed: Collection[int]) -> Iterator[Held]:
        """What is printed for these units."""
        for portion in portions([unit for unit in printed if unit not in self._read]):
            self._read.update({unit: [] for unit in portion})
            for held in self._found(portion):
                self._read[held.printed_id].append(held)
        return (held for unit in printed for held in self._read[unit])

    def tasks(self, printed: Collection[int], roles: Sequence[str]) -> Flags:
        """The tasks at which something is printed for one of these units, in one of the roles (none: in any)."""
        found = (held for held in self.of(printed) if not held.proposed and (not roles or held.role in roles))
        return joined(found, len(self._outline))

    def holding(self, tasks: Flags, units: Collection[int], standing: Standing) -> frozenset[int]:
        """Those of the units that hold something, or are proposed, at one of these tasks.

        What was not read yet is looked for row by row, up to the first: that is sooner done than reading all.
        """

        @cache
        def asked(span: Span) -> int:
            return bits_of(tasks[slice(*span)])

        printed = standing.printed_for(units)
        read = printed if self._moved else printed & self._read.keys()
        found = {one.unit_id for one in self.of(read) if one.bits & asked(one.span)}
        return frozenset(units) & found.union(unit for unit in printed - read if self._stands_at(tasks, unit))

    def _stands_at(self, tasks: Flags, unit: int) -> bool:
        found = self._connection.execute("SELECT task_id FROM held WHERE printed_id = ?", (unit,))
        return any(tasks[self._outline.places[task]] for (task,) in found)

    def _found(self, printed: Sequence[int]) -> Iterable[Held]:
        places, sql = self._outline.places, _SQL.format(gaps(printed), ", unit_id" if self._moved else "")
        for unit, holder, role, proposed, tasks in self._connection.execute(sql, printed).fetchall():
            flags = of_places(map(places.__getitem__, json.loads(tasks)), len(places))
            span = self._outline.span(flags)
            yield Held(unit, holder, role, bool(proposed), span, bits_of(flags[slice(*span)]))


def joined(held: Iterable[Held], count: int) -> Flags:
    """The tasks at which any of this is held, among so many."""
    found: defaultdict[Span, int] = defaultdict(int)
    for one in held:
        found[one.span] |= one.bits
    return of_bits(reduce(or_, (bits << first for (first, _), bits in found.items()), 0), count)

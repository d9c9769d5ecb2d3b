"""Which tasks each unit holds, in which role, held in memory: a query for units then joins sets of places.

Read from the index of units alone, for the units that are asked for, and kept.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from sciplan_tui.core.outline.flags import Flags, of_places
from sciplan_tui.core.unit.standing import Standing
from sciplan_tui.store.conditions import gaps, portions


class Held(NamedTuple):
    """The places of the tasks at which a unit's name is printed in one role, and held by one unit.

    `proposed`: nothing is printed there, the program only proposes it.
    """

    printed_id: int
    unit_id: int
    role: str
    proposed: bool
    places: Sequence[int]


_SQL = (
    "SELECT printed_id, unit_id, role, origin = 'proposed', json_group_array(task_id) FROM held"
    " WHERE printed_id IN ({}) GROUP BY printed_id, role, origin{}"
)


class Duties:
    """What units hold on one day. `places`: of each task; `moved`: some hold what is printed for others."""

    def __init__(self, connection: sqlite3.Connection, places: Mapping[int, int], *, moved: bool) -> None:
        self._connection = connection
        self._places = places
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
        return of_places(chain.from_iterable(held.places for held in found), len(self._places))

    def any_at(self, unit_id: int, tasks: Flags, standing: Standing) -> bool:
        """Whether the unit holds something, or is proposed, at one of these tasks."""
        held = (one.places for one in self.of(standing.printed_for((unit_id,))) if one.unit_id == unit_id)
        return any(any(map(tasks.__getitem__, places)) for places in held)

    def _found(self, printed: Sequence[int]) -> Iterable[Held]:
        sql = _SQL.format(gaps(printed), ", unit_id" if self._moved else "")
        for unit, holder, role, proposed, tasks in self._connection.execute(sql, printed).fetchall():
            places = [self._places[task] for task in json.loads(tasks)]
            yield Held(unit, holder, role, bool(proposed), places)

"""The bare outline of all plans, held in memory: which task stands where, below which.

Kept from one query to the next as long as the database is unchanged, so that a query reads only what it matches.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.plan import COUNTED_KINDS


@dataclass(frozen=True, slots=True)
class Outline:
    """All tasks in document order, plan by plan.

    `rows` are as they look unfiltered; beside each, its parent's place or -1, and the task that prints its units or
    None.
    """

    rows: tuple[RowRef, ...]
    parents: tuple[int, ...]
    holders: tuple[int | None, ...]
    places: Mapping[int, int]

    def of_plan(self, plan_id: int | None) -> tuple[RowRef, ...]:
        """The rows of one plan, or of all."""
        return self.rows if plan_id is None else tuple(row for row in self.rows if row.plan_id == plan_id)

    def around(self, matched: Mapping[int, bool]) -> tuple[RowRef, ...]:
        """The matched tasks (True: by their own print) with their ancestors, in document order."""
        hits = {self.places[task_id]: printed for task_id, printed in matched.items()}
        kept = [(self.rows[place], hits.get(place)) for place in sorted(self._with_ancestors(hits))]
        return tuple([row if how else RowRef(row[0], row[1], row[2], _HOW[how], row[4]) for row, how in kept])

    def sources(self, rows: Sequence[RowRef]) -> tuple[int, ...]:
        """The tasks at which the units of these rows may be printed or proposed: they themselves and their holders."""
        tasks = [row.task_id for row in rows]
        holders = [self.holders[self.places[task]] for task in tasks]
        return tuple(dict.fromkeys([*tasks, *(holder for holder in holders if holder is not None)]))

    def _with_ancestors(self, hits: Iterable[int]) -> set[int]:
        kept: set[int] = set()
        for place in hits:
            while place >= 0 and place not in kept:
                kept.add(place)
                place = self.parents[place]
        return kept


_HOW = {None: "context", True: "printed", False: "inherited"}


def read_outline(connection: sqlite3.Connection) -> Outline:
    """The outline of every stored plan."""
    found = connection.execute(
        "SELECT id, plan_id, parent_id, holder_id, kind FROM task ORDER BY plan_id, position"
    ).fetchall()
    places = {row[0]: place for place, row in enumerate(found)}
    parents = tuple([places.get(row[2], -1) for row in found])
    depths: list[int] = []
    for parent in parents:
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    counted = frozenset(str(kind) for kind in COUNTED_KINDS)
    rows = [
        RowRef(task, plan, depth, "printed", kind in counted)
        for (task, plan, _, _, kind), depth in zip(found, depths, strict=True)
    ]
    return Outline(tuple(rows), parents, tuple([row[3] for row in found]), places)

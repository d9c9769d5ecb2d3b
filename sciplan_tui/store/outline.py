"""The bare outline of all plans, held in memory: which task stands where, below which.

Kept from one query to the next as long as the database is unchanged, so that a query reads only what it matches.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.outline_folding import nested
from sciplan_tui.core.plan import COUNTED_KINDS


@dataclass(frozen=True, slots=True)
class Outline:
    """All tasks in document order, plan by plan.

    `rows` are as they look unfiltered; beside each, its parent's place or -1, and the task that prints its units or
    None. `spans`: where each plan's rows begin and end; `tasks`: how many 任务 each plan has.
    """

    rows: tuple[RowRef, ...]
    parents: tuple[int, ...]
    holders: tuple[int | None, ...]
    places: Mapping[int, int]
    spans: Mapping[int, tuple[int, int]]
    tasks: Mapping[int, int]

    def of_plans(self, plans: Collection[int]) -> tuple[RowRef, ...]:
        """The rows of these plans."""
        if self.spans.keys() <= set(plans):
            return self.rows
        return tuple(row for plan in self.spans if plan in plans for row in self.rows[slice(*self.spans[plan])])

    def around(self, matched: Mapping[int, bool]) -> tuple[RowRef, ...]:
        """The matched tasks (True: by their own print) with their ancestors, in document order."""
        places = self.places
        hits = {places[task_id]: printed for task_id, printed in matched.items() if task_id in places}
        kept = [(self.rows[place], hits.get(place)) for place in sorted(self._with_ancestors(hits))]
        return nested([row if how else RowRef(row[0], row[1], row[2], _HOW[how], row[4]) for row, how in kept])

    def ancestors(self, task_id: int) -> frozenset[int]:
        """The tasks that a task stands below."""
        place = self.places.get(task_id, -1)
        return frozenset(self.rows[above].task_id for above in self._with_ancestors([place])) - {task_id}

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
    tasks = Counter([plan for _, plan, _, _, kind in found if kind in counted])
    return Outline(
        nested(rows), parents, tuple([row[3] for row in found]), places, _spans([row[1] for row in found]), tasks
    )


def _spans(plans: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Where the rows of each plan begin and end; they stand together."""
    spans: dict[int, tuple[int, int]] = {}
    start = 0
    for plan, count in Counter(plans).items():
        spans[plan] = (start, start + count)
        start += count
    return spans

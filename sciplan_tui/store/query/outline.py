"""The outline of all plans, read in columns: SQLite hands over each whole, as no row is then made for each task.

Its index of tasks holds all that is asked of it, in the order of the document.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.kinds import COUNTED_KINDS, Kind
from sciplan_tui.core.matrix import RowRef

if TYPE_CHECKING:
    from sciplan_tui.core.outline.tree import Outline

_IS_COUNTED = " ".join(
    f"WHEN '{kind}' THEN 1" for kind in sorted(COUNTED_KINDS, key=lambda kind: (kind is not Kind.TASK, kind))
)
_COUNTED = f"CASE kind {_IS_COUNTED} ELSE 0 END"
"""1 for a 任务, the kind of most first: a list of kinds would be looked through twice as long."""
_COLUMNS = (
    "SELECT plan_id, count(*), json_group_array(id), json_group_array(parent_id), json_group_array(holder_id),"
    f" group_concat({_COUNTED}, '') FROM task INDEXED BY ix_task_plan GROUP BY plan_id"
)
FLAGS = bytes.maketrans(b"01", b"\0\1")


def read_outline(connection: sqlite3.Connection) -> Outline:
    """The outline of every stored plan."""
    from sciplan_tui.core.outline.tree import Outline

    ids: list[int] = []
    parents: list[int | None] = []
    holders: list[int | None] = []
    read: tuple[list[Any], ...] = (ids, parents, holders)
    counted, spans = "", {}
    for plan, tasks, *columns, kinds in connection.execute(_COLUMNS):
        spans[plan] = (len(ids), len(ids) + tasks)
        for column, more in zip(read, columns, strict=True):
            column.extend(json.loads(more))
        counted += kinds
    places: dict[int | None, int] = dict(zip(ids, range(len(ids)), strict=True))
    flags = counted.encode().translate(FLAGS)
    return Outline(ids, _places(places, parents), _places(places, holders), flags, spans)


def read_counts(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """Of each plan that has any, how many nodes its outline has, and how many of them are 任务."""
    found = connection.execute(
        f"SELECT plan_id, count(*), count(CASE kind {_IS_COUNTED} END) FROM task GROUP BY plan_id"
    )
    return {plan: (nodes, tasks) for plan, nodes, tasks in found}


def read_first(connection: sqlite3.Connection, plans: Sequence[int], most: int) -> tuple[RowRef, ...]:
    """The first rows of plans, as they look where nothing is folded: what is counted below each is not told."""
    found: list[tuple[int, int, int | None, int]] = []
    for plan in plans:
        if len(found) > most:
            break
        sql = f"SELECT id, plan_id, parent_id, {_COUNTED} FROM task WHERE plan_id = ? ORDER BY position LIMIT ?"
        found += connection.execute(sql, (plan, most + 1 - len(found))).fetchall()
    depths: dict[int | None, int] = {None: -1}
    for task, _, parent, _ in found:
        depths[task] = depths[parent] + 1
    parents = {parent for _, _, parent, _ in found}
    rows = [
        RowRef(task, plan, depths[task], "printed", bool(kind), 0, False, task in parents)
        for task, plan, _, kind in found
    ]
    return tuple(rows[:most])


def _places(places: dict[int | None, int], tasks: Sequence[int | None]) -> list[int]:
    return [places.get(task, -1) for task in tasks]

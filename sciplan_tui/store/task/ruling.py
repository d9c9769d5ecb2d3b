"""What a ruling needs to know: proposals by their numbers, and whose statement holds for a task."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sciplan_tui.core.journal import Row
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.rows import rows


def proposals(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[str, Row]]:
    """Those of the assignments that are proposals, each with the key of its plan."""
    found: list[tuple[str, Row]] = []
    for some in portions(numbers):
        plans = dict(
            connection.execute(
                'SELECT assignment.id, plan."key" FROM assignment JOIN task ON task.id = task_id'
                f" JOIN plan ON plan.id = task.plan_id WHERE assignment.id IN ({gaps(some)})",
                some,
            ).fetchall()
        )
        where = f"id IN ({gaps(some)}) AND origin = 'proposed' ORDER BY id"
        found += [(plans[row["id"]], row) for row in rows(connection, "assignment", where, some)]
    return found


def holder_of(connection: sqlite3.Connection, task_id: int) -> int | None:
    """The task whose assignments hold for this one, or None."""
    found = connection.execute("SELECT holder_id FROM task WHERE id = ?", (task_id,)).fetchone()
    return found[0] if found else None

"""What marking needs to know: which plan a task is of, which milestones a plan has, and the marks at one of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from sciplan_tui.core.journal import Row
from sciplan_tui.core.plan import COUNTED_KINDS
from sciplan_tui.core.progress.milestone_key import KnownMilestone
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.rows import rows

_COUNTED = ", ".join(f"'{kind}'" for kind in sorted(COUNTED_KINDS))
MOST_CALLED = 6
"""So many tasks are named in one sentence."""


def plans_of_tasks(connection: sqlite3.Connection, tasks: Sequence[int]) -> dict[int, int]:
    """The plan of each task that is there."""
    found: dict[int, int] = {}
    for some in portions(tasks):
        found.update(connection.execute(f"SELECT id, plan_id FROM task WHERE id IN ({gaps(some)})", some).fetchall())
    return found


def headings_among(connection: sqlite3.Connection, tasks: Sequence[int]) -> frozenset[int]:
    """Those of these tasks that are headings of the outline, and no 任务."""
    found: list[int] = []
    for some in portions(tasks):
        sql = f"SELECT id FROM task WHERE kind NOT IN ({_COUNTED}) AND id IN ({gaps(some)})"
        found += [number for (number,) in connection.execute(sql, some)]
    return frozenset(found)


def milestones_of(connection: sqlite3.Connection, plan_id: int) -> tuple[KnownMilestone, ...]:
    """A plan's milestones in their order."""
    found = connection.execute(
        'SELECT id, plan_id, "key", kind, label, start_on, end_on FROM milestone'
        " WHERE plan_id = ? ORDER BY position, id",
        (plan_id,),
    )
    return tuple(KnownMilestone(*row) for row in found)


def marks_at(connection: sqlite3.Connection, milestone_id: int) -> dict[int, Row]:
    """The marks at one milestone, by task."""
    return {row["task_id"]: row for row in rows(connection, "mark", "milestone_id = ?", (milestone_id,))}


def called(connection: sqlite3.Connection, tasks: Sequence[int]) -> tuple[str, ...]:
    """The first few tasks by path and title; one that is gone, as the journal knew it last."""
    return tuple(_called(connection, task) for task in tasks[:MOST_CALLED])


def _called(connection: sqlite3.Connection, task: int) -> str:
    row = connection.execute("SELECT path, title FROM task WHERE id = ?", (task,)).fetchone()
    if row is None:
        found = connection.execute(
            "SELECT old FROM journal_change WHERE table_name = 'task' AND row_id = ? AND new IS NULL"
            " ORDER BY id DESC LIMIT 1",
            (task,),
        ).fetchone()
        old = json.loads(found[0]) if found else {}
        row = (old.get("path", "-"), old.get("title", ""))
    return " ".join(row).strip()

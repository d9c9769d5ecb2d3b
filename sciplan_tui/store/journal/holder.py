"""`task.holder_id`, kept after every change: the task whose assignments hold for this one (core.outline.holding)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from sciplan_tui.core.journal import Change
from sciplan_tui.core.outline.holding import wrong_holders
from sciplan_tui.store.conditions import gaps, portions


def hold_anew(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Work out the holders of every plan whose outline or assignments the changes touched."""
    for plan in _plans_touched(connection, changes):
        right = holders_to_mend(connection, plan)
        connection.executemany("UPDATE task SET holder_id = ? WHERE id = ?", [(h, task) for task, h in right.items()])


def holders_to_mend(connection: sqlite3.Connection, plan_id: int) -> dict[int, int | None]:
    """The plan's tasks whose stored holder is wrong, with the right one."""
    rows = connection.execute("SELECT id, parent_id, holder_id FROM task WHERE plan_id = ?", (plan_id,)).fetchall()
    stating = connection.execute(
        "SELECT DISTINCT a.task_id FROM assignment a JOIN task t ON t.id = a.task_id"
        " WHERE t.plan_id = ? AND a.origin <> 'proposed'",
        (plan_id,),
    )
    return wrong_holders(
        {task: parent for task, parent, _ in rows},
        [task for (task,) in stating],
        {task: holder for task, _, holder in rows},
    )


def _plans_touched(connection: sqlite3.Connection, changes: Iterable[Change]) -> set[int]:
    """The plans of the tasks that were changed or whose assignments were; a task that is new tells its plan itself."""
    plans: dict[int, int] = {}
    asked: set[int] = set()
    for change in changes:
        if change.table == "task":
            if change.old is None and change.new is not None:
                plans[change.id] = change.new["plan_id"]
            asked.add(change.id)
        elif change.table == "assignment":
            asked.add(_task_of(connection, change))
    return {*plans.values(), *_plans_of(connection, sorted(asked - plans.keys()))}


def _task_of(connection: sqlite3.Connection, change: Change) -> int:
    for row in (change.new, change.old):
        if row and "task_id" in row:
            return int(row["task_id"])
    found = connection.execute("SELECT task_id FROM assignment WHERE id = ?", (change.id,)).fetchone()
    return int(found[0]) if found else 0


def _plans_of(connection: sqlite3.Connection, tasks: Sequence[int]) -> set[int]:
    plans: set[int] = set()
    for some in portions(tasks):
        found = connection.execute(f"SELECT DISTINCT plan_id FROM task WHERE id IN ({gaps(some)})", some)
        plans.update(plan for (plan,) in found)
    return plans

"""What may be edited of a task, of its plan and of a milestone, read for the screen and the forms that ask for it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.detail.editable import Editable, EditableMilestone
from sciplan_tui.core.given.moment import moment
from sciplan_tui.core.given.plan import said
from sciplan_tui.core.journal import Row
from sciplan_tui.core.plan import MilestoneKind, Origin
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    import sqlite3


def editable(database: Path, task_id: int, *, today: datetime.date) -> Editable:
    """All of one task. RefusedError (`no_task`): it is gone. StoreError: the database."""
    from sciplan_tui.store.rows import rows
    from sciplan_tui.workspace.edit.targets import reported_for
    from sciplan_tui.workspace.edit.tasks import going_with

    with View.open(database, today) as view:
        task, connection = view.task(task_id), view.connection
        numbers = [row["id"] for row in rows(connection, "target", "task_id = ? ORDER BY position", (task_id,))]
        (plan,) = rows(connection, "plan", "id = ?", (task.plan.plan_id,))
        (row,) = rows(connection, "task", "id = ?", (task_id,))
        return Editable(
            task,
            tuple(zip(numbers, task.targets, strict=True)),
            _milestones(connection, plan),
            said(plan),
            row["said_path"] is None,
            going_with(connection, row),
            {number: len(reported_for(connection, number)) for number in numbers},
        )


def first_task(database: Path, plan: str, *, today: datetime.date) -> int:
    """The task that a plan begins with. RefusedError: no such plan, or it has none. StoreError: the database."""
    from sciplan_tui.store.rows import rows
    from sciplan_tui.workspace.meant.plan import plan_meant

    with View.open(database, today) as view:
        owner = plan_meant(view.connection, plan)
        found = rows(view.connection, "task", "plan_id = ? ORDER BY position LIMIT 1", (owner["id"],))
    if not found:
        raise RefusedError("no_task", ref=owner["key"])
    return int(found[0]["id"])


def editable_milestone(database: Path, plan: str, key: str, *, today: datetime.date) -> EditableMilestone:
    """One milestone of a plan, by their keys. RefusedError: it is gone. StoreError: the database."""
    from sciplan_tui.workspace.meant.plan import milestone_meant, plan_meant

    with View.open(database, today) as view:
        owner = plan_meant(view.connection, plan)
        return _milestone(view.connection, owner, milestone_meant(view.connection, owner, key))


def _milestones(connection: sqlite3.Connection, plan: Row) -> tuple[EditableMilestone, ...]:
    from sciplan_tui.store.rows import rows

    found = rows(connection, "milestone", "plan_id = ? ORDER BY position, id", (plan["id"],))
    return tuple(_milestone(connection, plan, row) for row in found)


def _milestone(connection: sqlite3.Connection, plan: Row, row: Row) -> EditableMilestone:
    from sciplan_tui.store.progress.marks import marks_at

    date = moment(row["start_on"], row["end_on"], row["precision"])
    by_hand, marks = row["origin"] == Origin.RULED, len(marks_at(connection, row["id"]))
    return EditableMilestone(plan["key"], row["key"], row["label"], MilestoneKind(row["kind"]), date, by_hand, marks)

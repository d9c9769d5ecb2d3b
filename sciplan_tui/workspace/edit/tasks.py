"""A task by hand, behind another or below it, and the dropping of one that a person has added.

No edition says such a task, so none takes it away; where a later one says a task of its title, it is that task.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.plan import Kind, Origin
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.correcting import task_and_facts
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.given_text import document, one_line

if TYPE_CHECKING:
    import sqlite3

HANGING = ("assignment", "target", "mark", "succession")
"""The tables whose rows go with their task; with a figure goes what was reported for it."""


def add_task(
    database: Path,
    beside: int,
    title: str,
    *,
    below: bool = False,
    kind: Kind = Kind.TASK,
    with_units: bool = False,
    by: str | None = None,
    at: str,
) -> Gesture:
    """Add a task behind the task `beside`, or `below` it, numbered as its neighbours are.

    `with_units`: it has the units of `beside` as its own, ruled by the document or person `by`; else it inherits what
    is stated above it. RefusedError: no title, or it is too long; `beside` is gone.
    """
    title, ruled_by = title_given(title), document(by)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.core.diff.difference import altered
        from sciplan_tui.core.given.task import place
        from sciplan_tui.store.journal.writing import next_id

        task, facts = task_and_facts(connection, beside)
        outline = outline_of(connection, task["plan_id"])
        found, number = place(outline, beside, below=below), next_id(connection, "task")
        row = new_row(task["plan_id"], title, kind, path=found.path, position=found.position)
        added = Change("task", number, None, {**row, "parent_id": found.parent_id, "number": found.number})
        ruled = {"origin": str(Origin.RULED), "reason": None, "ruled_by": ruled_by, "ruled_on": at[:10]}
        copied = [*_copied(connection, beside, number, ruled)] if with_units else []
        told = {"what": "add", **facts, "path": found.path, "title": title, "kind": str(kind), "copied": len(copied)}
        return told, [*(altered("task", one, {"position": to}) for one, to in found.shifted), added, *copied]

    return carry_out(database, "task", planned, at)


def drop_task(database: Path, task_id: int, *, with_all: bool = False, at: str) -> Gesture:
    """Take away a task that a person has added, with what hangs below it.

    RefusedError: it, or a task below it, is said by an edition; more goes with it, and is not to go (`with_all`).
    """

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.core.diff.difference import removed

        task, facts = task_and_facts(connection, task_id)
        tasks = _to_drop(connection, task, facts)
        hanging = _hanging(connection, tasks)
        going = _counts(tasks, hanging)
        _refuse_unsaid(going, with_all, facts)
        changes: list[Change | None] = [removed(table, row) for table, rows in hanging.items() for row in rows]
        changes += [*_milestones_let_go(connection, tasks), *(removed("task", row) for row in reversed(tasks))]
        return {"what": "drop", **facts, "going": going}, changes

    return carry_out(database, "task", planned, at)


def going_with(connection: sqlite3.Connection, task: Row) -> dict[str, int]:
    """What hangs on a task and would go with it, by table."""
    from sciplan_tui.core.given.task import subtree

    outline = outline_of(connection, task["plan_id"])
    below = subtree(outline, task["id"])
    tasks = [row for row in outline if row["id"] in below]
    return _counts(tasks, _hanging(connection, tasks))


def title_given(text: str) -> str:
    """A title as it is kept. RefusedError: it is empty, or too long."""
    if title := one_line(text):
        return title
    raise RefusedError("title_empty")


def new_row(plan_id: int, title: str, kind: Kind, *, path: str, position: int) -> dict[str, Any]:
    """A task that no document says, at the top of the outline."""
    from sciplan_tui.core.folding import search_text

    return {
        "plan_id": plan_id,
        "parent_id": None,
        "position": position,
        "path": path,
        "number": None,
        "line": None,
        "line_end": None,
        "inferred": 0,
        "title": title,
        "kind": str(kind),
        "open_list": 0,
        "deadline": None,
        "text": "",
        "search": search_text(title, ""),
        "said_path": None,
    }


def outline_of(connection: sqlite3.Connection, plan_id: int) -> Sequence[Row]:
    """All tasks of a plan in their order."""
    from sciplan_tui.store.rows import rows

    return rows(connection, "task", "plan_id = ? ORDER BY position, id", (plan_id,))


def _copied(connection: sqlite3.Connection, beside: int, task: int, ruled: dict[str, Any]) -> Iterator[Change]:
    """The units of the neighbour, its own or inherited, as rulings at the new task."""
    from sciplan_tui.core.unit.over_time import EVER, standing
    from sciplan_tui.store.as_of.holdings import successions
    from sciplan_tui.store.journal.numbers import Numbers
    from sciplan_tui.store.rows import rows
    from sciplan_tui.workspace.edit.own_list import copies, inherited

    own = rows(connection, "assignment", "task_id = ? AND origin <> 'proposed' ORDER BY position, id", (beside,))
    heir_at = standing(successions(connection), (), EVER).heir_at
    for change in copies(task, own or inherited(connection, beside), heir_at, Numbers(connection)):
        yield Change(change.table, change.id, None, {**(change.new or {}), "line": None, "quote": None, **ruled})


def _to_drop(connection: sqlite3.Connection, task: Row, facts: dict[str, Any]) -> list[Row]:
    """The task and those below it. RefusedError: an edition says one of them, or the plan would be left without any."""
    from sciplan_tui.core.given.task import subtree

    outline = outline_of(connection, task["plan_id"])
    below = subtree(outline, task["id"])
    tasks = [row for row in outline if row["id"] in below]
    said = next((row for row in tasks if row["said_path"] is not None), None)
    if said is not None:
        raise RefusedError("task_said", path=said["path"], title=said["title"])
    if len(tasks) == len(outline):
        raise RefusedError("task_last", path=task["path"], title=task["title"], plan=facts["plan"])
    return tasks


def _hanging(connection: sqlite3.Connection, tasks: Sequence[Row]) -> dict[str, list[Row]]:
    from sciplan_tui.store.rows import rows

    hanging = {
        table: [one for task in tasks for one in rows(connection, table, "task_id = ? ORDER BY id", (task["id"],))]
        for table in HANGING
    }
    of_figure = "target_id = ? ORDER BY id"
    reported = [one for row in hanging["target"] for one in rows(connection, "reported", of_figure, (row["id"],))]
    return {**hanging, "reported": reported}


def _counts(tasks: Sequence[Row], hanging: dict[str, list[Row]]) -> dict[str, int]:
    return {"task": len(tasks) - 1, **{table: len(rows) for table, rows in hanging.items()}}


def _refuse_unsaid(going: dict[str, int], with_all: bool, facts: dict[str, Any]) -> None:
    from sciplan_tui.core.sentence.edited import hanging

    if any(going.values()) and not with_all:
        raise RefusedError("task_holds", what=hanging(going), path=facts["path"], title=facts["title"])


def _milestones_let_go(connection: sqlite3.Connection, tasks: Sequence[Row]) -> Iterator[Change | None]:
    """Milestones that stand at one of the tasks stay in the plan."""
    from sciplan_tui.core.diff.difference import altered
    from sciplan_tui.store.rows import rows

    for task in tasks:
        for row in rows(connection, "milestone", "task_id = ?", (task["id"],)):
            yield altered("milestone", row, {"task_id": None})

"""Correcting what was misread of a task: its title, its kind, its level.

Each correction is one journal entry, and edits the stored row: the plan's next edition is compared with what the last
one said, so a misreading that is repeated never takes a correction back. What is printed is kept beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Gesture, Row
from sciplan_tui.core.plan import Kind
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.given_text import one_line

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.outline.level import Node


def correct_title(database: Path, task_id: int, title: str, *, at: str) -> Gesture:
    """Give a task another title, by which it is then found. RefusedError: empty, too long, or the task is gone."""
    from sciplan_tui.core.diff.difference import altered
    from sciplan_tui.core.folding import search_text

    title = one_line(title)
    if not title:
        raise RefusedError("title_empty")

    def planned(connection: sqlite3.Connection) -> Planned:
        task, facts = task_and_facts(connection, task_id)
        wanted = {"title": title, "search": search_text(title, task["text"])}
        told = {**facts, "what": "title", "old": task["title"], "new": title}
        return told, [altered("task", task, wanted)] if title != task["title"] else []

    return carry_out(database, "correct", planned, at)


def correct_kind(database: Path, task_id: int, kind: Kind, *, at: str) -> Gesture:
    """Say what a node of the outline is. RefusedError: the task is gone."""
    from sciplan_tui.core.diff.difference import altered

    def planned(connection: sqlite3.Connection) -> Planned:
        task, facts = task_and_facts(connection, task_id)
        told = {**facts, "what": "kind", "old": task["kind"], "new": str(kind)}
        return told, [altered("task", task, {"kind": str(kind)})]

    return carry_out(database, "correct", planned, at)


def correct_level(database: Path, task_id: int, by: int, *, at: str) -> Gesture:
    """Move a task, with what hangs below it, a level in (1) or out (-1), as `core.outline.level` tells.

    RefusedError: it is the first of its siblings, it stands at the top, or it is gone.
    """
    from sciplan_tui.core.diff.difference import altered
    from sciplan_tui.core.outline.level import Node, moved
    from sciplan_tui.store.rows import rows

    def planned(connection: sqlite3.Connection) -> Planned:
        task, facts = task_and_facts(connection, task_id)
        outline = rows(connection, "task", "plan_id = ? ORDER BY position, id", (task["plan_id"],))
        nodes = [Node(row["id"], row["parent_id"], row["path"], row["title"]) for row in outline]
        after = moved(nodes, task_id, by)
        changes = [
            altered("task", row, {"parent_id": node.parent_id, "path": node.path})
            for row in outline
            if (node := after.get(row["id"])) is not None
        ]
        adopted = [row["path"] for row in outline if _is_adopted(row, task_id, after)]
        told = {**facts, "what": "level", "old": task["path"], "new": after[task_id].path, "adopted": adopted}
        return told, changes

    return carry_out(database, "correct", planned, at)


def _is_adopted(row: Row, task_id: int, after: Mapping[int, Node]) -> bool:
    """Whether a task hangs below this one after the move, and did not before."""
    there = after.get(row["id"])
    return there is not None and there.parent_id == task_id != row["parent_id"]


def task_and_facts(connection: sqlite3.Connection, task_id: int) -> tuple[Row, dict[str, Any]]:
    """The task's row, and the facts that every sentence about it tells."""
    from sciplan_tui.store.rows import rows

    found = rows(connection, "task", "id = ?", (task_id,))
    if not found:
        raise RefusedError("no_task", ref=task_id)
    (plan,) = rows(connection, "plan", "id = ?", (found[0]["plan_id"],))
    return found[0], {"plan": plan["key"], "path": found[0]["path"], "title": found[0]["title"]}

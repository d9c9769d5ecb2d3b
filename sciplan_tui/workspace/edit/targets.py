"""Figures by hand: one added to a task, one changed, one dropped.

The plan's next edition is compared with what the last one said, so none of it is taken back; a figure that is added
stands in no edition, and stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.given.figure import FIELDS, figure_columns
from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import listed
from sciplan_tui.workspace.edit.correcting import task_and_facts
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.given_text import one_line

if TYPE_CHECKING:
    import sqlite3

Given = Mapping[str, str]
"""What is said of a figure, by field, each as it is written."""


def add_target(database: Path, task_id: int, given: Given, *, at: str) -> Gesture:
    """Promise a figure in a task. RefusedError: it is not whole, a field is not what it should be, the task is gone."""
    said = _bounded(given)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.store.journal.writing import next_id
        from sciplan_tui.store.rows import rows

        _, facts = task_and_facts(connection, task_id)
        columns = figure_columns(said)
        there = rows(connection, "target", "task_id = ? ORDER BY position, id", (task_id,))
        position = max((row["position"] for row in there), default=0) + 1
        row = {"task_id": task_id, "position": position, **columns, "region": None, "line": None, "quote": None}
        return {"what": "add", **facts, **_told(columns)}, [Change("target", next_id(connection, "target"), None, row)]

    return carry_out(database, "target", planned, at)


def set_target(database: Path, target_id: int, given: Given, *, at: str) -> Gesture:
    """Say otherwise what a figure is; what is not given stays. RefusedError: as `add_target`, or the figure is gone."""
    from sciplan_tui.core.diff.difference import altered

    said = _bounded(given)

    def planned(connection: sqlite3.Connection) -> Planned:
        row, facts = target_and_facts(connection, target_id)
        columns = figure_columns(said, row)
        changed = {name: [row[name], columns[name]] for name in FIELDS if row[name] != columns[name]}
        return {"what": "set", **facts, "given": changed}, [altered("target", row, columns)]

    return carry_out(database, "target", planned, at)


def drop_target(database: Path, target_id: int, *, with_all: bool = False, at: str) -> Gesture:
    """Take a figure away. What was reported for it goes with it, and stays in the journal.

    RefusedError: it is gone; something was reported for it, and is not to go (`with_all`).
    """
    from sciplan_tui.core.diff.difference import removed

    def planned(connection: sqlite3.Connection) -> Planned:
        row, facts = target_and_facts(connection, target_id)
        reported = reported_for(connection, target_id)
        if reported and not with_all:
            raise RefusedError("target_reported", count=len(reported), **facts)
        changes = [*(removed("reported", one) for one in reported), removed("target", row)]
        return {"what": "drop", **facts, **_told(row), "going": {"reported": len(reported)}}, changes

    return carry_out(database, "target", planned, at)


def target_meant(database: Path, task_id: int, name: str | None) -> int:
    """The number of the figure of a task that `name` means: its place there, its indicator or a part of it.

    None: the only one. RefusedError: none, or several; those there are, are named.
    """
    from sciplan_tui.core.folding import fold
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.rows import rows

    with opened(database) as connection:
        _, facts = task_and_facts(connection, task_id)
        there = rows(connection, "target", "task_id = ? ORDER BY position, id", (task_id,))
    wanted = fold(name or "")
    placed = [row for at, row in enumerate(there, 1) if wanted == str(at)]
    same = [row for row in there if fold(row["indicator"]) == wanted]
    part = [row for row in there if wanted in fold(row["indicator"])]
    fits = placed or same or part
    if not there:
        raise RefusedError("no_target", path=facts["path"], title=facts["title"])
    if len(fits) != 1:
        known = listed(f"{at} {row['indicator']}" for at, row in enumerate(there, 1)) or "-"
        raise RefusedError("which_target", path=facts["path"], title=facts["title"], known=known)
    return int(fits[0]["id"])


def reported_for(connection: sqlite3.Connection, target_id: int) -> Sequence[Row]:
    """All that was reported for a figure, the oldest first."""
    from sciplan_tui.store.rows import rows

    return rows(connection, "reported", "target_id = ? ORDER BY on_day", (target_id,))


def _bounded(given: Given) -> dict[str, str]:
    """Each on one line, and no longer than it can be shown."""
    return {name: one_line(text) for name, text in given.items()}


def target_and_facts(connection: sqlite3.Connection, target_id: int) -> tuple[Row, dict[str, Any]]:
    """A figure's row, and the facts that every sentence about it tells. RefusedError: it is gone."""
    from sciplan_tui.store.rows import rows

    found = rows(connection, "target", "id = ?", (target_id,))
    if not found:
        raise RefusedError("target_gone")
    _, facts = task_and_facts(connection, found[0]["task_id"])
    return found[0], {**facts, "indicator": found[0]["indicator"]}


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    """The figure itself."""
    return {"indicator": row["indicator"], "figure": {name: row[name] for name in FIELDS}}

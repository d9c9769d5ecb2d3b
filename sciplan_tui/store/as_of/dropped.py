"""Duties that a ruling dropped after the day that is asked about: on that day they were held still.

They are read from the journal: a row that is dropped is gone from the tables. Where the drop left a task without any
statement of its own, what is stated above it holds there now, and the past of that task is not told.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from sciplan_tui.store.columns import COLUMNS

NAMES = ("id", *COLUMNS["assignment"])
_ENTRIES = (
    "SELECT id, summary FROM journal_entry WHERE kind = 'rule' AND undone_by IS NULL"
    " AND json_extract(summary, '$.what') = 'drop' AND json_extract(summary, '$.on') > ?"
)
_CHANGES = "SELECT row_id, old, new FROM journal_change WHERE entry_id = ? AND table_name = 'assignment'"
_STANDS = (
    "SELECT EXISTS (SELECT 1 FROM task WHERE id = :task_id AND holder_id = id)"
    " AND EXISTS (SELECT 1 FROM unit WHERE id = :unit_id)"
    " AND NOT EXISTS (SELECT 1 FROM assignment WHERE task_id = :task_id AND unit_id = :unit_id AND role = :role"
    " AND (ruled_on IS NULL OR ruled_on <= :day))"
)
"""The task states its units itself, and this one is not ruled to be among them again."""
_ABOVE = (
    f"SELECT {', '.join(NAMES)} FROM assignment WHERE role = ? AND origin <> 'proposed' AND task_id ="
    " (SELECT above.holder_id FROM task JOIN task AS above ON above.id = task.parent_id WHERE task.id = ?)"
)
_Row = Mapping[str, Any]


def make_dropped(connection: sqlite3.Connection, day: str) -> bool:
    """Make `temp.dropped`, a table like `assignment`, of what was dropped after `day` (ISO); False: nothing was."""
    rows = [row for row in _dropped(connection, day) if connection.execute(_STANDS, {**row, "day": day}).fetchone()[0]]
    if rows:
        columns = ", ".join(f'"{name}"' for name in NAMES)
        connection.execute("DROP TABLE IF EXISTS temp.dropped")
        connection.execute(f"CREATE TABLE temp.dropped ({columns})")
        gaps = ", ".join("?" * len(NAMES))
        values = [tuple(row.get(name) for name in NAMES) for row in rows]
        connection.executemany(f"INSERT INTO temp.dropped VALUES ({gaps})", values)
    return bool(rows)


def _dropped(connection: sqlite3.Connection, day: str) -> Iterator[_Row]:
    for entry, summary in connection.execute(_ENTRIES, (day,)).fetchall():
        changes = connection.execute(_CHANGES, (entry,)).fetchall()
        removed = [{**json.loads(old), "id": number} for number, old, new in changes if new is None]
        yield from removed
        if copies := [json.loads(new) for _, old, new in changes if old is None]:
            yield from _not_copied(connection, copies, json.loads(summary)["role"])


def _not_copied(connection: sqlite3.Connection, copies: list[_Row], role: str) -> Iterator[_Row]:
    """A duty that was inherited is dropped by writing the others at the task itself: it is still stated above."""
    task, kept = copies[0]["task_id"], {(one["unit_id"], one["role"]) for one in copies}
    for values in connection.execute(_ABOVE, (role, task)).fetchall():
        row = dict(zip(NAMES, values, strict=True))
        if (row["unit_id"], row["role"]) not in kept:
            yield {**row, "task_id": task}

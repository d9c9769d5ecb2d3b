"""Marks as they stood on a day that is past: what was marked for a later day is not known yet, and what a later mark
took the place of, or was cleared later, stands still.

A mark stands from the day that it names, else from the day on which it was noted; where the journal does not tell of
it, since ever. Of several the one that was noted last is taken: it corrects the others.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sciplan_tui.store.columns import COLUMNS

NAMES = ("id", *COLUMNS["mark"])
_COLUMNS = ", ".join(f'"{name}"' for name in NAMES)
_NOTED = (
    "FROM journal_change JOIN journal_entry ON journal_entry.id = entry_id"
    " WHERE table_name = 'mark' AND undone_by IS NULL AND kind NOT IN ('undo', 'redo')"
)
_LATER = (
    f"SELECT EXISTS (SELECT 1 FROM mark WHERE on_date > ?1) OR EXISTS (SELECT 1 {_NOTED} AND substr(at, 1, 10) > ?1)"
)
_ALL = f"SELECT row_id, old, new, at {_NOTED} ORDER BY entry_id, position"
_PRESENT = f"SELECT {_COLUMNS} FROM main.mark WHERE id = ?"
_UNTOLD = (
    f"SELECT {_COLUMNS} FROM main.mark WHERE (on_date IS NULL OR on_date <= ?)"
    " AND id NOT IN (SELECT row_id FROM journal_change WHERE table_name = 'mark')"
)
_STANDS = (
    "SELECT EXISTS (SELECT 1 FROM task WHERE id = :task_id)"
    " AND EXISTS (SELECT 1 FROM milestone WHERE id = :milestone_id)"
)
_Row = Mapping[str, Any]


def make_past_marks(connection: sqlite3.Connection, day: str) -> None:
    """Make `temp.mark`, which SQLite finds before the table of that name, of the marks as they stood on `day` (ISO).

    Where nothing was marked later it is not made.
    """
    if not connection.execute(_LATER, (day,)).fetchone()[0]:
        return
    rows = [row for row in _stood(connection, day) if connection.execute(_STANDS, row).fetchone()[0]]
    untold = connection.execute(_UNTOLD, (day,)).fetchall()
    connection.execute(f"CREATE TABLE temp.mark ({_COLUMNS})")
    gaps = ", ".join("?" * len(NAMES))
    values = [*untold, *([row.get(name) for name in NAMES] for row in rows)]
    connection.executemany(f"INSERT INTO temp.mark VALUES ({gaps})", values)
    connection.execute("CREATE INDEX temp.ix_past_mark ON mark (task_id, milestone_id)")


def _stood(connection: sqlite3.Connection, day: str) -> Iterable[_Row]:
    """One mark at most at each task and milestone."""
    stood: dict[tuple[int, int], _Row] = {}
    for place, row, since in _noted(connection):
        if since <= day and row is not None:
            stood[place] = row
        elif since <= day:
            stood.pop(place, None)
    return stood.values()


def _noted(connection: sqlite3.Connection) -> Iterator[tuple[tuple[int, int], _Row | None, str]]:
    """What was noted at a task and milestone, in that order, None where it was cleared; and since which day so."""
    rows: dict[int, dict[str, Any]] = {}
    for number, old, new, at in connection.execute(_ALL).fetchall():
        if old is not None and number not in rows:
            rows[number] = row = {**_present(connection, number), **json.loads(old)}
            yield _place(row), row, ""
        row = rows.pop(number, {"id": number})
        if new is not None:
            rows[number] = row = {**row, **json.loads(new)}
        since = at[:10] if new is None else row.get("on_date") or at[:10]
        yield _place(row), None if new is None else row, since


def _present(connection: sqlite3.Connection, number: int) -> dict[str, Any]:
    """The row as it is, for one of which the journal tells only what was altered."""
    found = connection.execute(_PRESENT, (number,)).fetchone()
    return dict(zip(NAMES, found, strict=True)) if found else {"id": number}


def _place(row: _Row) -> tuple[int, int]:
    return row["task_id"], row["milestone_id"]

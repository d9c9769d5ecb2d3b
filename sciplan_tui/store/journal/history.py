"""The changes of an entry as a person knows them: rows by the names of their tasks, units and milestones.

A row that is gone is known by what the journal noted when it went.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sciplan_tui.core.detail.entry import ADDED, ALTERED, REMOVED, Field, Touch
from sciplan_tui.core.journal import Change
from sciplan_tui.store.conditions import gaps, portions

MOST = 200
"""Changes told one by one; a larger entry is told by its counts."""
_CHANGES = (
    "SELECT table_name, row_id, old, new FROM journal_change WHERE entry_id = ? AND table_name <> 'edition'"
    " ORDER BY position LIMIT ?"
)
_COUNTS = (
    "SELECT table_name, CASE WHEN old IS NULL THEN 'added' WHEN new IS NULL THEN 'removed' ELSE 'altered' END AS how,"
    " count(*) FROM journal_change WHERE entry_id = ? GROUP BY table_name, how ORDER BY min(position)"
)
_EDITION = "SELECT new FROM journal_change WHERE entry_id = ? AND table_name = 'edition' AND new IS NOT NULL LIMIT 1"
_GONE = (
    "SELECT old FROM journal_change WHERE table_name = ? AND row_id = ? AND new IS NULL ORDER BY entry_id DESC LIMIT 1"
)
_QUIET = frozenset({"position", "search", "said_path", "plan_id", "edition_id", "details", "inferred", "line_end"})
"""Columns that say nothing to a person."""
_REFERS = {
    "task_id": "task", "parent_id": "task", "unit_id": "unit", "milestone_id": "milestone", "from_id": "unit",
    "to_id": "unit", "collective_id": "unit", "member_id": "unit", "target_id": "target",
}  # fmt: skip
"""Columns that name a row, and its table."""
_NAMES = {
    "task": ("path", "title"), "unit": ("name",), "milestone": ("label",), "plan": ("key",), "problem": ("code",),
    "assignment": ("task_id", "unit_id"), "mark": ("task_id", "milestone_id"), "target": ("task_id", "indicator"),
    "succession": ("from_id", "to_id"), "membership": ("collective_id", "member_id"),
    "reported": ("target_id", "on_day"),
}  # fmt: skip
"""By table the columns that a row is called by."""
_TELLS = {
    "task": ("kind", "deadline"), "assignment": ("role", "origin"), "mark": ("status", "on_date", "note", "evidence"),
    "target": ("comparator", "value", "unit", "deadline"), "milestone": ("kind", "end_on"), "unit": ("class",),
    "succession": ("kind", "on_date"), "membership": ("since_on", "until_on"), "plan": ("title",),
    "reported": ("value", "note", "evidence"),
}  # fmt: skip
"""By table what is told of a row that came or went."""
_Rows = dict[tuple[str, int], Mapping[str, Any]]


def read_sizes(connection: sqlite3.Connection) -> dict[int, int]:
    """How many rows each entry touched."""
    return dict(connection.execute("SELECT entry_id, count(*) FROM journal_change GROUP BY entry_id").fetchall())


def read_counts(connection: sqlite3.Connection, number: int) -> dict[tuple[str, str], int]:
    """How many rows of each table an entry added, removed and altered."""
    return {(table, how): count for table, how, count in connection.execute(_COUNTS, (number,))}


def read_source(connection: sqlite3.Connection, number: int) -> str | None:
    """The name of the file whose edition an entry stored."""
    found = connection.execute(_EDITION, (number,)).fetchone()
    return json.loads(found[0]).get("name") if found else None


def read_touches(connection: sqlite3.Connection, number: int) -> tuple[Touch, ...]:
    """The first MOST changes of an entry; one in which nothing altered that a person would miss is left out."""
    found = connection.execute(_CHANGES, (number, MOST)).fetchall()
    changes = [
        Change(t, row, json.loads(old) if old else None, json.loads(new) if new else None) for t, row, old, new in found
    ]
    rows = _known(connection, changes)
    return tuple(touch for change in changes if (touch := _touch(change, rows)).fields or touch.how != ALTERED)


def _known(connection: sqlite3.Connection, changes: Sequence[Change]) -> _Rows:
    """The rows that the changes are about, then those that these name; of a reported value the task of its figure."""
    rows: _Rows = {}
    _look_up(connection, rows, ((change.table, change.id) for change in changes))
    for change in changes:
        rows[change.table, change.id] = {
            **rows.get((change.table, change.id), {}),
            **(change.old or {}),
            **(change.new or {}),
        }
    said = [row for change in changes for row in (rows[change.table, change.id], change.old or {})]
    named = {(_REFERS[name], row[name]) for row in said for name in _REFERS.keys() & row.keys() if row[name]}
    _look_up(connection, rows, named - rows.keys())
    tasks = {("task", rows[one]["task_id"]) for one in named if one[0] == "target" and "task_id" in rows.get(one, {})}
    _look_up(connection, rows, tasks - rows.keys())
    return rows


def _look_up(connection: sqlite3.Connection, rows: _Rows, wanted: Iterable[tuple[str, int]]) -> None:
    by_table: defaultdict[str, list[int]] = defaultdict(list)
    for table, number in wanted:
        by_table[table].append(number)
    for table, numbers in by_table.items():
        names = _NAMES.get(table, ())
        columns = ", ".join(f'"{name}"' for name in ("id", *names))
        for some in portions(numbers):
            for number, *values in connection.execute(
                f"SELECT {columns} FROM {table} WHERE id IN ({gaps(some)})", some
            ):
                rows[table, number] = dict(zip(names, values, strict=True))
        for number in numbers:
            if (table, number) not in rows and (gone := connection.execute(_GONE, (table, number)).fetchone()):
                rows[table, number] = json.loads(gone[0])


def _touch(change: Change, rows: _Rows) -> Touch:
    row = rows[change.table, change.id]
    target = rows.get(("target", row.get("target_id", 0)), {})
    task = change.id if change.table == "task" else row.get("task_id", target.get("task_id"))
    how = ADDED if change.old is None else REMOVED if change.new is None else ALTERED
    return Touch(change.table, how, _called(change.table, change.id, rows), task, tuple(_fields(change, rows)))


def _called(table: str, number: int, rows: _Rows) -> str:
    row = rows.get((table, number), {})
    told = [_value(name, row.get(name), rows) for name in _NAMES.get(table, ())]
    return " ".join(str(value) for value in told if value not in (None, "")) or f"#{number}"


def _fields(change: Change, rows: _Rows) -> Iterator[Field]:
    old, new = change.old or {}, change.new or {}
    columns = _TELLS.get(change.table, ()) if change.old is None or change.new is None else tuple(new)
    for name in columns:
        if name not in _QUIET and (old.get(name) is not None or new.get(name) is not None):
            yield Field(name, _value(name, old.get(name), rows), _value(name, new.get(name), rows))


def _value(name: str, value: Any, rows: _Rows) -> Any:
    table = _REFERS.get(name)
    return value if table is None or value is None else _called(table, value, rows)

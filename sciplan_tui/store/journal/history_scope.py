"""Which entries of the journal touched given tasks, or anything of given plans.

The journal is read backwards: a change that takes a row away tells all of it, so that its earlier changes, which tell
only what altered, are known for what they are when they come.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sciplan_tui.store.conditions import gaps, portions

_CHANGES = "SELECT entry_id, table_name, row_id, old, new FROM journal_change ORDER BY entry_id DESC, position DESC"
_OF_TASKS = (
    ("assignment", "SELECT id FROM assignment WHERE task_id IN ({rows})"),
    ("mark", "SELECT id FROM main.mark WHERE task_id IN ({rows})"),
    ("target", "SELECT id FROM target WHERE task_id IN ({rows})"),
    ("reported", "SELECT reported.id FROM reported JOIN target ON target.id = target_id WHERE task_id IN ({rows})"),
)
_PARTS = ("task", "unit", "milestone", "edition", "succession", "membership")
_OF_PLANS = (
    *((table, f"SELECT id FROM {table} WHERE plan_id IN ({{rows}})") for table in _PARTS),
    (
        "problem",
        "SELECT problem.id FROM problem JOIN edition ON edition.id = edition_id WHERE plan_id IN ({rows})",
    ),
)
_REFERS = {
    "task_id": "task",
    "parent_id": "task",
    "target_id": "target",
    "plan_id": "plan",
    "edition_id": "edition",
    "from_id": "unit",
    "to_id": "unit",
    "collective_id": "unit",
    "member_id": "unit",
}
"""Columns that name a row, and its table. A unit is named by too much: an assignment is one of its task."""
_Rows = defaultdict[str, set[int]]


def entries_touching(connection: sqlite3.Connection, tasks: Collection[int], plans: Collection[int]) -> frozenset[int]:
    """The numbers of the entries that touched one of the tasks, or anything of the plans."""
    rows: _Rows = defaultdict(set, {"task": set(tasks), "plan": set(plans)})
    for table, sql in _OF_PLANS:
        rows[table] |= _ids(connection, sql, plans)
    for table, sql in _OF_TASKS:
        rows[table] |= _ids(connection, sql, tuple(rows["task"]))
    found: set[int] = set()
    for entry, table, row, old, new in connection.execute(_CHANGES):
        if row in rows[table] or _refers(rows, old) or _refers(rows, new):
            rows[table].add(row)
            found.add(entry)
    return frozenset(found)


def _refers(rows: _Rows, said: str | None) -> bool:
    """Whether what a row was, or became, names one of the rows."""
    values: Mapping[str, Any] = json.loads(said) if said else {}
    return any(values.get(name) in rows[table] for name, table in _REFERS.items() if values.get(name) is not None)


def _ids(connection: sqlite3.Connection, sql: str, rows: Collection[int]) -> set[int]:
    return {
        number
        for some in portions(tuple(rows))
        for (number,) in connection.execute(sql.replace("{rows}", gaps(some)), some)
    }

"""The newest entries of the journal that touched a unit or its duties."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sciplan_tui.core.journal import Change, Entry
from sciplan_tui.core.unit.changes import Concerned
from sciplan_tui.core.unit.detail import UnitChange, UnitDuty
from sciplan_tui.store.conditions import gaps, portions

MOST = 20
"""Entries told; the history has all."""
LOOKED = 20_000
"""Changes looked at; a page must open at once however long the journal is."""
_ENTRIES = "SELECT id, at, kind, summary, undoes, undone_by FROM journal_entry ORDER BY id DESC"
_CHANGES = (
    "SELECT table_name, row_id, old, new FROM journal_change WHERE entry_id = ? AND table_name IN"
    " ('assignment', 'mark', 'membership', 'reported', 'succession', 'target', 'task', 'unit')"
    " ORDER BY position DESC LIMIT ?"
)
_NEW = (
    "SELECT row_id FROM journal_change WHERE entry_id = ? AND table_name = 'assignment' AND row_id IN ({rows})"
    " AND old IS NULL"
)
_REPORTED = "SELECT reported.id, task_id FROM reported JOIN target ON target.id = target_id WHERE task_id IN ({rows})"


def read_unit_changes(
    connection: sqlite3.Connection, units: Collection[int], duties: Sequence[UnitDuty]
) -> tuple[tuple[UnitChange, ...], bool]:
    """The newest MOST, the newest first; and whether there may be earlier ones that were not looked for."""
    paths = {duty.task_id: duty.path for duty in duties}
    paths.update((one.task_id, one.path) for duty in duties for one in duty.below)
    concerned = _concerned(connection, frozenset(units), list(paths))
    told: list[UnitChange] = []
    left = LOOKED
    for number, at, kind, summary, undoes, undone_by in connection.execute(_ENTRIES).fetchall():
        if len(told) == MOST or left <= 0:
            return tuple(told), True
        facts = json.loads(summary)
        tasks, looked = _touched(
            connection, number, concerned, first=kind == "import" and facts.get("edition") == 1, most=left
        )
        left -= looked
        if tasks:
            where = tuple(paths[task] for task in paths if task in tasks)
            told.append(UnitChange(Entry(number, at, kind, facts, undoes, undone_by is None), where))
    return tuple(told), False


def _concerned(connection: sqlite3.Connection, units: frozenset[int], tasks: Sequence[int]) -> Concerned:
    return Concerned(
        units,
        frozenset(tasks),
        dict(_rows(connection, "SELECT id, task_id FROM assignment WHERE unit_id IN ({rows})", list(units))),
        dict(_rows(connection, "SELECT id, task_id FROM main.mark WHERE task_id IN ({rows})", tasks)),
        dict(_rows(connection, "SELECT id, task_id FROM target WHERE task_id IN ({rows})", tasks)),
        dict(_rows(connection, _REPORTED, tasks)),
    )


def _touched(
    connection: sqlite3.Connection, entry: int, concerned: Concerned, *, first: bool, most: int
) -> tuple[set[int], int]:
    """The tasks at which an entry touched the unit, and how many changes were looked at. The first edition of a plan
    makes all of it, so of that one only the duties are asked for that still stand."""
    if first:
        rows = list(concerned.assignments)
        found = {concerned.assignments[row] for (row,) in _rows(connection, _NEW, rows, entry)}
        return found, 0
    looked, found = 0, set[int]()
    for change in _changes(connection, entry, most, concerned):
        looked += 1
        if change is not None and (task := concerned.task_of(change)) is not None:
            found.add(task)
    return found, looked


def _changes(connection: sqlite3.Connection, entry: int, most: int, concerned: Concerned) -> Iterator[Change | None]:
    """The changes of an entry, the last first; None for one of a row that is there and does not concern the unit."""
    for table, row, old, new in connection.execute(_CHANGES, (entry, most)):
        known = {
            "mark": concerned.marks,
            "target": concerned.targets,
            "reported": concerned.reports,
            "task": concerned.tasks,
        }.get(table)
        if known is not None and row not in known and new is not None:
            yield None
        else:
            yield Change(table, row, json.loads(old) if old else None, json.loads(new) if new else None)


def _rows(connection: sqlite3.Connection, sql: str, rows: Sequence[int], *before: int) -> Iterator[Any]:
    for some in portions(rows):
        yield from connection.execute(sql.replace("{rows}", gaps(some)), (*before, *some))

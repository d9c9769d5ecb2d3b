"""Why a list of changes cannot be made now: what has changed since, what hangs on a row that would go, and what a row
that would come needs and has gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sciplan_tui.core.journal import Change
from sciplan_tui.store.columns import REFERENCES
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.rows import rows


@dataclass(frozen=True, slots=True)
class Hindrance:
    """`changed`: a row of `table` is not what a change says; `hangs`: `count` rows of `table` need what would go;
    `lacks`: the row `row` of `table` is needed, and is not there; `taken`: another row of `table` has the place of one
    that would come."""

    why: str
    table: str
    count: int = 1
    row: int = 0


def hindrance(connection: sqlite3.Connection, changes: Sequence[Change]) -> Hindrance | None:
    """The first thing that stands against `changes`, or None."""
    asked = (_changed, _hanging, _lacking, _taken)
    return next((found for look in asked if (found := look(connection, changes))), None)


def _changed(connection: sqlite3.Connection, changes: Sequence[Change]) -> Hindrance | None:
    for table, run in groupby(changes, key=lambda change: change.table):
        wanted = {change.id: change for change in run}
        now = dict(_rows_now(connection, table, list(wanted)))
        for number, change in wanted.items():
            row = now.get(number)
            if (change.old is None) != (row is None) or (
                row is not None and any(row[name] != value for name, value in (change.old or {}).items())
            ):
                return Hindrance("changed", table)
    return None


def _rows_now(
    connection: sqlite3.Connection, table: str, numbers: Sequence[int]
) -> Iterator[tuple[int, dict[str, object]]]:
    for some in portions(numbers):
        for row in rows(connection, table, f"id IN ({gaps(some)})", some):
            yield row["id"], dict(row)


def _hanging(connection: sqlite3.Connection, changes: Sequence[Change]) -> Hindrance | None:
    going: dict[str, set[int]] = {}
    for change in changes:
        if change.new is None:
            going.setdefault(change.table, set()).add(change.id)
    for table, numbers in going.items():
        for child, column in REFERENCES.get(table, ()):
            staying = _children(connection, child, column, sorted(numbers)) - going.get(child, set())
            moved = {change.id for change in changes if change.table == child and change.new and column in change.new}
            if staying - moved:
                return Hindrance("hangs", child, len(staying - moved))
    return None


def _children(connection: sqlite3.Connection, child: str, column: str, numbers: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for some in portions(numbers):
        held = connection.execute(f"SELECT id FROM {child} WHERE {column} IN ({gaps(some)})", some)
        found.update(row[0] for row in held)
    return found


def _lacking(connection: sqlite3.Connection, changes: Sequence[Change]) -> Hindrance | None:
    needed: dict[str, set[int]] = {}
    for change in changes:
        for column, table in _NEEDS.get(change.table, ()):
            if (row := (change.new or {}).get(column)) is not None:
                needed.setdefault(table, set()).add(row)
    for table, numbers in needed.items():
        coming = {change.id for change in changes if change.table == table and change.old is None}
        there = {number for number, _ in _rows_now(connection, table, sorted(numbers - coming))}
        if gone := numbers - coming - there:
            return Hindrance("lacks", table, row=min(gone))
    return None


_NEEDS: dict[str, list[tuple[str, str]]] = {}
"""By table the columns that refer to a row, and the table of that row."""
for _parent, _children_of in REFERENCES.items():
    for _child, _column in _children_of:
        _NEEDS.setdefault(_child, []).append((_column, _parent))


_ONLY_ONE = {
    "plan": ("key",),
    "unit": ("plan_id", "name"),
    "milestone": ("plan_id", "key"),
    "mark": ("task_id", "milestone_id"),
    "reported": ("target_id", "on_day"),
}
"""By table the columns that no two rows have in common."""


def _taken(connection: sqlite3.Connection, changes: Sequence[Change]) -> Hindrance | None:
    altered = {(change.table, change.id) for change in changes}
    for change in changes:
        columns = _ONLY_ONE.get(change.table, ())
        if change.new is None or not columns or not any(column in change.new for column in columns):
            continue
        row = dict(_rows_now(connection, change.table, [change.id])).get(change.id, {}) | dict(change.new)
        where = " AND ".join(f'"{column}" = ?' for column in columns)
        found = connection.execute(f"SELECT id FROM {change.table} WHERE {where}", [row[column] for column in columns])
        if any((change.table, number) not in altered for (number,) in found):
            return Hindrance("taken", change.table)
    return None

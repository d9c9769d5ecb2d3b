"""Why a list of changes cannot be made now: what has changed since, and what hangs on a row that would go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sciplan_tui.core.journal import Change
from sciplan_tui.store.columns import REFERENCES
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.editions import rows


@dataclass(frozen=True, slots=True)
class Hindrance:
    """`changed`: a row of `table` is not what a change says; `hangs`: `count` rows of `table` need what would go."""

    why: str
    table: str
    count: int = 1


def hindrance(connection: sqlite3.Connection, changes: Sequence[Change]) -> Hindrance | None:
    """The first thing that stands against `changes`, or None."""
    return _changed(connection, changes) or _hanging(connection, changes)


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

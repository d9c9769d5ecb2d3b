"""Tasks and units by what a person calls them, whatever numbers they have: plan key and path, plan key and name."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from sciplan_tui.core.view.named import Place
from sciplan_tui.store.conditions import gaps, portions

_COLUMN = {"task": "path", "unit": "name"}


def places(connection: sqlite3.Connection, table: str, ids: Collection[int]) -> tuple[Place, ...]:
    """Where these stand, in the order of their numbers; what is gone is left out. `table`: `task` or `unit`."""
    sql = f'SELECT plan."key", {table}.{_COLUMN[table]} FROM {table} JOIN plan ON plan.id = plan_id'
    found: list[Place] = []
    for some in portions(sorted(ids)):
        found += connection.execute(f"{sql} WHERE {table}.id IN ({gaps(some)}) ORDER BY {table}.id", some).fetchall()
    return tuple(found)


def at_places(connection: sqlite3.Connection, table: str, wanted: Iterable[Place]) -> frozenset[int]:
    """What stands there now; a place where nothing stands any more is passed over."""
    sql = (
        f'SELECT {table}.id FROM {table} JOIN plan ON plan.id = plan_id WHERE plan."key" = ?'
        f" AND {table}.{_COLUMN[table]} = ?"
    )
    return frozenset(row[0] for place in wanted for row in connection.execute(sql, place).fetchall())

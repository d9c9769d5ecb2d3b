"""Rows as Changes carry them: with their number, and all columns that a Change may touch."""

from __future__ import annotations

import sqlite3

from sciplan_tui.core.journal import Row
from sciplan_tui.store.columns import COLUMNS


def rows(connection: sqlite3.Connection, table: str, where: str, values: tuple[object, ...]) -> tuple[Row, ...]:
    """Rows with their `id` and all columns that a Change may carry."""
    names = ("id", *COLUMNS[table])
    listed = ", ".join(f'"{name}"' for name in names)
    return tuple(
        dict(zip(names, row, strict=True))
        for row in connection.execute(f"SELECT {listed} FROM {table} WHERE {where}", values)
    )

"""Numbers for rows that are yet to be made."""

from __future__ import annotations

import sqlite3

from sciplan_tui.store.journal.writing import next_id


class Numbers:
    """The next free numbers of each table, counted on within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._next: dict[str, int] = {}

    def __call__(self, table: str) -> int:
        """The next number of `table`."""
        number = self._next.get(table) or next_id(self._connection, table)
        self._next[table] = number + 1
        return number

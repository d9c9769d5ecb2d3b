"""The state of a database, told by its journal, and whether what queries look through is still the same in another."""

from __future__ import annotations

import sqlite3

LOOKED_THROUGH = frozenset({"plan", "task", "unit", "assignment", "succession", "membership"})
"""The tables that Contents are read from, and those that say who holds what; marks are not among them."""
_NEWEST = "SELECT id, at, kind, summary FROM journal_entry ORDER BY id DESC LIMIT 1"
_SAME = "SELECT id, at, kind, summary FROM journal_entry WHERE id = ?"
_TOUCHED = "SELECT DISTINCT table_name FROM journal_change WHERE entry_id > ?"
Entry = tuple[int, str, str, str]


def newest_entry(connection: sqlite3.Connection) -> Entry | None:
    """The newest entry of the journal: the state of a database."""
    found: Entry | None = connection.execute(_NEWEST).fetchone()
    return found


def left_alone(connection: sqlite3.Connection, before: Entry | None, now: Entry | None) -> bool:
    """Whether all that was written since a state is in the journal, and touched nothing that is looked through.

    False where that cannot be told: the journal has not grown, or is another one.
    """
    if before is None or now is None or now[0] <= before[0]:
        return False
    if connection.execute(_SAME, (before[0],)).fetchone() != before:
        return False
    return LOOKED_THROUGH.isdisjoint(table for (table,) in connection.execute(_TOUCHED, (before[0],)))

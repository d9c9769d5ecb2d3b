"""The journal as it is read: entries in the order they were made, by number and never by clock."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from sciplan_tui.core.journal import Change, Entry

_COLUMNS = "id, at, kind, summary, undoes, undone_by, made_in"
_TAKING_BACK = ("undo", "redo")
_LARGEST = 2**63 - 1
"""No number of a row is larger; SQLite does not even compare with one that is."""


def entries(connection: sqlite3.Connection, newest: int | None = None) -> tuple[Entry, ...]:
    """All entries, or the `newest` so many, oldest first, without their changes."""
    most = _LARGEST if newest is None else newest
    found = connection.execute(f"SELECT {_COLUMNS} FROM journal_entry ORDER BY id DESC LIMIT ?", (most,)).fetchall()
    return tuple([_entry(row) for row in reversed(found)])


def newest(connection: sqlite3.Connection) -> int:
    """The number of the newest entry; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM journal_entry").fetchone()[0])


def entries_after(connection: sqlite3.Connection, number: int) -> tuple[Entry, ...]:
    """The entries that came after one, oldest first, without their changes."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM journal_entry WHERE id > ? ORDER BY id", (number,))
    return tuple(map(_entry, rows))


def entry(connection: sqlite3.Connection, number: int) -> Entry | None:
    """One entry without its changes, or None."""
    if number > _LARGEST:
        return None
    row = connection.execute(f"SELECT {_COLUMNS} FROM journal_entry WHERE id = ?", (number,)).fetchone()
    return _entry(row) if row else None


def changes_of(connection: sqlite3.Connection, number: int) -> tuple[Change, ...]:
    """What one entry changed, in order."""
    return tuple(_changes(connection, number))


def last_in_force(connection: sqlite3.Connection) -> Entry | None:
    """The newest gesture still in force: neither undone, nor itself an undo or redo."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal_entry WHERE undone_by IS NULL AND kind NOT IN (?, ?) ORDER BY id DESC LIMIT 1",
        _TAKING_BACK,
    ).fetchone()
    return _entry(row) if row else None


def in_force_after(connection: sqlite3.Connection, number: int) -> Iterator[tuple[int, tuple[Change, ...]]]:
    """The gestures in force that came after an entry, oldest first, each with its changes."""
    later = connection.execute(
        "SELECT id FROM journal_entry WHERE id > ? AND undone_by IS NULL AND kind NOT IN (?, ?) ORDER BY id",
        (number, *_TAKING_BACK),
    )
    yield from ((one, changes_of(connection, one)) for (one,) in later.fetchall())


def last_undo(connection: sqlite3.Connection) -> Entry | None:
    """The newest undo that has not been taken back, or None if something new was done after it."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal_entry WHERE kind = 'undo' AND undone_by IS NULL AND id >"
        " coalesce((SELECT max(id) FROM journal_entry WHERE kind NOT IN (?, ?)), 0) ORDER BY id DESC LIMIT 1",
        _TAKING_BACK,
    ).fetchone()
    return _entry(row) if row else None


def undo_of(connection: sqlite3.Connection, number: int) -> Entry | None:
    """The undo by which an entry is out of force now."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM journal_entry WHERE undoes = ? AND kind = 'undo' AND undone_by IS NULL", (number,)
    ).fetchone()
    return _entry(row) if row else None


def removed_by(connection: sqlite3.Connection, table: str, row: int) -> int | None:
    """The entry that took a row away last; of an undo, the entry that it undid."""
    found = connection.execute(
        "SELECT coalesce(undoes, entry_id) FROM journal_change JOIN journal_entry ON journal_entry.id = entry_id"
        " WHERE table_name = ? AND row_id = ? AND new IS NULL ORDER BY entry_id DESC LIMIT 1",
        (table, row),
    ).fetchone()
    return found[0] if found else None


def taken_back(connection: sqlite3.Connection, number: int, by: int | None) -> None:
    """Note by which entry an entry was undone; None: it is in force again."""
    connection.execute("UPDATE journal_entry SET undone_by = ? WHERE id = ?", (by, number))


def _changes(connection: sqlite3.Connection, number: int) -> Iterator[Change]:
    rows = connection.execute(
        "SELECT table_name, row_id, old, new FROM journal_change WHERE entry_id = ? ORDER BY position", (number,)
    )
    for table, row, old, new in rows:
        yield Change(table, row, json.loads(old) if old else None, json.loads(new) if new else None)


def _entry(row: tuple[int, str, str, str, int | None, int | None, str | None]) -> Entry:
    number, at, kind, summary, undoes, undone_by, made_in = row
    return Entry(number, at, kind, json.loads(summary), undoes, undone_by is None, made_in=made_in)

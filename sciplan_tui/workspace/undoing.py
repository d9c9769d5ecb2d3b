"""Undo, redo and the history of what was done.

Undo takes back the newest gesture still in force, or the one that is named; it is refused where the rows have changed
since, or where something else hangs on a row that would go, and then says what to undo first. Redo brings back the last
undo, as long as nothing new was done after it. Both write an entry of their own, so the history only grows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.journal import Change, Entry

MOST_NAMED = 10
"""So many entries to undo first are named: who has undone these asks again."""


def undo(database: Path, entry_id: int | None = None, *, at: str) -> Entry:
    """Take back the entry (None: the newest in force); return it, no more in force.

    RefusedError: nothing to undo, no such entry, already undone, changed since, or something hangs on it.
    """
    from sciplan_tui.core.journal import inverted
    from sciplan_tui.store.engine import opened, transaction
    from sciplan_tui.store.journal import changes_of, taken_back

    with opened(database, write=True) as connection, transaction(connection):
        entry = _to_undo(connection, entry_id)
        changes = inverted(changes_of(connection, entry.id))
        number = _write(connection, "undo", entry, changes, entry.id, at)
        taken_back(connection, entry.id, number)
        return replace(entry, in_force=False)


def redo(database: Path, *, at: str) -> Entry:
    """Bring back what the last undo took; return that entry, in force again. RefusedError: nothing to redo."""
    from sciplan_tui.core.journal import inverted
    from sciplan_tui.store.engine import opened, transaction
    from sciplan_tui.store.journal import changes_of, entry, last_undo, taken_back

    with opened(database, write=True) as connection, transaction(connection):
        undone_by = last_undo(connection)
        undone = entry(connection, undone_by.undoes) if undone_by and undone_by.undoes else None
        if undone_by is None or undone is None:
            raise RefusedError("nothing_to_redo")
        changes = inverted(changes_of(connection, undone_by.id))
        number = _write(connection, "redo", undone, changes, undone_by.id, at)
        taken_back(connection, undone.id, None)
        taken_back(connection, undone_by.id, number)
        return replace(undone, in_force=True)


def history(database: Path, *, changes: bool = True) -> tuple[Entry, ...]:
    """All that was done, oldest first, with the changes of each entry unless told otherwise."""
    from sciplan_tui.store.engine import opened
    from sciplan_tui.store.journal import changes_of, entries

    with opened(database) as connection:
        found = entries(connection)
        return tuple(replace(one, changes=changes_of(connection, one.id)) for one in found) if changes else found


def _to_undo(connection: sqlite3.Connection, entry_id: int | None) -> Entry:
    from sciplan_tui.store.journal import entry, last_in_force

    found = last_in_force(connection) if entry_id is None else entry(connection, entry_id)
    if found is None:
        raise RefusedError("nothing_to_undo") if entry_id is None else RefusedError("no_entry", entry=entry_id)
    if found.kind in ("undo", "redo"):
        raise RefusedError("undo_of_undo", entry=found.id)
    if not found.in_force:
        raise RefusedError("undone_already", entry=found.id)
    return found


def _write(
    connection: sqlite3.Connection, kind: str, about: Entry, changes: Sequence[Change], undoes: int, at: str
) -> int:
    """Make the changes as an entry of its own, unless something stands against them."""
    from sciplan_tui.store.hindrance import hindrance
    from sciplan_tui.store.writing import record

    if found := hindrance(connection, changes):
        first = _first(connection, about.id, changes)
        why = f"undo_{found.why}" if first else "undo_outside"
        raise RefusedError(why, entry=about.id, table=_word(found.table), count=found.count, first=first)
    summary: Mapping[str, Any] = {**about.summary, "of": about.kind, "entry": about.id}
    return record(connection, kind, summary, changes, at, undoes)


def _first(connection: sqlite3.Connection, entry: int, changes: Sequence[Change]) -> tuple[str, ...]:
    """The entries to undo before this one, in that order; no more than a person reads."""
    from sciplan_tui.core.journal import in_the_way, inverted
    from sciplan_tui.store.columns import REFERENCES
    from sciplan_tui.store.journal import in_force_after

    found = in_the_way(inverted(changes), in_force_after(connection, entry), REFERENCES)
    named = [str(number) for number in found[:MOST_NAMED]]
    return (*named[:-1], f"{named[-1]} ..") if len(found) > MOST_NAMED else tuple(named)


def _word(table: str) -> str:
    from sciplan_tui.locale import say

    return say(f"word.table.{table}")

"""Undo, redo and the history of what was done.

Undo takes back the newest gesture still in force, or the one that is named; redo brings back the last undo, as long as
nothing new was done after it, or the gesture that is named. Both are refused where the rows have changed since, where
something else hangs on a row that would go, or needs one that is gone, and then say what to do first. Both write an
entry of their own, so the history only grows.
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
    from sciplan_tui.store.database.engine import opened, transaction
    from sciplan_tui.store.journal.entries import changes_of, taken_back

    with opened(database, write=True) as connection, transaction(connection):
        entry = _to_undo(connection, entry_id)
        changes = inverted(changes_of(connection, entry.id))
        _check(connection, "undo", entry, changes, entry.id)
        number = _write(connection, "undo", entry, changes, entry.id, at)
        taken_back(connection, entry.id, number)
        return replace(entry, in_force=False)


def redo(database: Path, entry_id: int | None = None, *, at: str) -> Entry:
    """Do the entry again that was undone (None: what the last undo took); return it, in force again.

    RefusedError: nothing to redo, no such entry, in force already, changed since, or something it needs is gone.
    """
    from sciplan_tui.core.journal import inverted
    from sciplan_tui.store.database.engine import opened, transaction
    from sciplan_tui.store.journal.entries import changes_of, taken_back

    with opened(database, write=True) as connection, transaction(connection):
        undone, undone_by = _to_redo(connection, entry_id)
        changes = inverted(changes_of(connection, undone_by.id))
        _check(connection, "redo", undone, changes, undone_by.id)
        number = _write(connection, "redo", undone, changes, undone_by.id, at)
        taken_back(connection, undone.id, None)
        taken_back(connection, undone_by.id, number)
        return replace(undone, in_force=True)


def why_not(database: Path, entry_id: int) -> RefusedError | None:
    """Why an entry cannot be undone, or, where it is undone, done again; None: it can be."""
    from sciplan_tui.core.journal import inverted
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.journal.entries import changes_of, entry

    with opened(database) as connection:
        try:
            if (found := entry(connection, entry_id)) and (found.kind == "undo" or not found.in_force):
                undone, undone_by = _to_redo(connection, entry_id)
                _check(connection, "redo", undone, inverted(changes_of(connection, undone_by.id)), undone_by.id)
            else:
                about = _to_undo(connection, entry_id)
                _check(connection, "undo", about, inverted(changes_of(connection, about.id)), about.id)
        except RefusedError as refused:
            return refused
    return None


def history(database: Path, *, changes: bool = True) -> tuple[Entry, ...]:
    """All that was done, oldest first, with the changes of each entry unless told otherwise."""
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.journal.entries import changes_of, entries

    with opened(database) as connection:
        found = entries(connection)
        return tuple(replace(one, changes=changes_of(connection, one.id)) for one in found) if changes else found


def _to_undo(connection: sqlite3.Connection, entry_id: int | None) -> Entry:
    from sciplan_tui.store.journal.entries import entry, last_in_force

    found = last_in_force(connection) if entry_id is None else entry(connection, entry_id)
    if found is not None and found.kind == "redo":
        found = entry(connection, found.summary["entry"])  # what was done again is what can be taken back
    if found is None:
        raise RefusedError("nothing_to_undo") if entry_id is None else RefusedError("no_entry", entry=entry_id)
    if found.kind == "undo":
        raise RefusedError("undo_of_undo", entry=found.id)
    if not found.in_force:
        raise RefusedError("undone_already", entry=found.id)
    return found


def _to_redo(connection: sqlite3.Connection, entry_id: int | None) -> tuple[Entry, Entry]:
    """What is to be done again, and the undo that took it back."""
    from sciplan_tui.store.journal.entries import entry, last_undo, undo_of

    if entry_id is None:
        undone_by = last_undo(connection)
        undone = entry(connection, undone_by.undoes) if undone_by and undone_by.undoes else None
        if undone_by is None or undone is None:
            raise RefusedError("nothing_to_redo")
        return undone, undone_by
    found = entry(connection, entry_id)
    if found is not None and found.kind == "undo" and found.undoes:
        found = entry(connection, found.undoes)
    if found is None:
        raise RefusedError("no_entry", entry=entry_id)
    taken = undo_of(connection, found.id)
    if taken is None:
        raise RefusedError("in_force_already", entry=found.id)
    return found, taken


def _check(connection: sqlite3.Connection, kind: str, about: Entry, changes: Sequence[Change], since: int) -> None:
    """RefusedError where something stands against the changes; `since`: the entry whose changes they take back."""
    from sciplan_tui.store.journal.entries import removed_by
    from sciplan_tui.store.journal.hindrance import hindrance

    if not (found := hindrance(connection, changes)):
        return
    if found.why == "lacks":
        by = removed_by(connection, found.table, found.row)
        first: tuple[str, ...] = (str(by),) if by else ()
    else:
        first = _first(connection, since, changes)
    why = found.why if first or found.why == "taken" else "outside"
    code = f"undo_{why}" if kind == "undo" else f"redo_{why}"
    raise RefusedError(code, entry=about.id, table=_word(found.table), count=found.count, first=first)


def _write(
    connection: sqlite3.Connection, kind: str, about: Entry, changes: Sequence[Change], undoes: int, at: str
) -> int:
    """Make the changes as an entry of its own."""
    from sciplan_tui.store.journal.writing import record

    summary: Mapping[str, Any] = {**about.summary, "of": about.kind, "entry": about.id}
    return record(connection, kind, summary, changes, at, undoes)


def _first(connection: sqlite3.Connection, entry: int, changes: Sequence[Change]) -> tuple[str, ...]:
    """The entries to undo before this one, in that order; no more than a person reads."""
    from sciplan_tui.core.journal import in_the_way, inverted
    from sciplan_tui.store.columns import REFERENCES
    from sciplan_tui.store.journal.entries import in_force_after

    found = in_the_way(inverted(changes), in_force_after(connection, entry), REFERENCES)
    named = [str(number) for number in found[:MOST_NAMED]]
    return (*named[:-1], f"{named[-1]} ..") if len(found) > MOST_NAMED else tuple(named)


def _word(table: str) -> str:
    from sciplan_tui.locale import say

    return say(f"word.table.{table}")

"""The history as a person goes through it: all entries at once, and one of them in full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.errors import RefusedError

MOST_CHECKED = 20_000
"""Rows of an entry of which it is said beforehand whether it can be turned back: who only looks does not wait."""

if TYPE_CHECKING:
    from sciplan_tui.core.detail.entry import EntryDetail
    from sciplan_tui.core.journal import Entry


def entries(database: Path, newest: int | None = None) -> tuple[Entry, ...]:
    """All that was done, or the `newest` so many, oldest first, without the changes. StoreError."""
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.journal import entries as journal

    with opened(database) as connection:
        return journal.entries(connection, newest)


def sizes(database: Path) -> dict[int, int]:
    """How many rows each entry touched, by its number. StoreError."""
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.journal.history import read_sizes

    with opened(database) as connection:
        return read_sizes(connection)


def detail(database: Path, number: int) -> EntryDetail:
    """An entry with what it touched. RefusedError (`no_entry`) where there is none; StoreError."""
    from sciplan_tui.core.detail.entry import EntryDetail
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.journal.entries import entry
    from sciplan_tui.store.journal.history import read_counts, read_source, read_touches
    from sciplan_tui.workspace.journal.undoing import why_not

    with opened(database) as connection:
        found = entry(connection, number)
        if found is None:
            raise RefusedError("no_entry", entry=number)
        counts, touches = read_counts(connection, number), read_touches(connection, number)
        source = read_source(connection, number)
    checked = sum(counts.values()) <= MOST_CHECKED
    refused = why_not(database, number) if checked else None
    return EntryDetail(found, counts, touches, source, refused, checked)

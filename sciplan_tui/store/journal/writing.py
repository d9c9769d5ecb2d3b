"""The only hand that writes: changes applied to the tables and noted in the journal, in the caller's one transaction.

An alteration or a removal is made only where the row still is what the change says it was. So nothing that another
process wrote in between is overwritten, and an undo is exact.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from json import JSONEncoder
from typing import Any

from sciplan_tui import settings
from sciplan_tui.core.journal import Change
from sciplan_tui.errors import StoreError
from sciplan_tui.store.columns import COLUMNS
from sciplan_tui.store.journal.holder import hold_anew

_to_json = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""A row as JSON. It holds no other, so nothing is looked for that holds itself."""

WRITTEN_HERE: set[int] = set()
"""The numbers of the entries that this program has written: what else comes into the journal is another's."""


def record(
    connection: sqlite3.Connection,
    kind: str,
    summary: Mapping[str, Any],
    changes: Sequence[Change],
    at: str,
    undoes: int | None = None,
) -> int:
    """Apply `changes` and write them as one journal entry; return its number. The caller holds the transaction.

    `at` is when, as ISO text: it is shown, never sorted by. StoreError `changed_meanwhile` if a row is not what a
    change says it was; the caller's transaction then rolls back.
    """
    entry = next_id(connection, "journal_entry")
    connection.execute(
        "INSERT INTO journal_entry (id, at, kind, summary, undoes, made_in) VALUES (?, ?, ?, ?, ?, ?)",
        (entry, at, kind, _to_json(dict(summary)), undoes, settings.door()),
    )
    apply(connection, changes)
    connection.executemany(
        "INSERT INTO journal_change (entry_id, position, table_name, row_id, old, new) VALUES (?, ?, ?, ?, ?, ?)",
        ((entry, at_place, c.table, c.id, _row(c.old), _row(c.new)) for at_place, c in enumerate(changes)),
    )
    WRITTEN_HERE.add(entry)
    return entry


def apply(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Apply `changes` in order, runs of one kind together; then work out anew whose assignments hold for which task."""
    for (table, old, new), run in groupby(changes, key=_shape):
        if table not in COLUMNS or not {*(old or ()), *(new or ())} <= set(COLUMNS[table]):
            raise ValueError(f"not a column to be changed: {table} {old} {new}")
        _apply_run(connection, table, old, new, list(run))
    hold_anew(connection, changes)


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """The first number that no row of `table` has, nor ever had: a removed row's number is not given again."""
    if table != "journal_entry" and table not in COLUMNS:
        raise ValueError(table)
    used = connection.execute(
        f"SELECT max(coalesce((SELECT max(id) FROM {table}), 0),"
        " coalesce((SELECT max(row_id) FROM journal_change WHERE table_name = ?), 0))",
        (table,),
    ).fetchone()[0]
    return int(used) + 1


def _shape(change: Change) -> tuple[str, tuple[str, ...] | None, tuple[str, ...] | None]:
    """What may share one statement: the same table, the same columns before and after."""
    return (
        change.table,
        None if change.old is None else tuple(change.old),
        None if change.new is None else tuple(change.new),
    )


def _apply_run(
    connection: sqlite3.Connection,
    table: str,
    old: tuple[str, ...] | None,
    new: tuple[str, ...] | None,
    run: Sequence[Change],
) -> None:
    values: Iterable[tuple[Any, ...]]
    if old is None:
        names = new or ()
        statement = f"INSERT INTO {table} (id, {_names(names)}) VALUES (?{', ?' * len(names)})"
        values = ((c.id, *(c.new or {}).values()) for c in run)
    elif new is None:
        statement = f"DELETE FROM {table} WHERE id = ?{_as_was(old)}"
        values = ((c.id, *(c.old or {}).values()) for c in run)
    else:
        statement = f"UPDATE {table} SET {', '.join(f'{_quoted(n)} = ?' for n in new)} WHERE id = ?{_as_was(old)}"
        values = ((*(c.new or {}).values(), c.id, *(c.old or {}).values()) for c in run)
    try:
        touched = connection.executemany(statement, values).rowcount
    except sqlite3.IntegrityError as error:
        raise StoreError("changed_meanwhile", table=table) from error
    if touched != len(run):
        raise StoreError("changed_meanwhile", table=table)


def _as_was(columns: tuple[str, ...]) -> str:
    return "".join(f" AND {_quoted(name)} IS ?" for name in columns)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(name: str) -> str:
    return f'"{name}"'


def _row(row: Mapping[str, Any] | None) -> str | None:
    return None if row is None else _to_json(dict(row))

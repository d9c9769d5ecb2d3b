"""A new database, made from `db/schema.sql`: whole or not at all, and for its owner only."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sciplan_tui.errors import StoreError
from sciplan_tui.paths import private_folder
from sciplan_tui.resources import schema_sql
from sciplan_tui.store.database.address import address


def make(path: Path) -> None:
    """Make the database at `path` (mode 0600), and its folder where it is missing (0700).

    One transaction: a second process that makes it at the same moment waits, and finds it made. Where there is no room
    for it, no file is left.
    """
    try:
        private_folder(path.parent)
        ours = _empty_file(path)
    except OSError as error:
        raise StoreError("database_unmade", path=path, reason=error.strerror or str(error)) from error
    if not path.is_file():
        raise StoreError("database_unopened", path=path)
    with closing(sqlite3.connect(address(path, "rw"), uri=True, isolation_level=None, timeout=5)) as connection:
        try:
            _fill(connection)
        except BaseException:
            if ours:
                take_away_unused(connection, path)
            raise


def _empty_file(path: Path) -> bool:
    """An empty file where there is none yet; whether it is ours."""
    try:
        # Only where there is none: closing a second handle of a file in use would drop SQLite's locks.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _fill(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("BEGIN EXCLUSIVE")
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        for statement in statements(schema_sql()):
            connection.execute(statement)
    connection.execute("COMMIT")


def take_away_unused(connection: sqlite3.Connection, path: Path) -> None:
    """Remove the database in which nothing was ever written, while a lock keeps others from writing in it.

    One who has opened it by then is told so by SQLite, which begins no write in a file that has lost its name.
    """
    with suppress(sqlite3.Error, OSError):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        # To lock an empty file for writing takes room on the disk; who would fill it needs it without a reader.
        connection.execute("BEGIN IMMEDIATE" if path.stat().st_size else "BEGIN")
        if not _used(connection):
            path.unlink()


def _used(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return tables > 0 and any(
        connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0]
        for table in ("journal_entry", "plan")
    )


def statements(script: str) -> list[str]:
    """The statements of `schema.sql`; each ends with `;` at the end of a line."""
    return [part.strip() for part in script.split(";\n") if part.strip()]

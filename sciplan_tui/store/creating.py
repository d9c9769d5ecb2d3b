"""A new database, made from `db/schema.sql`: whole or not at all, and for its owner only."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sciplan_tui.errors import StoreError
from sciplan_tui.paths import private_folder
from sciplan_tui.resources import schema_sql


def make(path: Path) -> None:
    """Make the database at `path` (mode 0600), and its folder where it is missing (0700).

    One transaction: a second process that makes it at the same moment waits, and finds it made.
    """
    try:
        private_folder(path.parent)
        with suppress(FileExistsError):
            # Only where there is none yet: closing a second handle of a file in use would drop SQLite's locks.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError("database_unmade", path=path, reason=error.strerror or str(error)) from error
    if not path.is_file():
        raise StoreError("database_unopened", path=path)
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN EXCLUSIVE")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in statements(schema_sql()):
                connection.execute(statement)
        connection.execute("COMMIT")


def statements(script: str) -> list[str]:
    """The statements of `schema.sql`; each ends with `;` at the end of a line."""
    return [part.strip() for part in script.split(";\n") if part.strip()]

"""The one door to the database: how a connection is opened, and what one transaction is.

The settings are read back after they are set, since SQLite ignores one that it cannot grant without a word. Rollback
journal with `synchronous=EXTRA`: what COMMIT has acknowledged survives a loss of power; WAL would lose it or, up to
SQLite 3.51.2, damage the file when two processes meet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sciplan_tui.errors import StoreError
from sciplan_tui.store.database.address import address
from sciplan_tui.store.database.faults import told
from sciplan_tui.store.database.inspection import Condition, condition

BUSY_MILLISECONDS = 5000

SETTINGS: dict[str, object] = {
    "foreign_keys": 1,
    "busy_timeout": BUSY_MILLISECONDS,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}
"""What every connection is set to, and reads back."""

WRITING_SETTINGS: dict[str, object] = {"journal_mode": "delete", "synchronous": 3, "cache_size": -65536}
"""What a connection that writes has besides: 3 is EXTRA; 64 MiB of cache keep an import from writing pages twice."""


def connect(path: Path, *, write: bool = False, create: bool = False, shared: bool = False) -> sqlite3.Connection:
    """Open the database at `path`, in autocommit mode; every write goes through `transaction`.

    Without `write` the file is opened read-only. With `create` one that is missing (or empty) is made. An older
    database is backed up and brought up to date. `shared`: several threads take turns at the connection. StoreError:
    missing, a folder, not ours, broken, newer, altered, locked, read-only; the file is then untouched.
    """
    with told(path):
        _prepare(path, create=create)
        connection = _open(path, "rw" if write else "ro", shared=shared)
        try:
            _apply(connection, path, SETTINGS | WRITING_SETTINGS if write else SETTINGS)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def opened(path: Path, *, write: bool = False, create: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection for the length of a `with`; SQLite's errors within it become sentences."""
    with told(path), closing(connect(path, write=write, create=create)) as connection:
        yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing. It takes the write lock at once, so that what is read inside cannot change under the writer."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def settings(connection: sqlite3.Connection, names: Iterator[str] | tuple[str, ...]) -> dict[str, object]:
    """What SQLite says these settings are now."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


def _prepare(path: Path, *, create: bool) -> None:
    """Bring the file to where it can be opened as it is: made, rolled back, up to date; or say why not."""
    if path.is_dir():
        raise StoreError("database_is_folder", path=path)
    if path.exists():
        found = _look(path)
        if found is Condition.OLDER:
            from sciplan_tui.store.database.migrate import bring_up_to_date

            bring_up_to_date(path)
        if found is not Condition.EMPTY:
            return
    if not create:
        raise StoreError("no_database", path=path)
    from sciplan_tui.store.database.creating import make

    make(path)


def _look(path: Path) -> Condition:
    """The state of the file. What a killed writer left half is rolled back first, by a connection that may write."""
    if Path(f"{path}-journal").exists():
        with closing(_open(path, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with closing(_open(path, "ro")) as connection:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        return condition(connection, path)


def _open(path: Path, mode: str, *, shared: bool = False) -> sqlite3.Connection:
    wait = BUSY_MILLISECONDS / 1000
    where = address(path, mode)
    return sqlite3.connect(where, uri=True, isolation_level=None, timeout=wait, check_same_thread=not shared)


def _apply(connection: sqlite3.Connection, path: Path, wanted: dict[str, object]) -> None:
    for name, value in wanted.items():
        connection.execute(f"PRAGMA {name} = {value}")
    got = settings(connection, tuple(wanted))
    for name, value in wanted.items():
        if got[name] != value:
            raise StoreError("database_setting", path=path, setting=name, wanted=value, got=got[name])

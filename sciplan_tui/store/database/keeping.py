"""One connection for many gestures in a row: to open the door anew for each takes as long as half of its work."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sciplan_tui.store.database.creating import take_away_unused
from sciplan_tui.store.database.engine import connect
from sciplan_tui.store.database.faults import told


class KeptOpen:
    """A connection that writes, opened when it is first asked for (the database is made then, where there is none).

    Where the file is another by now (a backup was put in its place), that one is opened. Close it when all is done:
    a database that was made and in which nothing was written then goes again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._made = False

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """The connection for the length of a `with`; SQLite's errors within it become sentences.

        Of the pages it has read none are kept: however large the database grows, this takes no more memory.
        """
        with told(self._path):
            connection = self._ready()
            yield connection
            connection.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            if self._made and self._file == self._there():
                take_away_unused(self._connection, self._path)
            self._connection.close()
            self._connection = None

    def _ready(self) -> sqlite3.Connection:
        if self._connection is None or self._file != self._there():
            self.close()
            self._made = self._there() is None
            self._connection = connect(self._path, write=True, create=True)
            self._file = self._there()
        return self._connection

    def _there(self) -> tuple[int, int] | None:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

"""From SQLite's errors to sentences that a person can act on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sciplan_tui.errors import StoreError

_CODES = (
    # SQLITE_FULL also comes as an I/O error when a quota or RLIMIT_FSIZE stops the write.
    ("database_full", ("database or disk is full", "disk i/o error", "file too large")),
    ("database_left", ("interrupted",)),
    ("database_locked", ("database is locked", "database table is locked", "database schema is locked")),
    ("database_read_only", ("readonly database", "read-only")),
    ("database_unopened", ("unable to open database file",)),
    ("database_not_ours", ("file is not a database", "unsupported file format")),
    ("database_broken", ("malformed", "no such table", "no such column", "corrupt", "could not decode")),
    ("database_too_much", ("string or blob too big", "too many")),
)


def fault(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The sentence for an error of SQLite, or None where it is a bug of ours (wrong SQL, a broken constraint)."""
    words = str(error).lower()
    for code, signs in _CODES:
        if any(sign in words for sign in signs):
            return StoreError(code, path=path, reason=str(error))
    return None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Within it, an error of SQLite that a person can mend becomes a StoreError, as does text that is none any more."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = fault(error, path)
        if sentence is None:
            raise
        raise sentence from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise StoreError("database_broken", path=path, reason=str(error)) from error

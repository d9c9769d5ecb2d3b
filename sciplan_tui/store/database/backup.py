"""A verified copy of the database: made by SQLite's backup, checked, and only then given its name."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sciplan_tui.errors import StoreError


def copy_to(source: sqlite3.Connection, target: Path) -> Path:
    """Copy the database that `source` has open to `target` (0600). A copy that fails its check is thrown away.

    The copy holds what was committed when it was made. StoreError if `target` is there already, cannot be
    written, or fails its check.
    """
    part = target.with_name(f"{target.name}.partial")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(source, part, target)
        if target.exists():
            raise StoreError("backup_exists", path=target)
        part.rename(target)
        _synced(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("backup_unmade", path=target, reason=str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _copy(source: sqlite3.Connection, part: Path, target: Path) -> None:
    """Copy, check, and make it survive a loss of power."""
    with closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
        faults = copy.execute("PRAGMA integrity_check").fetchall()
    if faults != [("ok",)]:
        raise StoreError("backup_broken", path=target, reason=str(faults[0][0]))
    _synced(part)


def _synced(path: Path) -> None:
    """Make a file's content, or a folder's names, survive a loss of power."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

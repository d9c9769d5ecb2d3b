"""A verified copy of the database: made by SQLite's backup, checked, and only then given its name."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sciplan_tui.errors import StoreError


def copy_to(source: sqlite3.Connection, target: Path) -> Path:
    """Copy the database that `source` has open to `target` (0600). A copy that fails its check is thrown away.

    The copy holds what was committed when it was made. StoreError if `target` is there already or the check fails.
    """
    part = target.with_name(f"{target.name}.partial")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            faults = copy.execute("PRAGMA integrity_check").fetchall()
        if faults != [("ok",)]:
            raise StoreError("backup_broken", path=target, reason=str(faults[0][0]))
        _synced(part)
        os.link(part, target)  # fails where the name is taken: a backup never replaces another
    except FileExistsError as error:
        raise StoreError("backup_exists", path=target) from error
    finally:
        part.unlink(missing_ok=True)
    _synced(target.parent)
    return target


def _synced(path: Path) -> None:
    """Make a file's content, or a folder's names, survive a loss of power."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

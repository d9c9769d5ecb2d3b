"""What is remembered of looking at databases: one small JSON file of the user's, with one object for each database.

It is written whole or not at all, for the user alone. Two programs write in turn, each the newest state of the file
with its own change in it, so that neither loses what the other kept.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sciplan_tui.errors import StoreError
from sciplan_tui.paths import private_folder

SCHEMA = "sciplan-views/1"
DATABASES = 50
"""Databases of which something is remembered; the one written longest ago goes first."""
LARGEST = 8_000_000
"""Bytes; a larger file is none of ours."""
Kept = dict[str, Any]


def read(file: Path, database: str) -> Kept:
    """What is kept of one database; nothing where there is no file.

    StoreError: it cannot be read (`views_unread`), or it is damaged and was put aside (`views_damaged`).
    """
    kept = _databases(file).get(database)
    return kept if isinstance(kept, dict) else {}


def change(file: Path, database: str, alter: Callable[[Kept], Kept]) -> Kept:
    """Write what `alter` makes of what is kept of one database, and return it. StoreError: it cannot be written."""
    try:
        private_folder(file.parent)
        with alone(file):
            databases = _readable(file)
            kept = alter(databases.pop(database, {}))
            databases[database] = kept
            newest = dict(list(databases.items())[-DATABASES:])
            write_whole(file, {"schema": SCHEMA, "databases": newest})
            return kept
    except OSError as error:
        raise StoreError("views_unwritten", path=file, reason=error.strerror or str(error)) from error


def _readable(file: Path) -> dict[str, Kept]:
    try:
        databases = _databases(file)
    except StoreError as fault:
        if fault.code != "views_damaged":
            raise
        return {}
    return {name: kept for name, kept in databases.items() if isinstance(kept, dict)}


def _databases(file: Path) -> dict[str, Any]:
    try:
        if file.exists() and not file.is_file():
            raise StoreError("views_unread", path=file, reason="not a file")
        content = file.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError("views_unread", path=file, reason=error.strerror or str(error)) from error
    try:
        return _parsed(content)
    except (ValueError, RecursionError):
        raise StoreError("views_damaged", path=put_aside(file)) from None


def _parsed(content: bytes) -> dict[str, Any]:
    import json

    said = json.loads(content) if len(content) <= LARGEST else None
    databases = said.get("databases") if isinstance(said, dict) and said.get("schema") == SCHEMA else None
    if not isinstance(databases, dict):
        raise ValueError("not ours")
    return databases


def put_aside(file: Path) -> Path:
    """Beside its place, never over one that was put aside before."""
    import secrets

    aside = file.with_name(f"{file.stem}-damaged-{secrets.token_hex(4)}{file.suffix}")
    try:
        file.rename(aside)
    except OSError:
        return file
    return aside


def write_whole(file: Path, content: object) -> None:
    """Write an object as JSON, whole or not at all, for the user alone. OSError."""
    import json
    import secrets

    beside = file.with_name(f".{file.name}-{secrets.token_hex(8)}.tmp")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(beside, flags, 0o600), "wb") as out:
            out.write(json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass"))
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, file)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


@contextlib.contextmanager
def alone(file: Path) -> Iterator[None]:
    """One writer at a time, where the system has such locks; it goes with the process that holds it."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows: the last writer wins
        yield
        return
    with os.fdopen(os.open(file.with_name(f".{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600), "wb") as lock:
        flock(lock, LOCK_EX)
        yield

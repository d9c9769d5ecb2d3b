"""Whether a file is a sciplan database that this program may use, told before anything is done to it."""

from __future__ import annotations

import re
import sqlite3
from enum import Enum
from pathlib import Path

from sciplan_tui.errors import StoreError
from sciplan_tui.resources import schema_sql
from sciplan_tui.store.database.version import APPLICATION_ID, SCHEMA_VERSION


class Condition(Enum):
    """What a file may be and still be used."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"


def condition(connection: sqlite3.Connection, path: Path) -> Condition:
    """The condition of an open file; StoreError for one that is not ours, newer, or altered by another hand."""
    owner, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    found = _names(connection)
    # SQLite takes a file shorter than its header for an empty database; ours is only one without a byte.
    if path.stat().st_size == 0:
        return Condition.EMPTY
    if owner != APPLICATION_ID:
        raise StoreError("database_not_ours", path=path)
    if version > SCHEMA_VERSION:
        raise StoreError("database_newer", path=path, version=version, known=SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        return Condition.OLDER
    if strange := found ^ expected_tables():
        raise StoreError("database_altered", path=path, names=", ".join(sorted(name for _, name in strange)))
    return Condition.CURRENT


def expected_tables() -> set[tuple[str, str]]:
    """The tables of `schema.sql`, as sqlite_master lists them. It has no view and no trigger."""
    return {("table", name) for name in re.findall(r'^CREATE TABLE "?(\w+)"?', schema_sql(), re.MULTILINE)}


def _names(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Tables, views and triggers (a trigger of a stranger's would run with our writes); SQLite's own are left out."""
    rows = connection.execute("SELECT type, name FROM sqlite_master WHERE type <> 'index'")
    return {(kind, name) for kind, name in rows if not name.startswith("sqlite_")}


def expected_indexes() -> set[str]:
    """The names of the indexes of `schema.sql`."""
    return set(re.findall(r"^CREATE INDEX (\w+)", schema_sql(), re.MULTILINE))

"""An older database brought up to date: a verified backup first, then all revisions in one transaction.

Foreign keys are off while tables are rebuilt: with them on, SQLite's ON DELETE rules would empty the tables that refer
to the one being rebuilt. They are checked by hand before the commit. Alembic is imported here and nowhere else.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sciplan_tui.errors import StoreError
from sciplan_tui.resources import database_history
from sciplan_tui.store.database.backup import copy_to
from sciplan_tui.store.database.version import SCHEMA_VERSION


def bring_up_to_date(path: Path, history: Path | None = None, target: int = SCHEMA_VERSION) -> Path:
    """Bring the database at `path` to version `target` by the revisions in `history`; return the backup's path.

    All or nothing: after a failure the file is as it was.
    """
    with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA synchronous = EXTRA")
        backup = copy_to(raw, _backup_name(path, raw))
        run_revisions(raw, history or database_history(), target, path)
    return backup


def run_revisions(raw: sqlite3.Connection, history: Path, target: int, path: Path | None = None) -> None:
    """Run the revisions up to version `target` in one transaction. An error of SQLite comes out as SQLite's own."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    config = Config()
    config.set_main_option("script_location", str(history).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            config.attributes["connection"] = connection
            command.upgrade(config, f"{target:04d}")
            _check(raw, path)
    except DBAPIError as error:
        if error.orig is None:
            raise
        raise error.orig from error


def _check(raw: sqlite3.Connection, path: Path | None) -> None:
    """Before the commit: every reference leads somewhere, and the file is sound."""
    if faults := raw.execute("PRAGMA foreign_key_check").fetchall():
        raise StoreError("migration_loose", path=path, count=len(faults), table=faults[0][0])
    if raw.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise StoreError("database_broken", path=path, reason="integrity_check")


def _backup_name(path: Path, raw: sqlite3.Connection) -> Path:
    """`sciplan.db.v1-backup`, or with the first free number after it."""
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    name = path.with_name(f"{path.name}.v{version}-backup")
    number = 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.name}.v{version}-backup-{number}")
    return name

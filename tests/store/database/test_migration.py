"""An older database: backed up, brought up to date in one transaction, or left as it was."""

from __future__ import annotations

import runpy
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.errors import StoreError
from sciplan_tui.resources import database_history
from sciplan_tui.store.database.backup import copy_to
from sciplan_tui.store.database.engine import connect
from sciplan_tui.store.database.migrate import bring_up_to_date, run_revisions
from sciplan_tui.store.database.version import SCHEMA_VERSION
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.store_cases import AT, digest, small

LATER = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "{next:04d}", "{now:04d}", None, None
def upgrade():
    with op.batch_alter_table("task") as task:
        task.alter_column("number", type_=sa.Text(), nullable=False, server_default="")
    op.execute("UPDATE plan SET issuer = 'set later'")
    {more}
    op.execute("PRAGMA user_version = {next}")
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    plan = small()
    import_plan(path, plan, "raw", at=AT)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE task SET number = ''")
    return path


def later(tmp_path: Path, more: str = "") -> Path:
    """A history with one revision more than ours."""
    history = tmp_path / "history"
    shutil.copytree(database_history(), history, ignore=shutil.ignore_patterns("__pycache__"))
    text = LATER.format(more=more, now=SCHEMA_VERSION, next=SCHEMA_VERSION + 1)
    (history / "versions" / "9999_later.py").write_text(text, encoding="utf-8")
    return history


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_an_older_database_is_brought_up_to_date_and_loses_no_row(database: Path, tmp_path: Path) -> None:
    before, rows = digest(database), counts(database)
    backup = bring_up_to_date(database, later(tmp_path), SCHEMA_VERSION + 1)
    assert counts(database) == rows
    assert rows["assignment"] > 0
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
        assert connection.execute("SELECT issuer FROM plan").fetchone() == ("set later",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert counts(backup) == rows
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert digest(database) != before


@pytest.mark.parametrize(
    "more",
    [
        "raise RuntimeError('half way')",
        "op.execute('SELECT * FROM nothing')",
        "op.execute('DELETE FROM unit')",
    ],
)
def test_a_failed_step_leaves_the_file_as_it_was(database: Path, tmp_path: Path, more: str) -> None:
    before = digest(database)
    with pytest.raises((RuntimeError, sqlite3.OperationalError, StoreError)):
        bring_up_to_date(database, later(tmp_path, more), SCHEMA_VERSION + 1)
    assert digest(database) == before
    assert not list(tmp_path.glob("*-journal"))


def test_opening_an_older_database_backs_it_up_first(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connect(path, write=True, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table in counts(path):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 0")
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("SELECT count(*) FROM task").fetchone() == (0,)
    assert [one.name for one in tmp_path.glob("*backup*")] == ["old.db.v0-backup"]


def test_a_database_of_the_first_version_keeps_its_rows_and_learns_where_tasks_are_said(tmp_path: Path) -> None:
    path = tmp_path / "first.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        run_revisions(connection, database_history(), 1)
        connection.execute("INSERT INTO plan (id, key, title) VALUES (1, 'a', 'b')")
        connection.execute(
            "INSERT INTO task (id, plan_id, position, path, title, kind, inferred, open_list, text, search)"
            " VALUES (7, 1, 1, '2.1', 'c', 'action', 0, 0, '', '')"
        )
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("SELECT id, path, said_path FROM task").fetchall() == [(7, "2.1", "2.1")]
        assert connection.execute("SELECT count(*) FROM succession").fetchone() == (0,)


def test_a_database_before_reports_keeps_its_rows_and_a_backup_and_takes_reports(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE mark DROP COLUMN evidence")
        connection.execute("ALTER TABLE journal_entry DROP COLUMN made_in")
        for statement in ("DROP TABLE reported", "DROP TABLE issued", "PRAGMA user_version = 3"):
            connection.execute(statement)
    rows = counts(database)
    with closing(connect(database, write=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        connection.execute("INSERT INTO reported (target_id, value, on_day) VALUES (1, 12.5, '2023-06-30')")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO reported (target_id, value, on_day) VALUES (9, 1, '2023-06-30')")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO reported (target_id, value, on_day) VALUES (1, 1, '2023-06-30')")
    assert counts(database) == {**rows, "reported": 1, "issued": 0}
    assert counts(database.with_name("sciplan.db.v3-backup")) == rows


def test_marks_from_before_evidence_are_kept_taken_back_and_done_again(database: Path) -> None:
    marked = "SELECT task_id, status, note, evidence FROM mark"
    mark_tasks(database, [2], milestone="2023", status=Status.DONE, note="已报", at=AT)
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE mark DROP COLUMN evidence")
        connection.execute("ALTER TABLE journal_entry DROP COLUMN made_in")
        connection.execute("UPDATE journal_change SET new = json_remove(new, '$.evidence') WHERE table_name = 'mark'")
        connection.execute("PRAGMA user_version = 4")
    with closing(connect(database)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute(marked).fetchall() == [(2, "done", "已报", None)]
    undo(database, at=AT)
    redo(database, at=AT)
    with closing(connect(database)) as connection:
        assert connection.execute(marked).fetchall() == [(2, "done", "已报", None)]


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_no_revision_is_taken_back(version: int) -> None:
    (path,) = (database_history() / "versions").glob(f"{version:04d}_*.py")
    with pytest.raises(NotImplementedError):
        runpy.run_path(str(path))["downgrade"]()


def test_a_backup_is_checked_and_never_replaces_another(database: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    with closing(sqlite3.connect(database)) as source:
        copy_to(source, target)
        kept = digest(target)
        with pytest.raises(StoreError) as told:
            copy_to(source, target)
    assert told.value.code == "backup_exists"
    assert digest(target) == kept
    assert not list(tmp_path.glob("*.partial"))


def test_a_copy_that_fails_its_check_is_thrown_away(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as source:
        page = source.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_target_task'").fetchone()[0]
    data = bytearray(database.read_bytes())
    data[(page - 1) * 4096 + 8 : page * 4096] = bytes(4088)
    database.write_bytes(bytes(data))
    with closing(sqlite3.connect(database)) as source, pytest.raises(StoreError) as told:
        copy_to(source, tmp_path / "copy.db")
    assert told.value.code == "backup_broken"
    assert not list(tmp_path.glob("copy.db*"))


def test_without_a_backup_there_is_no_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.db"
    connect(path, write=True, create=True).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 0")
    before = digest(path)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sciplan_tui.store.database.backup._synced", refuse)
    with pytest.raises(StoreError) as told:
        connect(path)
    assert told.value.code == "backup_unmade"
    assert digest(path) == before
    assert [one.name for one in tmp_path.iterdir()] == ["old.db"]

"""Opening a database: settings read back, and every file that is not fit is refused in words and left as it is."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.errors import StoreError
from sciplan_tui.store.database.engine import SETTINGS, WRITING_SETTINGS, connect, opened, settings, transaction
from sciplan_tui.store.database.version import SCHEMA_VERSION
from tests.store_cases import digest


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    connect(path, write=True, create=True).close()
    return path


def test_settings_are_in_force(database: Path) -> None:
    with opened(database, write=True) as connection:
        wanted = SETTINGS | WRITING_SETTINGS
        assert settings(connection, tuple(wanted)) == wanted
        assert wanted["journal_mode"] == "delete"
        assert wanted["synchronous"] == 3
        assert connection.isolation_level is None
    with opened(database) as connection:
        assert settings(connection, tuple(SETTINGS)) == SETTINGS


def test_a_setting_that_is_not_granted_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WRITING_SETTINGS, "page_size", 1000)
    with pytest.raises(StoreError) as told:
        connect(database, write=True)
    assert told.value.code == "database_setting"


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_a_new_database_is_its_owners_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = tmp_path / "new" / "deep" / "sciplan.db"
        with opened(path, write=True, create=True) as connection, transaction(connection):
            connection.execute("INSERT INTO plan (id, key, title) VALUES (1, 'a', 'b')")
            assert stat.S_IMODE(Path(f"{path}-journal").stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_an_existing_folder_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    connect(tmp_path / "a.db", write=True, create=True).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    connect(tmp_path / "a.db", write=True, create=True).close()
    with closing(connect(tmp_path / "a.db")) as filled:
        assert filled.execute("SELECT count(*) FROM plan").fetchone() == (0,)


def test_a_missing_database_is_told_and_not_made(tmp_path: Path) -> None:
    for write in (False, True):
        with pytest.raises(StoreError) as told:
            connect(tmp_path / "a.db", write=write)
        assert told.value.code == "no_database"
    assert not list(tmp_path.iterdir())


def test_reading_cannot_write(database: Path) -> None:
    with pytest.raises(StoreError) as told, opened(database) as connection, transaction(connection):
        connection.execute("DELETE FROM plan")
    assert told.value.code == "database_read_only"


def test_names_with_odd_signs_are_opened(tmp_path: Path) -> None:
    path = tmp_path / "方案 ?mode=memory#%20&x.db"
    connect(path, write=True, create=True).close()
    assert path.exists()
    connect(path).close()


def alter(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def overwrite(start: int, content: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[start : start + len(content)] = content
        path.write_bytes(bytes(data))

    return change


def fill(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.unlink() or (path.write_bytes(content) and None)  # type: ignore[func-returns-value]


HOSTILE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "newer": ("database_newer", alter(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")),
    "much newer": ("database_newer", alter("PRAGMA user_version = 2147483647")),
    "another program's": ("database_not_ours", alter("PRAGMA application_id = 1")),
    "no program's": ("database_not_ours", alter("PRAGMA application_id = 0")),
    "a trigger": ("database_altered", alter("CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM plan; END")),
    "a view": ("database_altered", alter("CREATE VIEW v AS SELECT * FROM plan")),
    "a table more": ("database_altered", alter("CREATE TABLE extra (a)")),
    "a table less": ("database_altered", alter("DROP TABLE mark")),
    "a view for a table": ("database_altered", alter("DROP TABLE mark", "CREATE VIEW mark AS SELECT 1 AS id")),
    "truncated": ("database_broken", cut),
    "text": ("database_not_ours", fill("这不是数据库。".encode() * 99)),
    "one byte": ("database_not_ours", fill(b"S")),
    "zeros": ("database_not_ours", fill(bytes(8192))),
    "header only": ("database_not_ours", fill(b"SQLite format 3\0")),
    "a broken schema": ("database_broken", overwrite(100, b"\xff" * 300)),
    "a strange page size": ("database_not_ours", overwrite(16, b"\x00\x03")),
    "a strange format": ("database_not_ours", overwrite(18, b"\x09\x09")),
}


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_and_untouched(database: Path, case: str, write: bool) -> None:
    code, change = HOSTILE[case]
    change(database)
    before, beside = digest(database), sorted(database.parent.iterdir())
    with pytest.raises(StoreError) as told, opened(database, write=write, create=write) as connection:
        connection.execute("SELECT count(*) FROM task").fetchone()
    assert told.value.code == code
    assert str(database) in str(told.value)
    assert digest(database) == before
    assert sorted(database.parent.iterdir()) == beside


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as told:
        connect(tmp_path, write=True, create=True)
    assert told.value.code == "database_is_folder"


def test_a_parent_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError) as told:
        connect(tmp_path / "a" / "b.db", write=True, create=True)
    assert told.value.code == "database_unmade"


def test_a_failed_transaction_leaves_nothing(database: Path) -> None:
    with opened(database, write=True) as connection:
        with pytest.raises(ZeroDivisionError), transaction(connection):
            connection.execute("INSERT INTO plan (id, key, title) VALUES (1, 'a', 'b')").fetchone() or 1 / 0
        assert not connection.in_transaction
        assert connection.execute("SELECT count(*) FROM plan").fetchone() == (0,)


def test_a_loose_reference_fails_the_commit_and_leaves_nothing(database: Path) -> None:
    with opened(database, write=True) as connection:
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.execute("INSERT INTO unit VALUES (1, 77, 'a', 'a', 'other', 0, 1, 'a', NULL, NULL)")
        assert not connection.in_transaction
        assert connection.execute("SELECT count(*) FROM unit").fetchone() == (0,)


NOT_IMPORTED = ("alembic", "sqlmodel", "sqlalchemy", "textual", "pydantic")


def test_making_opening_and_filling_imports_neither_alembic_nor_sqlmodel(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from tests.store_cases import small, AT
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import history, undo
from sciplan_tui.workspace.doctor import examine
database = Path({str(tmp_path / "a.db")!r})
assert import_plan(database, small(), "raw", at=AT).entry_id == 1
undo(database, at=AT), history(database), examine(database)
print([name for name in {NOT_IMPORTED} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can become another user")
def test_on_a_medium_that_cannot_be_written_reading_works_and_writing_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sciplan.db"
        connect(path, write=True, create=True).close()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        child = os.fork()
        if child == 0:
            os.setuid(65534)
            os._exit(_as_nobody(path))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        Path(folder).chmod(0o700)


def _as_nobody(path: Path) -> int:
    """0 if all is as it should be; the number of what is not."""
    try:
        with opened(path) as connection:
            connection.execute("SELECT count(*) FROM task").fetchone()
    except StoreError:
        return 1
    try:
        with opened(path, write=True) as connection, transaction(connection):
            connection.execute("INSERT INTO plan (id, key, title) VALUES (1, 'a', 'b')")
    except StoreError as error:
        return 0 if error.code == "database_read_only" else 2
    return 3

"""Nothing half, nothing lost: killed writers, full disks, two writers at once, and rows that changed meanwhile."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Status
from sciplan_tui.errors import StoreError
from sciplan_tui.store.database import creating, engine
from sciplan_tui.store.database.engine import connect, opened, transaction
from sciplan_tui.store.journal import writing
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.store_cases import AT, digest, small

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def sound(path: Path) -> tuple[int, int, int]:
    """Plans, entries and tasks of a database that must be sound."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return tuple(
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("plan", "journal_entry", "task")
        )  # type: ignore[return-value]


IMPORTING = """
import sys
from pathlib import Path
from tests.store_cases import small, AT
from sciplan_tui.workspace.edition.importing import import_plan
for number in range(1000):
    import_plan(Path(sys.argv[1]), small(f"第{number}市"), "raw" * 20000, at=AT)
    print(number + 1, flush=True)
"""


def test_a_killed_import_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    for _ in range(5):
        before = sound(path)[0] if path.exists() else 0
        with subprocess.Popen([sys.executable, "-c", IMPORTING, str(path)], stdout=subprocess.PIPE, cwd=ROOT) as child:
            assert child.stdout is not None
            told = [child.stdout.readline() for _ in range(2)]
            os.set_blocking(child.stdout.fileno(), False)
            child.send_signal(signal.SIGKILL)
            child.wait()
            told += child.stdout.read().splitlines() if child.stdout else []
        with opened(path) as connection:
            assert connection.execute("SELECT count(*) FROM task").fetchone()[0] % 6 == 0
        plans, entries, tasks = sound(path)
        assert plans == entries
        assert tasks == 6 * plans
        assert plans >= min(before + 1, 2), told


KILLED_IN_COMMIT = """
import os, signal, sys
from pathlib import Path
from sciplan_tui.store.database.engine import connect
connection = connect(Path(sys.argv[1]), write=True)
connection.execute("PRAGMA cache_size = 5")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE plan SET title = 'half'")
connection.execute("CREATE TABLE big (a)")
connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,)] * 500)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_left_half_is_rolled_back_by_the_next_reader(database: Path) -> None:
    before = digest(database)
    subprocess.run([sys.executable, "-c", KILLED_IN_COMMIT, str(database)], cwd=ROOT, check=False)
    assert Path(f"{database}-journal").exists()
    assert digest(database) != before
    with opened(database) as connection:
        assert connection.execute("SELECT count(*) FROM plan WHERE title = 'half'").fetchone() == (0,)
    assert not Path(f"{database}-journal").exists()
    assert digest(database) == before


def test_a_full_database_is_told_and_unchanged(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(database)

    def nearly_full(path: Path, *, write: bool = False, create: bool = False) -> sqlite3.Connection:
        connection = connect(path, write=write, create=create)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        return connection

    monkeypatch.setattr("sciplan_tui.store.database.keeping.connect", nearly_full)
    with pytest.raises(StoreError) as told:
        import_plan(database, small("乙市"), "raw" * 9999, at=AT)
    assert told.value.code == "database_full"
    assert digest(database) == before


IMPORTING_ONE = """
import sys
from pathlib import Path
from tests.store_cases import small, AT
from sciplan_tui.errors import StoreError
from sciplan_tui.workspace.edition.importing import import_plan
try:
    import_plan(Path(sys.argv[1]), small('乙市'), 'raw' * 99999, at=AT)
except StoreError as error:
    print(error.code)
"""


def imported_with_room_for(size: int, database: Path) -> str:
    """What is told of an import where no file may grow beyond `size` bytes."""

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = subprocess.run(
        [sys.executable, "-c", IMPORTING_ONE, str(database)],
        cwd=ROOT,
        preexec_fn=limited,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("room", [0, 8192, 250_000])
def test_where_there_is_no_room_for_a_new_database_no_file_is_left(tmp_path: Path, room: int) -> None:
    assert imported_with_room_for(room, tmp_path / "own.db") == "database_full\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [0, 8192])
def test_an_empty_file_of_the_users_stays_where_there_is_no_room(tmp_path: Path, room: int) -> None:
    (tmp_path / "own.db").touch()
    assert imported_with_room_for(room, tmp_path / "own.db") == "database_full\n"
    assert [(path.name, path.stat().st_size) for path in tmp_path.iterdir()] == [("own.db", 0)]


def test_nobody_writes_into_a_database_that_was_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        creating.take_away_unused(other, path)
        assert not path.exists()
    path.touch()
    with closing(sqlite3.connect(path, isolation_level=None)) as late:
        path.unlink()
        with pytest.raises(sqlite3.OperationalError):
            creating._fill(late)


def test_a_database_that_another_has_filled_is_not_taken_away(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        creating.take_away_unused(other, database)
    assert sound(database) == (1, 1, 6)


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_left(database: Path, tmp_path: Path) -> None:
    before = digest(database)
    assert imported_with_room_for(database.stat().st_size + 8192, database) == "database_full\n"
    with opened(database) as connection:
        assert connection.execute("SELECT count(*) FROM plan").fetchone() == (1,)
    assert digest(database) == before
    assert [path.name for path in tmp_path.iterdir()] == [database.name]


def test_a_locked_database_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    monkeypatch.setitem(engine.SETTINGS, "busy_timeout", 50)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for write in (False, True):
            with pytest.raises(StoreError) as told, opened(database, write=write) as connection:
                connection.execute("SELECT count(*) FROM task").fetchone()
            assert told.value.code == "database_locked"
        other.execute("ROLLBACK")


def test_a_reader_reads_while_another_writes(database: Path) -> None:
    with opened(database, write=True) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE plan SET title = 'new'")
        started = time.monotonic()
        with opened(database) as reader:
            assert reader.execute("SELECT count(*) FROM plan WHERE title = 'new'").fetchone() == (0,)
        assert time.monotonic() - started < 1
        writer.execute("ROLLBACK")


MARKING = """
import sys
from pathlib import Path
from sciplan_tui.core.plan import Status
from sciplan_tui.workspace.progress.marking import mark_tasks
for number in range(20):
    mark_tasks(Path(sys.argv[1]), [int(sys.argv[2])], milestone="2023", status=Status.DONE, note=f"{number}", at="x")
"""


def test_two_writers_at_once_lose_nothing(database: Path) -> None:
    children = [
        subprocess.Popen([sys.executable, "-c", MARKING, str(database), str(task)], cwd=ROOT) for task in (2, 3)
    ]
    assert [child.wait() for child in children] == [0, 0]
    with opened(database) as connection:
        assert connection.execute("SELECT count(*) FROM journal_entry").fetchone() == (41,)
        assert connection.execute("SELECT task_id, note FROM mark ORDER BY task_id").fetchall() == [
            (2, "19"),
            (3, "19"),
        ]


def test_a_row_that_changed_meanwhile_is_not_overwritten(database: Path) -> None:
    stale = Change("plan", 1, {"title": "something else"}, {"title": "mine"})
    with opened(database, write=True) as connection:
        before = digest(database)
        with pytest.raises(StoreError) as told, transaction(connection):
            writing.record(connection, "mark", {}, [stale], AT)
        assert told.value.code == "changed_meanwhile"
    assert digest(database) == before


@pytest.mark.parametrize(
    "change",
    [
        Change("task", 1, {"holder_id": None}, {"holder_id": 2}),
        Change("journal_entry", 1, {"at": "x"}, {"at": "y"}),
        Change("plan", 1, None, {'title") VALUES (9, 1) --': "x"}),
        Change("sqlite_master", 1, None, {"sql": "x"}),
    ],
)
def test_only_listed_tables_and_columns_are_written(database: Path, change: Change) -> None:
    with (
        opened(database, write=True) as connection,
        pytest.raises(ValueError, match="not a column"),
        transaction(connection),
    ):
        writing.apply(connection, [change])


def test_nothing_is_acknowledged_before_the_commit(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit that fails is an error told, not a mark that was 'done'."""
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        monkeypatch.setitem(engine.SETTINGS, "busy_timeout", 50)
        monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM mark").fetchall()
        with pytest.raises(StoreError) as told:
            mark_tasks(database, [2], milestone="2023", status=Status.DONE, at=AT)
        assert told.value.code == "database_locked"
        reader.execute("COMMIT")
    with opened(database) as connection:
        assert connection.execute("SELECT count(*) FROM mark").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM journal_entry").fetchone() == (1,)

"""One connection for many gestures: opened late, and never to a file that has been put away."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.errors import StoreError
from sciplan_tui.store.database.creating import make
from sciplan_tui.store.database.keeping import KeptOpen


def plans(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM plan").fetchone()[0])


def add(kept: KeptOpen, key: str) -> None:
    with kept.opened() as connection:
        connection.execute('INSERT INTO plan ("key", title) VALUES (?, ?)', (key, "方案"))


def test_no_database_is_made_before_it_is_needed_nor_left_where_nothing_was_written(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with closing(KeptOpen(path)) as kept:
        assert not path.exists()
        with kept.opened() as first:
            assert path.exists()
        with kept.opened() as second:
            assert second is first
    assert not path.exists()


def test_what_was_put_in_the_files_place_is_what_is_written(tmp_path: Path) -> None:
    path, other = tmp_path / "own.db", tmp_path / "restored.db"
    make(path)
    make(other)
    with closing(KeptOpen(path)) as kept:
        add(kept, "a")
        path.rename(tmp_path / "away.db")
        other.rename(path)
        add(kept, "b")
        add(kept, "c")
    assert (plans(tmp_path / "away.db"), plans(path)) == (1, 2)


def test_a_fault_is_a_sentence_and_the_connection_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    with closing(KeptOpen(path)) as kept:
        with pytest.raises(StoreError), kept.opened():
            raise sqlite3.OperationalError("database is locked")
        add(kept, "a")
    assert plans(path) == 1

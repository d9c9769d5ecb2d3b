"""Any entry that was undone can be done again by its number, or it is said why not and nothing changes."""

from __future__ import annotations

import datetime
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.core.journal import Entry
from sciplan_tui.core.plan import Role, Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import history, redo, undo, why_not
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.unit import registering, succeeding
from tests.store_cases import AT, small
from tests.workspace.journal.test_journal_machine import is_outline, stored

DAY = datetime.date(2024, 1, 8)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def number(database: Path, path: str) -> int:
    return task_at(database, path, today=DAY).task_id


def mark(database: Path, task: int, status: Status) -> int | None:
    return mark_tasks(database, [task], milestone="2023", status=status, at=AT).entry_id


def in_force(database: Path) -> list[int]:
    gestures = (entry for entry in history(database, changes=False) if entry.kind not in ("undo", "redo"))
    return [entry.id for entry in gestures if entry.in_force]


def test_an_older_one_is_done_again_though_something_new_was_done_since(database: Path) -> None:
    correcting.correct_title(database, number(database, "2.1.1"), "甲", at=AT)
    undo(database, 2, at=AT)
    correcting.correct_title(database, number(database, "2.1.2"), "乙", at=AT)
    with pytest.raises(RefusedError, match="没有可以重做"):
        redo(database, at=AT)
    assert why_not(database, 2) is None
    assert redo(database, 2, at=AT).id == 2
    assert in_force(database) == [1, 2, 4]


def test_the_undo_names_what_it_undid(database: Path) -> None:
    correcting.correct_title(database, number(database, "2.1.1"), "甲", at=AT)
    undo(database, at=AT)
    assert redo(database, 3, at=AT).id == 2
    assert refused(database, 3).code == "in_force_already"
    assert refused(database, 1).code == "in_force_already"
    assert refused(database, 99).code == "no_entry"


def refused(database: Path, entry: int) -> RefusedError:
    before = stored(database)
    with pytest.raises(RefusedError) as raised:
        redo(database, entry, at=AT)
    assert stored(database) == before
    return raised.value


def test_what_was_changed_since_is_undone_first(database: Path) -> None:
    task = number(database, "2.1.1")
    correcting.correct_title(database, task, "甲", at=AT)
    undo(database, at=AT)
    correcting.correct_title(database, task, "乙", at=AT)
    error = refused(database, 2)
    assert (error.code, error.details["first"]) == ("redo_changed", ("4",))
    told = why_not(database, 2)
    assert told is not None
    assert str(told) == str(error)


def test_what_it_needs_and_is_gone_comes_back_first(database: Path) -> None:
    assert mark(database, number(database, "2.1.1"), Status.DONE) == 2
    undo(database, 2, at=AT)
    undo(database, 1, at=AT)
    error = refused(database, 2)
    assert (error.code, error.details["first"]) == ("redo_lacks", ("1",))
    redo(database, 1, at=AT)
    redo(database, 2, at=AT)
    assert in_force(database) == [1, 2]


def test_another_row_in_its_place_is_said(database: Path) -> None:
    task = number(database, "2.1.1")
    mark(database, task, Status.DONE)
    undo(database, at=AT)
    mark(database, task, Status.BLOCKED)
    assert refused(database, 2).code == "redo_taken"


def test_it_is_said_beforehand_why_an_entry_cannot_be_undone(database: Path) -> None:
    task = number(database, "2.1.1")
    correcting.correct_title(database, task, "甲", at=AT)
    correcting.correct_title(database, task, "乙", at=AT)
    before = stored(database)
    told = why_not(database, 2)
    assert told is not None
    assert (told.code, told.details["first"]) == ("undo_changed", ("3",))
    assert why_not(database, 3) is None
    undo(database, 3, at=AT)
    told = why_not(database, 5)
    assert told is not None
    assert told.code == "no_entry"
    assert stored(database) == before | {"task": stored(database)["task"]}


@pytest.mark.parametrize("seed", range(6))
def test_in_whatever_order_the_database_stays_sound_and_says_beforehand_what_comes(database: Path, seed: int) -> None:
    task, other = number(database, "2.1.1"), number(database, "2.1.2")
    registering.add_unit(database, None, "市气象局", at=AT)
    mark(database, task, Status.DONE)
    correcting_duties.add_assignment(database, other, "市气象局", Role.SUPPORT, at=AT)
    succeeding.rename(database, None, "市气象局", "市气象台", at=AT)
    correcting.correct_level(database, other, 1, at=AT)
    correcting.correct_title(database, task, "甲", at=AT)
    mark(database, task, Status.BLOCKED)
    chance, entries = random.Random(seed), list(range(1, 9))
    for _ in range(40):
        one = chance.choice(entries)
        turn = undo if one in in_force(database) else redo
        expected, before = why_not(database, one), stored(database)
        told = tried(turn, database, one)
        assert told == (str(expected) if expected else None)
        assert told is None or stored(database) == before
        sound(database)


def tried(turn: Callable[..., Entry], database: Path, one: int) -> str | None:
    """Why it was refused."""
    try:
        turn(database, one, at=AT)
    except RefusedError as error:
        return str(error)
    return None


def sound(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute("SELECT id, parent_id FROM task ORDER BY position").fetchall()
        assert is_outline(rows)

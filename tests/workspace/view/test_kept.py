"""What is kept from one state of a database to the next: all that queries look through, while only marks change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.edit.correcting import correct_title
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.store_cases import AT
from tests.viewing_data import TODAY

TASK = 4


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "sciplan.db")


@pytest.fixture
def view(database: Path) -> Iterator[View]:
    with View.open(database, TODAY) as view:
        yield view


def mark(database: Path) -> None:
    mark_tasks(database, (TASK,), milestone="midterm-2023", status=Status.BLOCKED, on=None, note=None, at=AT)


def test_a_mark_leaves_what_queries_look_through_and_is_found(database: Path, view: View) -> None:
    mark(database)
    kept = view.kept.contents
    assert TASK not in found(view, "status:done")
    mark_tasks(database, (TASK,), milestone="midterm-2023", status=Status.DONE, on=None, note=None, at=AT)
    assert view.kept.contents is kept
    assert TASK in found(view, "status:done")
    undo(database, at=AT)
    assert view.kept.contents is kept
    assert TASK not in found(view, "status:done")


def test_another_title_is_read_anew(database: Path, view: View) -> None:
    mark(database)
    assert TASK not in found(view, "崭新")
    kept = view.kept.contents
    correct_title(database, TASK, "崭新的题目", at=AT)
    assert view.kept.contents is not kept
    assert TASK in found(view, "崭新")


def test_what_the_journal_does_not_tell_is_read_anew(database: Path, view: View) -> None:
    mark(database)
    kept = view.kept.contents
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE task SET search = '崭新' WHERE id = ?", (TASK,))
    assert view.kept.contents is not kept
    assert TASK in found(view, "崭新")


def test_another_journal_is_not_believed(database: Path, view: View) -> None:
    mark(database)
    kept = view.kept.contents
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE journal_entry SET at = '1999-01-01'")
    mark(database)
    undo(database, at=AT)
    assert view.kept.contents is not kept


def found(view: View, query: str) -> set[int]:
    return {task for _, task in view.matching(ViewSpec(query=query), True)}

"""What went out is noted beside the journal, and never in the way of a paper or of an undo."""

from __future__ import annotations

import datetime
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.issued.issued import Issued
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.paper.issued import last_issued, note_issued
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, digest, small

PACK = Issued("pack", 1, None, "2023-10-20", 1, AT)
TODAY = datetime.date(2023, 10, 20)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def last(database: Path, *asked: object) -> Issued | None:
    with View.open(database, TODAY) as view:
        return last_issued(view, *asked)  # type: ignore[arg-type]


def test_the_last_of_its_kind_plan_and_unit_is_told(database: Path) -> None:
    assert last(database, "pack", 1) is None
    sheet = replace(PACK, kind="duty_sheet", unit_id=2)
    assert note_issued(database, [PACK, sheet, replace(sheet, unit_id=3, entry_id=0)]) is None
    assert note_issued(database, [replace(PACK, on_day="2023-10-21", entry_id=4)]) is None
    assert last(database, "pack", 1) == replace(PACK, on_day="2023-10-21", entry_id=4)
    assert last(database, "duty_sheet", 1, 2) == sheet
    assert last(database, "duty_sheet", 1) is None
    assert last(database, "pack", 2) is None


def test_a_paper_made_again_on_its_day_is_held_against_the_one_before(database: Path) -> None:
    first, again = PACK, replace(PACK, on_day="2023-11-20", entry_id=7)
    note_issued(database, [first, replace(again, entry_id=5), again])
    with View.open(database, TODAY) as view:
        assert last_issued(view, "pack", 1, before=datetime.date(2023, 11, 20)) == first
        assert last_issued(view, "pack", 1, before=datetime.date(2023, 11, 21)) == again
        assert last_issued(view, "pack", 1, before=datetime.date(2023, 10, 20)) is None


def test_it_is_no_gesture_and_an_import_can_be_undone_and_done_again_under_it(database: Path) -> None:
    note_issued(database, [PACK])
    with View.open(database, TODAY) as view:
        assert view.state == 1
    undo(database, at=AT)
    redo(database, at=AT)
    assert last(database, "pack", 1) == PACK


def test_a_database_that_is_written_by_another_gives_the_reason_and_no_stop(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sciplan_tui.store.database.engine.BUSY_MILLISECONDS", 1)
    monkeypatch.setattr("sciplan_tui.store.database.engine.SETTINGS", {"busy_timeout": 1})
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = note_issued(database, [PACK])
    assert refused is not None
    assert refused.code == "database_locked"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who is root may write everywhere")
def test_a_database_that_is_only_read_is_left_alone(database: Path) -> None:
    database.chmod(0o400)
    before = digest(database)
    assert note_issued(database, [PACK]) is not None
    assert digest(database) == before


def test_nothing_issued_touches_nothing(database: Path) -> None:
    before = digest(database)
    assert note_issued(database, []) is None
    assert digest(database) == before

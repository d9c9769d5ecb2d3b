"""An entry in full: its rows by the names a person knows, also of what is gone by now."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Role, Status
from sciplan_tui.core.sentence import change as change_sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.history import detail, sizes
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.unit import registering, succeeding
from tests.store_cases import AT, small

DAY = datetime.date(2024, 1, 8)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def number(database: Path, path: str) -> int:
    return task_at(database, path, today=DAY).task_id


def told(database: Path, entry: int) -> list[str]:
    touches = detail(database, entry).touches
    return ["  ".join([change_sentence.lead(touch), *change_sentence.fields(touch)]) for touch in touches]


def test_an_import_tells_its_file_and_counts_all_that_it_added(database: Path) -> None:
    found = detail(database, 1)
    assert found.source == small().source.name
    assert found.total == sizes(database)[1]
    assert found.counts["task", "added"] == len(small().tasks)
    assert found.why_not is None
    assert any(line.startswith("+ 任务 2.1.1 ") for line in told(database, 1))
    assert not any("raw" in line for line in told(database, 1))


def test_an_altered_row_says_what_it_said_before_in_words(database: Path) -> None:
    task = number(database, "2.1.1")
    correcting.correct_title(database, task, "甲", at=AT)
    (line,) = told(database, 2)
    assert line.startswith("  任务 2.1.1 甲  标题：")
    assert line.endswith("改为 甲")
    assert detail(database, 2).task_id == task


def test_marks_and_duties_are_told_with_their_tasks_units_and_milestones(database: Path) -> None:
    task = number(database, "2.1.1")
    mark_tasks(database, [task], milestone="2023", status=Status.DONE, on="2023-06-05", note="已报", at=AT)
    mark_tasks(database, [task], milestone="2023", status=Status.BLOCKED, at=AT)
    correcting_duties.add_assignment(database, number(database, "2.1.2"), "市气象局", Role.SUPPORT, at=AT)
    assert told(database, 2)[0].startswith("+ 标记 2.1.1 ")
    assert told(database, 2)[0].endswith("完成  2023-06-05  已报")
    assert "状态：完成 改为 受阻" in told(database, 3)[0]
    assert any(line.startswith("+ 分工 2.1.2 ") and "市气象局  配合" in line for line in told(database, 4))


def test_succession_names_both_units(database: Path) -> None:
    registering.add_unit(database, None, "市气象局", at=AT)
    succeeding.rename(database, None, "市气象局", "市气象台", at=AT)
    assert any("市气象局 市气象台  改名" in line for line in told(database, 3))


def test_what_is_gone_is_still_called_by_its_name(database: Path) -> None:
    task = number(database, "2.1.1")
    mark_tasks(database, [task], milestone="2023", status=Status.DONE, at=AT)
    before = told(database, 2)
    undo(database, 2, at=AT)
    undo(database, 1, at=AT)
    assert told(database, 2) == before
    assert told(database, 3)[0].replace("- ", "+ ", 1) == before[0]
    why = detail(database, 2).why_not
    assert why is not None
    assert "第 1 号" in str(why)
    assert detail(database, 1).why_not is None


def test_an_entry_that_is_not_there_is_refused(database: Path) -> None:
    with pytest.raises(RefusedError):
        detail(database, 99)


def test_of_a_large_entry_it_is_not_looked_at_beforehand(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sciplan_tui.workspace.journal.history.MOST_CHECKED", 10)
    mark_tasks(database, [number(database, "2.1.1")], milestone="2023", status=Status.DONE, at=AT)
    assert (detail(database, 1).checked, detail(database, 1).why_not) == (False, None)
    assert detail(database, 2).checked

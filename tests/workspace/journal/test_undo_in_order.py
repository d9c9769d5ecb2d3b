"""A refused undo names the entries to undo first, and in which order: after these it is done."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Role, Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import correcting, correcting_duties, ruling
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import history, undo
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.unit import registering, succeeding
from sciplan_tui.workspace.unit.units import registry
from tests.store_cases import AT, changed, small

DAY = datetime.date(2024, 1, 8)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def number(database: Path, path: str) -> int:
    return task_at(database, path, today=DAY).task_id


def refused(database: Path, entry: int) -> RefusedError:
    with pytest.raises(RefusedError) as raised:
        undo(database, entry, at=AT)
    return raised.value


def first(database: Path, entry: int) -> tuple[int, ...]:
    return tuple(int(number) for number in refused(database, entry).details["first"])  # type: ignore[attr-defined]


def test_what_changed_the_row_since_is_undone_first_the_newest_before(database: Path) -> None:
    task = number(database, "2.1.1")
    for title in ("甲", "乙", "丙"):
        correcting.correct_title(database, task, title, at=AT)
    mark_tasks(database, [task], milestone="2023", status=Status.DONE, at=AT)
    error = refused(database, 2)
    assert (error.code, error.details["first"]) == ("undo_changed", ("4", "3"))
    assert "4、3" in str(error)
    undo(database, 4, at=AT)
    assert first(database, 2) == (3,)


def test_a_unit_that_came_since_is_no_reason_and_stands_among_its_class(database: Path) -> None:
    renamed = succeeding.rename(database, None, "市教育局", "市教育体育局", at=AT).entry_id
    added = registering.add_unit(database, None, "市图书馆", unit_class="government", at=AT).entry_id
    assert len(history(database)[-1].changes) == 1
    undo(database, renamed, at=AT)
    order = [one.name for one in registry(database, None, as_of=DAY)]
    assert order.index("市图书馆") < order.index("市科协")
    undo(database, added, at=AT)


def test_what_hangs_on_a_row_and_on_what_hangs_there_goes_before_it(database: Path) -> None:
    registering.add_unit(database, None, "市气象局", at=AT)
    ruling.rule(database, None, "2.2", "市气象局", Role.SUPPORT, by="纪要", at=AT)
    correcting_duties.add_assignment(database, number(database, "2.1.2"), "团市委", Role.SUPPORT, at=AT)
    succeeding.rename(database, None, "市气象局", "市气象台", at=AT)
    registering.set_members(database, None, "团市委", add=["市气象台"], at=AT)
    assert refused(database, 5).code == "undo_hangs"
    assert first(database, 2) == (6, 5, 3)


def test_an_edition_goes_after_what_was_done_to_its_tasks(database: Path) -> None:
    import_plan(database, changed(small(), p2_1_1=None), "raw 2", accept=True, at=AT)
    task = number(database, "2.1.2")
    mark_tasks(database, [task], milestone="2023", status=Status.DONE, at=AT)
    mark_tasks(database, [task], milestone="2023", status=Status.BLOCKED, at=AT)
    correcting.correct_title(database, task, "甲", at=AT)
    for entry in first(database, 1):
        undo(database, entry, at=AT)
    assert undo(database, 1, at=AT).id == 1


def test_a_long_list_is_cut(database: Path) -> None:
    task = number(database, "2.1.1")
    for place in range(15):
        correcting.correct_title(database, task, f"第{place}个", at=AT)
    assert str(refused(database, 2)).count("、") == 9
    assert "16、15、" in str(refused(database, 2))
    assert "7 .." in str(refused(database, 2))

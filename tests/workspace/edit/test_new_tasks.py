"""Tasks by hand: where they stand, how they are numbered, what goes with them, and that no edition takes them away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.given.task import place
from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import Kind, Role, Status
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.correcting import correct_level
from sciplan_tui.workspace.edit.correcting_duties import add_assignment
from sciplan_tui.workspace.edit.tasks import add_task, drop_task
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.store_cases import AT, small, task
from tests.workspace.stored import ask, found, names, state, task_id

OUTLINE = "SELECT path, title FROM task ORDER BY position, id"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def behind(database: Path) -> Gesture:
    return add_task(database, task_id(database, "2.1.1"), "开放科普场馆", at=AT)


def below(database: Path) -> Gesture:
    beside = task_id(database, "2.1")
    return add_task(database, beside, "办科学营", below=True, with_units=True, by="会议纪要", at=AT)


def paths(database: Path) -> list[str]:
    return [path for path, _ in ask(database, OUTLINE)]


@pytest.mark.parametrize("do", [behind, below])
def test_it_is_one_entry_taken_back_and_done_again_exactly(database: Path, do: object) -> None:
    before = state(database)
    assert do(database).entry_id == 2  # type: ignore[operator]
    after = state(database)
    undo(database, at=AT)
    assert state(database) == before
    redo(database, at=AT)
    assert state(database) == after


def test_behind_another_it_stands_there_with_the_first_free_number_and_inherits(database: Path) -> None:
    assert "加任务 2.1.3 开放科普场馆（甲市-2021）" in sentence(behind(database))
    assert paths(database) == ["2", "2.1", "2.1.1", "2.1.3", "2.1.2", "2.2", "2.2.1"]
    assert names(database, "2.1.3") == [("市教育局", "lead"), ("团市委", "responsible")]
    assert found(database, "科普场馆") == {"2.1.3"}


def test_below_another_with_its_units_as_rulings(database: Path) -> None:
    assert "带 2 条分工" in sentence(below(database))
    assert paths(database) == ["2", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.2", "2.2.1"]
    assert (
        ask(database, "SELECT origin, ruled_by, ruled_on FROM assignment WHERE task_id = 7")
        == [("ruled", "会议纪要", "2023-06-30")] * 2
    )


@pytest.mark.parametrize(
    ("numbers", "beside", "under", "number"),
    [
        (["（一）", "（二）"], 3, False, "（三）"),
        (["1.", "2."], 2, False, "3."),
        (["一、", "十九、"], 3, False, "三、"),
        (["第1项第2目", None], 2, False, None),
        (["（一）"], 2, True, "1."),
        ([None], 2, True, None),
    ],
)
def test_its_number_is_like_those_of_its_siblings(
    numbers: list[str | None], beside: int, under: bool, number: str | None
) -> None:
    top = {"id": 1, "parent_id": None, "path": "1", "number": "一", "position": 1}
    rows = [
        {"id": at, "parent_id": 1, "path": f"1.{at - 1}", "number": printed, "position": at}
        for at, printed in enumerate(numbers, 2)
    ]
    assert place([top, *rows], beside, below=under).number == number


@pytest.mark.parametrize("do", [behind, below])
def test_the_next_edition_leaves_it_where_it_is(database: Path, do: object) -> None:
    do(database)  # type: ignore[operator]
    kept, units = ask(database, OUTLINE), names(database, "2.1.3")
    assert import_plan(database, small(stamp="2"), "raw", accept=True, at=AT).differences == ()
    assert (ask(database, OUTLINE), names(database, "2.1.3")) == (kept, units)


def test_where_the_next_edition_has_a_task_of_its_path_both_are_there(database: Path) -> None:
    behind(database)
    plan = small(stamp="2")
    plan = replace(plan, tasks=(*plan.tasks[:4], task("2.1.3", "建设科普教育基地"), *plan.tasks[4:]))
    import_plan(database, plan, "raw", accept=True, at=AT)
    assert dict(ask(database, "SELECT path, title FROM task WHERE path LIKE '2.1.3%'")) == {
        "2.1.3": "建设科普教育基地",
        "2.1.3'": "开放科普场馆",
    }


def test_where_the_next_edition_says_it_it_is_that_task(database: Path) -> None:
    behind(database)
    plan = small(stamp="2")
    plan = replace(plan, tasks=(*plan.tasks[:4], task("2.1.3", "开放科普场馆"), *plan.tasks[4:]))
    import_plan(database, plan, "raw", accept=True, at=AT)
    assert ask(database, "SELECT id, said_path FROM task WHERE title = '开放科普场馆'") == [(7, "2.1.3")]


def test_dropped_with_what_hangs_on_it_which_is_told_first(database: Path) -> None:
    before = state(database)
    below(database)
    new = task_id(database, "2.1.3")
    add_task(database, new, "开营式", below=True, at=AT)
    mark_tasks(database, [new], milestone="2023", status=Status.DONE, at=AT)
    with pytest.raises(RefusedError) as refused:
        drop_task(database, new, at=AT)
    assert refused.value.code == "task_holds"
    assert "1 项下级任务、2 条分工、1 个标记" in str(refused.value)
    there = state(database)
    assert "连同" in sentence(drop_task(database, new, with_all=True, at=AT))
    assert paths(database) == ["2", "2.1", "2.1.1", "2.1.2", "2.2", "2.2.1"]
    undo(database, at=AT)
    assert state(database) == there
    for _ in range(3):
        undo(database, at=AT)
    assert state(database) == before


def test_what_the_document_says_is_not_dropped_by_hand(database: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        drop_task(database, task_id(database, "2.1.1"), with_all=True, at=AT)
    assert refused.value.code == "task_said"
    behind(database)
    correct_level(database, task_id(database, "2.1.2"), 1, at=AT)
    with pytest.raises(RefusedError) as refused:
        drop_task(database, task_id(database, "2.1.3"), with_all=True, at=AT)
    assert "办好青少年科技创新大赛" in str(refused.value)


@pytest.mark.parametrize(("title", "code"), [("  ", "title_empty"), ("长" * 201, "too_long")])
def test_a_title_is_one(database: Path, title: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        add_task(database, 1, title, kind=Kind.PART, at=AT)
    assert refused.value.code == code


def test_what_came_after_it_is_undone_first(database: Path) -> None:
    behind(database)
    add_assignment(database, task_id(database, "2.1.3"), "市妇联", Role.SUPPORT, at=AT)
    with pytest.raises(RefusedError):
        undo(database, 2, at=AT)

"""Marks, milestones that the document does not name, and which milestone a key means."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.plan import Kind, Milestone, MilestoneKind, Status
from sciplan_tui.core.sentence.entry import noted, sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.store.database.engine import opened
from sciplan_tui.workspace.edit.correcting import correct_kind
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.edit.tasks import add_task, drop_task
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import history, redo, undo, why_not
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.progress.marking import MarkResult, mark_query, mark_tasks
from tests.store_cases import AT, digest, small


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def marks(database: Path) -> list[tuple[Any, ...]]:
    with opened(database) as connection:
        return connection.execute("SELECT task_id, status, on_date, note FROM mark ORDER BY task_id").fetchall()


def mark(database: Path, *tasks: int, **more: Any) -> MarkResult:
    return mark_tasks(database, tasks, **{"milestone": "2023", "status": Status.DONE, "at": AT, **more})


def test_one_gesture_is_one_entry(database: Path) -> None:
    result = mark(database, 2, 3, 3, on="2023-06-01", note="已报")
    assert (result.entry_id, result.changed, result.unchanged, result.milestones) == (2, 2, 0, ("midterm-2023",))
    assert marks(database) == [(2, "done", "2023-06-01", "已报"), (3, "done", "2023-06-01", "已报")]
    assert [entry.kind for entry in history(database)] == ["import", "mark"]


def test_a_heading_is_left_alone_and_counted_apart(database: Path) -> None:
    result = mark(database, 1, 2, 3)
    assert (result.changed, result.headings) == (2, 1)
    assert [task for task, *_ in marks(database)] == [2, 3]
    before = digest(database)
    with pytest.raises(RefusedError) as refused:
        mark(database, 1)
    assert (refused.value.code, digest(database)) == ("only_headings", before)
    assert "重点任务" in str(refused.value)


def test_a_mark_that_a_heading_has_can_be_taken_away(database: Path) -> None:
    mark(database, 2)
    correct_kind(database, 2, Kind.GOAL, at=AT)
    told = [task_at(database, path, today=datetime.date(2024, 1, 8)).marks for path in ("2", "2.1")]
    assert [[one.mark.status for one in marks] for marks in told] == [[], [Status.DONE]], "what is no task lacks none"
    assert mark(database, 2, status=None).changed == 1
    assert marks(database) == []


def test_its_entry_names_the_milestone_as_it_is_called_and_a_single_task(database: Path) -> None:
    mark(database, 3)
    mark(database, 2, 4)
    told = [sentence(entry) for entry in history(database)[1:]]
    assert told == [
        "标记 1 项任务（2.1.1 弘扬科学家精神进校园）：甲市-2021 中期督查 完成",
        "标记 2 项任务：甲市-2021 中期督查 完成",
    ]


def test_only_what_differs_is_written(database: Path) -> None:
    mark(database, 2, 3)
    result = mark(database, 2, 3, 4)
    assert (result.changed, result.unchanged) == (1, 2)
    assert [change.id for change in history(database)[-1].changes] == [3]
    before = digest(database)
    assert mark(database, 2, 3, 4) == MarkResult(None, 0, 3, ("midterm-2023",), labels=("中期督查",))
    assert digest(database) == before


def test_what_is_not_given_stays_and_what_is_empty_goes(database: Path) -> None:
    mark(database, 2, status=Status.BLOCKED, on="2023-06-01", note="经费未落实")
    mark(database, 2, status=Status.BLOCKED, on="2023-06-02")
    assert marks(database) == [(2, "blocked", "2023-06-02", "经费未落实")]
    mark(database, 2, status=Status.BLOCKED, on="", note="")
    assert marks(database) == [(2, "blocked", None, None)]
    mark(database, 2, status=None)
    assert marks(database) == []


def test_another_state_does_not_take_over_what_was_told_of_the_one_before(database: Path) -> None:
    mark(database, 2, status=Status.BLOCKED, on="2023-06-01", note="经费未落实")
    mark(database, 2, status=Status.ONGOING)
    assert marks(database) == [(2, "ongoing", None, None)]
    assert history(database)[-1].changes[0].old == {"status": "blocked", "on_date": "2023-06-01", "note": "经费未落实"}
    undo(database, at=AT)
    assert marks(database) == [(2, "blocked", "2023-06-01", "经费未落实")]


def evidence(database: Path) -> list[tuple[Any, ...]]:
    with opened(database) as connection:
        return connection.execute("SELECT task_id, evidence FROM mark ORDER BY task_id").fetchall()


def test_evidence_is_kept_with_a_state_set_anew_emptied_and_taken_back(database: Path) -> None:
    mark(database, 2, 3, evidence="档案室 3 号柜\x1b")
    mark(database, 2, evidence="/佐证/通报.pdf")
    mark(database, 2, note="已报")
    assert evidence(database) == [(2, "/佐证/通报.pdf"), (3, "档案室 3 号柜\ufffd")]
    assert [noted(entry) for entry in history(database)[1:3]] == [
        ["佐证材料 档案室 3 号柜\ufffd"],
        ["佐证材料 /佐证/通报.pdf"],
    ]
    mark(database, 2, evidence="")
    mark(database, 3, status=Status.BLOCKED)
    assert evidence(database) == [(2, None), (3, None)]
    undo(database, at=AT)
    undo(database, at=AT)
    assert evidence(database) == [(2, "/佐证/通报.pdf"), (3, "档案室 3 号柜\ufffd")]
    mark(database, 2, 3, status=None)
    undo(database, at=AT)
    assert evidence(database) == [(2, "/佐证/通报.pdf"), (3, "档案室 3 号柜\ufffd")]


def test_a_note_is_kept_harmless(database: Path) -> None:
    mark(database, 2, note="\x1b]0;x\x07[/] 已报\u202e ")
    assert marks(database)[0][3] == "\ufffd]0;x\ufffd[/] 已报<U+202E>"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"milestone": "2024"}, "no_milestone"),
        ({"milestone": ""}, "no_milestone"),
        ({"on": "2023-13-01"}, "not_a_date"),
        ({"on": "昨天"}, "not_a_date"),
        ({"on": "2099-01-01"}, "day_ahead"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(database: Path, more: dict[str, Any], code: str) -> None:
    before = digest(database)
    with pytest.raises(RefusedError) as told:
        mark(database, 2, **more)
    assert told.value.code == code
    assert str(told.value)
    assert digest(database) == before


@pytest.mark.parametrize(("tasks", "code"), [((), "no_task_to_mark"), ((2, 99), "task_gone")])
def test_tasks_that_are_not_there_are_told(database: Path, tasks: tuple[int, ...], code: str) -> None:
    with pytest.raises(RefusedError) as told:
        mark(database, *tasks)
    assert told.value.code == code
    assert marks(database) == []


def test_a_plan_that_lacks_the_milestone_is_named_and_left_alone(database: Path) -> None:
    import_plan(database, replace(small("乙市"), milestones=()), "raw", at=AT)
    result = mark(database, 2, 8, 9)
    assert (result.changed, result.lacking, result.left) == (1, ("乙市全民科学素质行动（2021—2025年）",), 2)
    with pytest.raises(RefusedError) as told:
        mark(database, 8)
    assert told.value.code == "no_milestone"


def test_several_that_fit_are_named(tmp_path: Path) -> None:
    base = small()
    second = Milestone(
        "evaluation-2023", None, MilestoneKind.FINAL_EVALUATION, "终期评估", "2023-01-01", "2023-12-31", "year"
    )
    path = tmp_path / "sciplan.db"
    import_plan(path, replace(base, milestones=(*base.milestones, second)), "raw", at=AT)
    with pytest.raises(RefusedError) as told:
        mark(path, 2)
    assert "中期督查（midterm-2023）、终期评估（evaluation-2023）" in str(told.value)
    assert mark(path, 2, milestone="终期评估").milestones == ("evaluation-2023",)


def test_a_query_marks_what_it_finds(database: Path) -> None:
    today = datetime.date(2023, 6, 30)
    given = {"milestone": "midterm-2023", "status": Status.IN_PROGRESS, "at": AT, "today": today}
    printing = mark_query(database, "lead:市教育局", **given)
    assert (printing.changed, printing.inheriting) == (1, 1)
    both = mark_query(database, "lead:市教育局", with_inherited=True, **given)
    assert (both.changed, both.unchanged, both.inheriting) == (1, 1, 0)
    with pytest.raises(RefusedError) as told:
        mark_query(database, "lead:没有这个单位", **given)
    assert told.value.code == "no_task_to_mark"


def test_a_milestone_that_the_document_does_not_name(database: Path) -> None:
    added = add_milestone(database, plan="甲", kind=MilestoneKind.FINAL_EVALUATION, date="2025", at=AT)
    assert (added.facts["plan"], added.facts["milestone"]) == ("甲市-2021", "evaluation-2025")
    assert mark(database, 2, milestone="2025").changed == 1
    with pytest.raises(RefusedError) as told:
        undo(database, added.entry_id, at=AT)
    assert told.value.code == "undo_hangs"
    for kind, date, code in (
        (MilestoneKind.FINAL_EVALUATION, "2025", "milestone_there"),
        (MilestoneKind.MIDTERM_REVIEW, "23", "not_a_moment"),
    ):
        with pytest.raises(RefusedError) as told:
            add_milestone(database, plan="甲", kind=kind, date=date, at=AT)
        assert told.value.code == code


def test_an_added_milestone_that_the_document_names_later_keeps_its_marks(database: Path) -> None:
    add_milestone(database, plan="甲", kind=MilestoneKind.FINAL_EVALUATION, date="2025", label="总结", at=AT)
    mark(database, 2, milestone="2025")
    base = small()
    named = Milestone(
        "evaluation-2025", "2", MilestoneKind.FINAL_EVALUATION, "总结", "2025-01-01", "2025-12-31", "year", 30
    )
    source = replace(base.source, sha256="2" * 64)
    import_plan(database, replace(base, source=source, milestones=(*base.milestones, named)), "raw", accept=True, at=AT)
    assert [row[:2] for row in marks(database)] == [(2, "done")]
    with opened(database) as connection:
        found = connection.execute("SELECT origin, line FROM milestone WHERE key = 'evaluation-2025'").fetchall()
    assert found == [("printed", 30)]


def test_undo_takes_back_the_newest_in_force_and_says_why_not(database: Path) -> None:
    first, second = mark(database, 2).entry_id, mark(database, 2, status=Status.BLOCKED).entry_id
    for entry, code in ((first, "undo_changed"), (1, "undo_hangs"), (99, "no_entry")):
        with pytest.raises(RefusedError) as told:
            undo(database, entry, at=AT)
        assert told.value.code == code
    assert undo(database, at=AT).id == second
    assert marks(database) == [(2, "done", None, None)]
    for entry, code in ((second, "undone_already"), (4, "undo_of_undo")):
        with pytest.raises(RefusedError) as told:
            undo(database, entry, at=AT)
        assert told.value.code == code
    assert undo(database, at=AT).id == first
    assert undo(database, at=AT).id == 1
    with pytest.raises(RefusedError) as told:
        undo(database, at=AT)
    assert told.value.code == "nothing_to_undo"


def test_to_undo_a_redo_is_to_undo_what_it_did_again(database: Path) -> None:
    done = mark(database, 2).entry_id
    undo(database, at=AT)
    redo(database, at=AT)
    newest = history(database)[-1]
    assert (newest.kind, why_not(database, newest.id)) == ("redo", None)
    assert undo(database, newest.id, at=AT).id == done
    assert marks(database) == []
    assert isinstance(why := why_not(database, newest.id), RefusedError)
    assert why.code == "undone_already"


def test_redo_ends_where_something_new_was_done(database: Path) -> None:
    mark(database, 2)
    undo(database, at=AT)
    mark(database, 3)
    with pytest.raises(RefusedError) as told:
        redo(database, at=AT)
    assert told.value.code == "nothing_to_redo"


def test_order_is_by_number_and_not_by_clock(database: Path) -> None:
    mark(database, 2, at="2030-01-01T00:00:00")
    last = mark(database, 3, at="1999-01-01T00:00:00").entry_id
    assert undo(database, at="1970-01-01T00:00:00").id == last


def test_twenty_tasks_are_one_entry_with_date_and_note(database: Path) -> None:
    tasks = [add_task(database, 2, f"任务{number}", below=True, at=AT) for number in range(20)]
    assert all(one.entry_id for one in tasks)
    result = mark(database, *range(7, 27), on="2023-06-01", note="汇总表已报")
    assert (result.changed, result.named) == (20, ())
    assert marks(database) == [(task, "done", "2023-06-01", "汇总表已报") for task in range(7, 27)]
    undo(database, at=AT)
    assert marks(database) == []


def test_tasks_that_are_gone_are_named(database: Path) -> None:
    add_task(database, 2, "开放科普场馆", below=True, at=AT)
    drop_task(database, 7, at=AT)
    with pytest.raises(RefusedError) as told:
        mark(database, 2, 7)
    assert "2.1.3 开放科普场馆" in str(told.value)
    assert marks(database) == []


def test_tasks_of_plans_without_the_milestone_are_named(database: Path) -> None:
    import_plan(database, replace(small("乙市"), milestones=()), "raw", at=AT)
    result = mark(database, 2, 8, 9)
    assert (result.changed, result.left, result.lacking) == (1, 2, ("乙市全民科学素质行动（2021—2025年）",))
    assert result.named == ("2.1 青少年科学素质提升行动", "2.1.1 弘扬科学家精神进校园")

"""Milestones edited by hand: one entry each, taken back exactly, and kept when the plan comes again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import MilestoneKind, Status
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import speak
from sciplan_tui.workspace.edit.milestones import add_milestone, drop_milestone, set_milestone
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import pending
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, small
from tests.workspace.stored import TODAY, ask, state, task_id

SAID = 'SELECT "key", kind, label, start_on, end_on, precision, origin FROM milestone ORDER BY id'
Do = Callable[[Path], Gesture]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


@pytest.fixture(autouse=True)
def in_chinese() -> Iterator[None]:
    yield
    speak("zh")


def marked(database: Path) -> None:
    tasks = [task_id(database, "2.1.1"), task_id(database, "2.1.2")]
    mark_tasks(database, tasks, milestone="midterm-2023", status=Status.DONE, note="已报", at=AT)


def to_a_day(database: Path) -> Gesture:
    return set_milestone(database, None, "2023", label="中期评估会", date="2023-09-15", at=AT)


def dropped(database: Path) -> Gesture:
    return drop_milestone(database, None, "midterm-2023", with_all=True, at=AT)


@pytest.mark.parametrize("do", [to_a_day, dropped])
def test_it_is_one_entry_taken_back_and_done_again_exactly(database: Path, do: Do) -> None:
    marked(database)
    before = state(database)
    done = do(database)
    after = state(database)
    assert done.entry_id == 3
    assert before != after
    undo(database, at=AT)
    assert state(database) == before
    redo(database, at=AT)
    assert state(database) == after


def test_its_sentence_says_what_was_and_what_is(database: Path) -> None:
    marked(database)
    told = "修改节点 中期督查：名称 中期督查 改为 中期评估会、日期 2023 改为 2023-09-15（甲市-2021 midterm-2023）"
    assert sentence(to_a_day(database)) == told
    assert "连同 2 个标记" in sentence(dropped(database))
    speak("en")
    assert "and with it 2 marks" in sentence(
        Gesture(1, "milestone", {"what": "drop", "plan": "甲", "milestone": "k", "label": "l", "going": {"mark": 2}})
    )


def test_a_printed_one_keeps_its_key_and_an_added_one_does_not(database: Path) -> None:
    to_a_day(database)
    add_milestone(database, plan="甲市", kind=MilestoneKind.FINAL_EVALUATION, date="2025", at=AT)
    set_milestone(database, None, "evaluation-2025", date="2026-03", at=AT)
    assert ask(database, SAID) == [
        ("midterm-2023", "midterm_review", "中期评估会", "2023-09-15", "2023-09-15", "day", "printed"),
        ("evaluation-2026", "final_evaluation", "2025年总结评估", "2026-03-01", "2026-03-31", "month", "ruled"),
    ]


@pytest.mark.parametrize("do", [to_a_day, dropped])
def test_the_next_edition_does_not_take_it_back(database: Path, do: Do) -> None:
    do(database)
    kept = ask(database, SAID)
    done = import_plan(database, small(stamp="2"), "raw", accept=True, at=AT)
    assert done.differences == ()
    assert ask(database, SAID) == kept


def test_what_document_and_person_both_change_is_a_conflict(database: Path) -> None:
    to_a_day(database)
    plan = small(stamp="2")
    plan = replace(plan, milestones=(replace(plan.milestones[0], label="中期检查"),))
    (told,) = import_plan(database, plan, "raw", accept=True, at=AT).differences
    assert (told.reason, told.old, told.new, told.now) == ("conflict", "中期督查", "中期检查", "中期评估会")
    assert ask(database, SAID)[0][2] == "中期评估会"


def test_one_that_was_dropped_and_is_said_otherwise_is_a_conflict(database: Path) -> None:
    dropped(database)
    plan = small(stamp="2")
    plan = replace(plan, milestones=(replace(plan.milestones[0], end="2024-12-31"),))
    (told,) = import_plan(database, plan, "raw", accept=True, at=AT).differences
    assert (told.kind, told.reason, told.now) == ("milestone_added", "conflict", "-")
    assert ask(database, SAID) == []
    assert [one.kind for one in pending(database, "甲市").differences] == ["milestone_added"]


def test_a_task_keeps_the_past_of_its_mark_at_a_milestone_that_is_gone(database: Path) -> None:
    marked(database)
    dropped(database)
    with View.open(database, TODAY) as view:
        past = view.task(task_id(database, "2.1.1")).past
    assert [(one.kind, one.label, one.status) for one in past] == [
        ("mark", "中期督查", Status.DONE),
        ("milestone", "中期督查", None),
    ]


def test_what_is_so_already_writes_nothing(database: Path) -> None:
    assert set_milestone(database, None, "2023", label=" 中期督查 ", date="2023", at=AT).entry_id is None


@pytest.mark.parametrize(
    ("do", "code"),
    [
        (lambda db: set_milestone(db, None, "1999", label="题", at=AT), "no_milestone"),
        (lambda db: set_milestone(db, None, "2023", label="  ", at=AT), "label_empty"),
        (lambda db: set_milestone(db, None, "2023", label="长" * 201, at=AT), "too_long"),
        (lambda db: set_milestone(db, None, "2023", date="2023-02-30", at=AT), "not_a_moment"),
        (lambda db: set_milestone(db, None, "2023", date="0023", at=AT), "not_a_moment"),
        (lambda db: set_milestone(db, None, "2023", date="2023..2022", at=AT), "dates_turned"),
        (lambda db: set_milestone(db, "乙市", "2023", label="题", at=AT), "no_plan"),
        (lambda db: drop_milestone(db, None, "2023", at=AT), "milestone_marked"),
        (lambda db: set_milestone(_another(db), None, "midterm-2024", date="2023", at=AT), "milestone_there"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(database: Path, do: Do, code: str) -> None:
    marked(database)
    with pytest.raises(RefusedError) as refused:
        do(database)
    assert refused.value.code == code
    assert "{" not in str(refused.value)


def _another(database: Path) -> Path:
    add_milestone(database, plan="甲市", kind=MilestoneKind.MIDTERM_REVIEW, date="2024", at=AT)
    return database

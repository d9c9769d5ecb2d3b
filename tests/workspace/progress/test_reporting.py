"""Reported values: one a day, one entry each, kept while plans come again, and gone only where a person says so."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import Comparator, Target
from sciplan_tui.core.progress.reported import Report, beyond, met
from sciplan_tui.core.sentence.difference import sentence as told_difference
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.core.sentence.reported import reaches, told
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import speak
from sciplan_tui.workspace.edit.targets import drop_target
from sciplan_tui.workspace.edit.tasks import add_task, drop_task
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.progress.overview import overview
from sciplan_tui.workspace.progress.reporting import drop_report, report_value
from sciplan_tui.workspace.sheet.sheets import make_sheet
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import small, with_tasks
from tests.workspace.stored import ask, state, task_id

TODAY = datetime.date(2023, 10, 20)
AT = "2023-10-20T09:00:00"
ROWS = "SELECT target_id, value, on_day, note, evidence FROM reported ORDER BY on_day"
JUNE, SEPTEMBER = "2023-06-30", "2023-09-30"
Do = Callable[[Path], Gesture]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


@pytest.fixture
def reported(database: Path) -> Path:
    report_value(database, 1, "180", on=JUNE, note="半年报", at=AT)
    return database


def again(database: Path) -> Gesture:
    return report_value(database, 1, "1,150.5", on=SEPTEMBER, at=AT)


def corrected(database: Path) -> Gesture:
    return report_value(database, 1, "185", on=JUNE, note="", at=AT)


def dropped(database: Path) -> Gesture:
    return drop_report(database, 1, at=AT)


@pytest.mark.parametrize("do", [again, corrected, dropped])
def test_each_is_one_entry_taken_back_and_done_again(reported: Path, do: Do) -> None:
    before = state(reported)
    assert do(reported).entry_id == 3
    after = state(reported)
    assert after != before
    undo(reported, at=AT)
    assert state(reported) == before
    redo(reported, at=AT)
    assert state(reported) == after


def test_a_day_has_one_value_and_what_is_not_said_stays(reported: Path, tmp_path: Path) -> None:
    proof = tmp_path / "报表.xlsx"
    proof.write_bytes(b"x")
    assert report_value(reported, 1, "180", on=JUNE, at=AT).entry_id is None
    report_value(reported, 1, "190", on=JUNE, evidence=str(proof), at=AT)
    assert ask(reported, ROWS) == [(1, 190.0, JUNE, "半年报", str(proof))]
    report_value(reported, 1, "190", on=JUNE, note="", at=AT)
    assert ask(reported, ROWS) == [(1, 190.0, JUNE, None, str(proof))]


@pytest.mark.parametrize("said", ["190人次", "190 人次", " １９０ ", "190"])
def test_the_unit_of_measure_may_stand_behind_the_value(reported: Path, said: str) -> None:
    report_value(reported, 1, said, on=JUNE, at=AT)
    assert ask(reported, ROWS)[0][1] == 190.0


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("no_number", {"value": "190万人次"}),
        ("no_number", {"value": "人次"}),
        ("no_number", {"value": "很多"}),
        ("no_number", {"value": "nan"}),
        ("not_a_date", {"value": "1", "on": "2023-13-01"}),
        ("day_ahead", {"value": "1", "on": "2023-10-21"}),
        ("below_zero", {"value": "-5"}),
        ("no_evidence", {"value": "1", "evidence": "/nowhere/at/all"}),
        ("too_long", {"value": "1", "note": "长" * 2001}),
        ("target_gone", {"value": "1", "target_id": 9}),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(reported: Path, code: str, said: dict[str, Any]) -> None:
    before = state(reported)
    with pytest.raises(RefusedError) as told:
        report_value(reported, said.pop("target_id", 1), **said, at=AT)
    assert told.value.code == code
    assert state(reported) == before


def test_the_newest_up_to_the_day_counts_in_lists_and_overview(reported: Path) -> None:
    again(reported)
    for day, wanted in (
        ("2023-06-29", None),
        (JUNE, Report(180.0, JUNE, "半年报")),
        ("2023-10-20", Report(1150.5, SEPTEMBER)),
    ):
        with View.open(reported, TODAY, datetime.date.fromisoformat(day)) as view:
            (figure,) = overview(view, ViewSpec()).figures
            assert figure.reported == wanted
            targets = make_sheet(view, "targets", ViewSpec())
            row = dict(zip((column.key for column in targets.columns), targets.rows[0], strict=True))
            assert (row["reported"], row["reported_on"]) == ((wanted.value, wanted.on) if wanted else (None, None))
            assert row["met"] is figure.met is (None if wanted is None else wanted.value >= 200)
            task = view.task(task_id(reported, "2.2.1"))
            assert task.figures == ((task.targets[0], wanted, None),)


def aim(comparator: Comparator, most: float | None = None, *, aspired: bool = False) -> Target:
    return Target("1", "指标", comparator, 10.0, "%", most, aspirational=aspired)


@pytest.mark.parametrize(
    ("target", "below", "at", "above"),
    [
        (aim(Comparator.GE), False, True, True),
        (aim(Comparator.GT), False, False, True),
        (aim(Comparator.LE), True, True, False),
        (aim(Comparator.LT), True, False, False),
        (aim(Comparator.EQ), False, True, None),
        (aim(Comparator.RANGE, 12.0), False, True, True),
        (aim(Comparator.GE, aspired=True), None, True, True),
        (aim(Comparator.LE, aspired=True), True, True, None),
    ],
)
def test_whether_an_aim_is_reached(target: Target, below: bool | None, at: bool, above: bool | None) -> None:
    assert [met(target, Report(value, JUNE)) for value in (9.0, 10.0, 11.0)] == [below, at, above]
    assert met(target, None) is None
    if target.value_max:
        assert [met(target, Report(value, JUNE)) for value in (12.0, 13.0)] == [True, None]


@pytest.mark.parametrize("target", [aim(Comparator.EQ), aim(Comparator.RANGE, 10.0)])
def test_more_than_just_so_many_is_said_to_be_for_a_person_to_judge(target: Target) -> None:
    below, more = Report(9.0, JUNE), Report(11.0, JUNE)
    assert (beyond(target, below), beyond(target, more), beyond(target, None)) == (False, True, False)
    assert told(target, more)[1:] == ["超过目标数，算不算达到由人定"]
    assert (reaches(target, below), reaches(target, more)) == ("未达到", "超过")
    assert not beyond(aim(Comparator.GE), more)


def test_a_new_edition_that_changes_the_aim_leaves_what_was_reported(reported: Path) -> None:
    edition = replace(with_tasks(small(), small().tasks, "2"), targets=(replace(small().targets[0], value=300.0),))
    import_plan(reported, edition, "raw", accept=True, at=AT)
    assert ask(reported, "SELECT value FROM target") == [(300.0,)]
    assert ask(reported, ROWS) == [(1, 180.0, JUNE, "半年报", None)]


@pytest.mark.parametrize("what", ["figure", "task"])
def test_a_figure_that_goes_is_proposed_with_what_was_reported(reported: Path, what: str) -> None:
    again(reported)
    tasks = [task for task in small().tasks if what == "figure" or task.path != "2.2.1"]
    edition = replace(with_tasks(small(), tasks, "2"), targets=())
    import_plan(reported, edition, "raw", accept=True, at=AT)
    before = state(reported)
    seen = pending(reported, "甲市-2021").differences
    (gone,) = [one for one in seen if one.kind == ("target_removed" if what == "figure" else "task_removed")]
    assert gone.now == "1150.5人次 2023-09-30"
    assert "1150.5人次 2023-09-30" in told_difference(gone)
    assert len(ask(reported, ROWS)) == 2
    decide(reported, "甲市-2021", accepted=(seen.index(gone),), rejected=(), seen=seen, at=AT)
    assert ask(reported, ROWS) == []
    undo(reported, at=AT)
    assert state(reported) == before


def test_what_is_told_of_a_removal_that_waits_is_what_is_reported_by_now(reported: Path) -> None:
    edition = replace(with_tasks(small(), small().tasks, "2"), targets=())
    import_plan(reported, edition, "raw", accept=True, at=AT)
    again(reported)
    (gone,) = pending(reported, "甲市-2021").differences
    assert gone.now == "1150.5人次 2023-09-30"
    drop_report(reported, 1, at=AT)
    drop_report(reported, 1, at=AT)
    (gone,) = pending(reported, "甲市-2021").differences
    assert gone.now is None


def test_a_figure_dropped_by_hand_takes_it_along_only_if_that_is_said(reported: Path) -> None:
    with pytest.raises(RefusedError) as told:
        drop_target(reported, 1, at=AT)
    assert told.value.code == "target_reported"
    before = state(reported)
    done = drop_target(reported, 1, with_all=True, at=AT)
    assert done.facts["going"] == {"reported": 1}
    assert ask(reported, ROWS) == []
    undo(reported, at=AT)
    assert state(reported) == before


def test_a_task_dropped_by_hand_takes_it_along(database: Path) -> None:
    from sciplan_tui.workspace.edit.targets import add_target

    add_task(database, task_id(database, "2.2.1"), "新任务", at=AT)
    number = task_id(database, "2.2.2")
    add_target(database, number, {"indicator": "讲座", "value": "3"}, at=AT)
    report_value(database, 2, "2", at=AT)
    before = state(database)
    with pytest.raises(RefusedError):
        drop_task(database, number, at=AT)
    assert drop_task(database, number, with_all=True, at=AT).facts["going"]["reported"] == 1
    undo(database, at=AT)
    assert state(database) == before


def test_an_import_cannot_be_undone_under_it_and_says_so(reported: Path) -> None:
    with pytest.raises(RefusedError) as told:
        undo(reported, 1, at=AT)
    assert "2" in str(told.value)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_history_tells_it_in_words(reported: Path, language: str) -> None:
    speak(language)
    try:
        assert "1150.5 人次" in sentence(again(reported))
        told = sentence(corrected(reported))
        assert "185 人次" in told
        assert "180 人次" in told
        assert JUNE in sentence(drop_report(reported, 1, on=JUNE, at=AT))
    finally:
        speak("zh")


def test_what_was_not_reported_is_not_dropped(database: Path) -> None:
    with pytest.raises(RefusedError) as told:
        drop_report(database, 1, at=AT)
    assert told.value.code == "not_reported"


def test_an_exported_plan_is_what_the_document_says_without_what_was_reported(reported: Path) -> None:
    from sciplan_tui.store.edition.whole_plan import plan_as_parsed

    with View.open(reported, TODAY) as view:
        told = plan_as_parsed(view.connection, 1)
    drop_report(reported, 1, at=AT)
    with View.open(reported, TODAY) as view:
        assert plan_as_parsed(view.connection, 1) == told


def test_what_was_undone_is_not_done_again_where_its_day_has_another_value(reported: Path) -> None:
    undo(reported, at=AT)
    report_value(reported, 1, "190", on=JUNE, at=AT)
    before = state(reported)
    with pytest.raises(RefusedError) as told:
        redo(reported, 2, at=AT)
    assert told.value.code == "redo_taken"
    assert state(reported) == before

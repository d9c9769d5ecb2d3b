"""Corrections of what was misread: each is one entry, undone and redone exactly, and found by what it says now."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import Kind, Problem, Role
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.store.journal.holder import holders_to_mend
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import history, redo, undo
from sciplan_tui.workspace.meant.task import task_at
from sciplan_tui.workspace.problem import settling
from tests.store_cases import AT, digest, small
from tests.workspace.stored import ask, found, held, names, state, task_id

Do = Callable[[Path], Gesture]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def title(database: Path) -> Gesture:
    return correcting.correct_title(database, task_id(database, "2.1.1"), "弘扬工匠精神", at=AT)


def kind(database: Path) -> Gesture:
    return correcting.correct_kind(database, task_id(database, "2.1"), Kind.PROJECT, at=AT)


def level_in(database: Path) -> Gesture:
    return correcting.correct_level(database, task_id(database, "2.2"), 1, at=AT)


def level_out(database: Path) -> Gesture:
    return correcting.correct_level(database, task_id(database, "2.1.1"), -1, at=AT)


def unit(database: Path) -> Gesture:
    return correcting_duties.correct_unit(database, held(database, "2.1", "团市委"), "市科技局", at=AT)


def role(database: Path) -> Gesture:
    return correcting_duties.correct_role(database, held(database, "2.1", "团市委"), Role.SUPPORT, at=AT)


def add(database: Path) -> Gesture:
    return correcting_duties.add_assignment(database, task_id(database, "2.1"), "市妇联", Role.RESPONSIBLE, at=AT)


def add_below(database: Path) -> Gesture:
    return correcting_duties.add_assignment(database, task_id(database, "2.1.1"), "市妇联", Role.RESPONSIBLE, at=AT)


def drop(database: Path) -> Gesture:
    return correcting_duties.remove_assignment(database, held(database, "2.1", "团市委"), at=AT)


def settle(database: Path) -> Gesture:
    return settling.settle(database, [1], "已核对原件", at=AT)


GESTURES: tuple[Do, ...] = (title, kind, level_in, level_out, unit, role, add, add_below, drop, settle)


@pytest.mark.parametrize("do", GESTURES)
def test_a_gesture_is_one_entry_undone_and_redone_exactly(database: Path, do: Do) -> None:
    before = state(database)
    done = do(database)
    after = state(database)
    assert done.entry_id == 2
    assert after != before
    last = history(database)[-1]
    assert (last.id, last.kind, dict(last.summary)) == (2, done.kind, dict(done.facts))
    undo(database, at=AT)
    assert state(database) == before
    redo(database, at=AT)
    assert state(database) == after


@pytest.mark.parametrize("do", GESTURES)
def test_its_sentence_tells_what_was_done_and_in_which_plan(database: Path, do: Do) -> None:
    told = sentence(do(database))
    assert "甲市-2021" in told
    assert "what" not in told
    assert not any(word in told for word in ("lead", "responsible", "support", "action", "project"))


@pytest.mark.parametrize("do", GESTURES)
def test_holders_stay_right_and_a_unit_has_a_place_of_its_own(database: Path, do: Do) -> None:
    do(database)
    with closing(sqlite3.connect(database)) as connection:
        assert holders_to_mend(connection, 1) == {}
    places = [place for (place,) in ask(database, "SELECT position FROM unit ORDER BY position")]
    assert places == list(range(1, len(places) + 1))


@pytest.mark.parametrize("do", [title, kind, role])
def test_what_is_so_already_writes_nothing(database: Path, do: Do) -> None:
    do(database)
    before = digest(database)
    if do is title:
        again = correcting.correct_title(database, task_id(database, "2.1.1"), " 弘扬工匠精神 ", at=AT)
    else:
        again = do(database)
    assert again.entry_id is None
    assert digest(database) == before


def test_a_unit_added_where_units_are_inherited_stands_beside_them(database: Path) -> None:
    told = add_below(database)
    assert names(database, "2.1.1") == [("市教育局", "lead"), ("团市委", "responsible"), ("市妇联", "responsible")]
    assert names(database, "2.1") == [("市教育局", "lead"), ("团市委", "responsible")]
    assert told.facts["copied"] == 2
    assert "原承上的 2 条写在本项" in sentence(told)
    quotes = "SELECT DISTINCT quote, origin FROM assignment WHERE printed = '团市委'"
    assert len(ask(database, quotes)) == 1


def test_an_inherited_unit_that_is_added_stands_there_once(database: Path) -> None:
    task = task_id(database, "2.1.1")
    told = correcting_duties.add_assignment(database, task, "团市委", Role.RESPONSIBLE, at=AT)
    assert names(database, "2.1.1") == [("市教育局", "lead"), ("团市委", "responsible")]
    assert told.facts["copied"] == 1


def test_where_a_task_states_its_units_nothing_is_copied(database: Path) -> None:
    told = add(database)
    assert told.facts["copied"] == 0
    assert "承上" not in sentence(told)


def test_a_corrected_title_is_found_and_the_old_one_is_not(database: Path) -> None:
    title(database)
    assert found(database, "工匠") == {"2.1.1"}
    assert found(database, "科学家精神") == set()
    assert found(database, "宣讲") == {"2.1.1"}


def test_a_moved_task_inherits_from_where_it_now_hangs(database: Path) -> None:
    assert names(database, "2.1.1") == [("市教育局", "lead"), ("团市委", "responsible")]
    done = level_out(database)
    assert (done.facts["old"], done.facts["new"]) == ("2.1.1", "2.3")
    assert names(database, "2.3") == []
    assert ask(database, "SELECT path FROM task ORDER BY position") == [
        (path,) for path in ("2", "2.1", "2.3", "2.3.2", "2.2", "2.2.1")
    ]


def test_a_unit_that_is_new_has_its_class_and_is_found_by_every_name(database: Path) -> None:
    unit(database)
    (row,) = ask(database, "SELECT short, class FROM unit WHERE name = '市科技局'")
    assert row == ("科技局", "government")
    assert found(database, "unit:skjj") == {"2.1", "2.1.1"}
    assert found(database, "resp:科技局") == {"2.1", "2.1.1"}
    assert found(database, "resp:团市委") == {"2.1", "2.1.1"}, "as it is printed"
    assert names(database, "2.1") == [("市教育局", "lead"), ("市科技局", "responsible")]


def test_a_unit_that_is_there_is_not_added_again(database: Path) -> None:
    units = ask(database, "SELECT count(*) FROM unit")
    correcting_duties.correct_unit(database, held(database, "2.1", "团市委"), "市科协", at=AT)
    assert ask(database, "SELECT count(*) FROM unit") == units
    assert ("市科协", "responsible") in names(database, "2.1")
    printed = ask(database, "SELECT printed FROM assignment WHERE id = ?", held(database, "2.1", "市科协"))
    assert printed == [("团市委",)]


def test_an_added_unit_has_the_statement_of_the_others(database: Path) -> None:
    add(database)
    row = ask(database, "SELECT line, quote, position, origin FROM assignment ORDER BY id DESC LIMIT 1")
    assert row == [(9, "责任单位：市教育局", 2, "printed")]


@pytest.mark.parametrize(
    ("do", "code"),
    [
        (lambda db: correcting.correct_title(db, 1, " \x00 ", at=AT), None),
        (lambda db: correcting.correct_title(db, 1, "  ", at=AT), "title_empty"),
        (lambda db: correcting.correct_title(db, 99, "题", at=AT), "no_task"),
        (lambda db: correcting.correct_level(db, task_id(db, "2.1"), 1, at=AT), "level_first"),
        (lambda db: correcting.correct_level(db, task_id(db, "2"), -1, at=AT), "level_top"),
        (lambda db: correcting_duties.correct_unit(db, 99, "市科协", at=AT), "assignment_gone"),
        (lambda db: correcting_duties.correct_unit(db, 1, " ", at=AT), "unit_empty"),
        (lambda db: correcting_duties.remove_assignment(db, held(db, "2.2.1", "市科协"), at=AT), "assignment_proposed"),
        (
            lambda db: correcting_duties.add_assignment(db, task_id(db, "2.1"), "团市委", Role.RESPONSIBLE, at=AT),
            "unit_held_already",
        ),
        (lambda db: settling.settle(db, [], at=AT), "no_problem_chosen"),
        (lambda db: settling.settle(db, [1, 99], at=AT), "no_such_problem"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_leaves_all_as_it_was(
    database: Path, do: Do, code: str | None
) -> None:
    before = state(database)
    if code is None:
        do(database)
        return
    with pytest.raises(RefusedError) as refused:
        do(database)
    assert refused.value.code == code
    assert "{" not in str(refused.value)
    assert state(database) == before


def test_a_settled_problem_is_opened_again(database: Path) -> None:
    settle(database)
    assert ask(database, "SELECT settled_on, settled_note FROM problem") == [("2023-06-30", "已核对原件")]
    assert settling.settle(database, [1], at=AT).entry_id is None
    settling.unsettle(database, [1], at=AT)
    assert ask(database, "SELECT settled_on, settled_note FROM problem") == [(None, None)]


def test_the_page_of_a_task_asks_no_more_what_is_settled(tmp_path: Path) -> None:
    database = tmp_path / "of_a_task.db"
    import_plan(database, replace(small(), problems=(Problem("odd_number", 3, (("number", "3"),)),)), "raw", at=AT)

    def asked() -> list[str]:
        return [problem.code for problem in task_at(database, "2.1.1", today=datetime.date(2023, 6, 30)).problems]

    assert asked() == ["odd_number"]
    settle(database)
    assert asked() == []
    settling.unsettle(database, [1], at=AT)
    assert asked() == ["odd_number"]

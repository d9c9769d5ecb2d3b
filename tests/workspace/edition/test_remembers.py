"""What a person has corrected or settled stands when the next edition of the plan says the same misreadings again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.plan import Kind, ParsedPlan, Problem, Role
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edition.import_draft import ImportResult
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import pending
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.problem import settling
from tests.store_cases import AT, assignment, changed, of, small, task, with_tasks

KEY = "甲市-2021"
PROBLEMS = (
    Problem("number_order", 7, (("number", "3."), ("expected", "2"))),
    Problem("alias_proposed", 12, (("one", "市科协"), ("other", "市科学技术协会"))),
)


def first() -> ParsedPlan:
    return replace(small(), problems=PROBLEMS)


def second(stamp: str = "2") -> ParsedPlan:
    """The same misreadings, some lines further down; a task more, a text changed, a unit and a doubt more."""
    base = first()
    tasks = [replace(one, line=(one.line or 0) + 10, line_end=(one.line_end or 0) + 10) for one in base.tasks]
    tasks = [replace(one, text="每月组织一次宣讲。") if one.path == "2.1.1" else one for one in tasks]
    tasks = [
        replace(one, assignments=(*one.assignments, assignment("市气象局"))) if one.path == "2.2" else one
        for one in tasks
    ]
    tasks.append(task("2.2.2", "新添的一项重点工作", assignment("市气象局", Role.LEAD)))
    moved = tuple(replace(problem, line=(problem.line or 0) + 10) for problem in PROBLEMS)
    return replace(with_tasks(base, tasks, stamp), problems=(*moved, Problem("no_region")))


def ask(database: Path, sql: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql, values).fetchall()


def task_id(database: Path, said_path: str) -> int:
    return int(ask(database, "SELECT id FROM task WHERE said_path = ?", said_path)[0][0])


def held(database: Path, task: int) -> dict[str, tuple[int, str]]:
    sql = (
        "SELECT name, assignment.id, role FROM assignment JOIN unit ON unit.id = unit_id"
        " WHERE task_id = ? AND origin <> 'proposed'"
    )
    return {name: (number, role) for name, number, role in ask(database, sql, task)}


def outline(database: Path) -> dict[str, tuple[str, str | None, str]]:
    """Said path to path, parent's path and title."""
    sql = (
        "SELECT coalesce(task.said_path, ''), task.path, above.path, task.title FROM task"
        " LEFT JOIN task AS above ON above.id = task.parent_id ORDER BY task.position"
    )
    return {said: (path, above, title) for said, path, above, title in ask(database, sql)}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An edition, corrected in every way there is."""
    path = tmp_path / "sciplan.db"
    import_plan(path, first(), "raw", at=AT)
    correcting.correct_title(path, task_id(path, "2.1.1"), "弘扬工匠精神进校园", at=AT)
    correcting.correct_kind(path, task_id(path, "2.2"), Kind.PROJECT, at=AT)
    correcting.correct_level(path, task_id(path, "2.1.2"), 1, at=AT)
    action = task_id(path, "2.1")
    correcting_duties.correct_unit(path, held(path, action)["团市委"][0], "市妇联", at=AT)
    contest = task_id(path, "2.1.2")
    correcting_duties.correct_role(path, held(path, contest)["市教育局"][0], Role.SUPPORT, at=AT)
    correcting_duties.add_assignment(path, contest, "市财政局", Role.RESPONSIBLE, at=AT)
    correcting_duties.remove_assignment(path, held(path, contest)["市科协"][0], at=AT)
    (settled,) = ask(path, "SELECT id FROM problem WHERE code = 'alias_proposed'")
    settling.settle(path, settled, "是两个单位", at=AT)
    return path


def corrected(database: Path) -> None:
    """Every correction stands."""
    shown = outline(database)
    assert shown["2.1.1"] == ("2.1.1", "2.1", "弘扬工匠精神进校园")
    assert shown["2.1.2"] == ("2.1.1.2", "2.1.1", "办好青少年科技创新大赛")
    assert ask(database, "SELECT kind FROM task WHERE said_path = '2.2'") == [("project",)]
    assert {name: role for name, (_, role) in held(database, task_id(database, "2.1")).items()} == {
        "市教育局": "lead",
        "市妇联": "responsible",
    }
    assert {name: role for name, (_, role) in held(database, task_id(database, "2.1.2")).items()} == {
        "市教育局": "support",
        "市财政局": "responsible",
    }
    told = ask(database, "SELECT code, settled_on, settled_note FROM problem WHERE code = 'alias_proposed'")
    assert told == [("alias_proposed", "2023-06-30", "是两个单位")]


def bring(database: Path, plan: ParsedPlan) -> ImportResult:
    return import_plan(database, plan, "raw 2", accept=True, at=AT)


def test_the_next_edition_takes_nothing_back_and_proposes_nothing_against_it(database: Path) -> None:
    result = bring(database, second())
    corrected(database)
    assert {one.kind for one in result.differences} == {"task_added", "text_changed", "unit_added"}
    assert all(one.certain for one in result.differences)
    assert pending(database, KEY).differences == ()


def test_what_else_the_edition_says_has_come(database: Path) -> None:
    bring(database, second())
    assert ask(database, "SELECT text FROM task WHERE said_path = '2.1.1'") == [("每月组织一次宣讲。",)]
    assert "市气象局" in held(database, task_id(database, "2.2"))
    assert outline(database)["2.2.2"] == ("2.2.2", "2.2", "新添的一项重点工作")
    open_ones = ask(database, "SELECT code FROM problem WHERE settled_on IS NULL ORDER BY position")
    assert open_ones == [("number_order",), ("no_region",)]


def test_after_many_editions_it_still_stands(database: Path) -> None:
    for number in range(2, 6):
        bring(database, second(str(number)))
    corrected(database)
    assert pending(database, KEY).differences == ()


def test_the_import_is_undone_and_the_corrections_stay(database: Path) -> None:
    before = outline(database)
    bring(database, second())
    undo(database, at=AT)
    assert outline(database) == before
    corrected(database)


def test_an_edition_that_says_what_was_corrected_is_agreed_with(database: Path) -> None:
    right = changed(second(), "right", p2_1_1=replace(of(second(), "2.1.1"), title="弘扬工匠精神进校园"))
    result = bring(database, right)
    assert not [one for one in result.differences if not one.certain]
    corrected(database)


def test_an_edition_that_says_a_third_thing_is_a_conflict_and_the_correction_stays(database: Path) -> None:
    other = changed(first(), "other", p2_1_1=replace(of(first(), "2.1.1"), title="弘扬劳模精神进校园"))
    bring(database, other)
    corrected(database)
    (conflict,) = pending(database, KEY).differences
    assert (conflict.kind, conflict.now, conflict.new) == ("title_changed", "弘扬工匠精神进校园", "弘扬劳模精神进校园")

"""Importing: first editions, the same bytes again, changed files, and what a person has set meanwhile."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Comparator, Kind, ParsedPlan, Role, Status, Target
from sciplan_tui.errors import RefusedError, SciplanError
from sciplan_tui.store.database.engine import opened, transaction
from sciplan_tui.store.journal.writing import next_id, record
from sciplan_tui.workspace.edition.import_draft import ImportResult
from sciplan_tui.workspace.edition.importing import import_plan, plan_import
from sciplan_tui.workspace.journal.undoing import history, redo, undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.store_cases import AT, assignment, changed, digest, of, small, task, with_tasks

TODAY = datetime.date(2023, 6, 30)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sciplan.db"


def bring(database: Path, plan: ParsedPlan, **more: Any) -> ImportResult:
    return import_plan(database, plan, "原文", at=AT, **more)


def ask(database: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with opened(database) as connection:
        return connection.execute(sql, values).fetchall()


def duties(database: Path) -> set[tuple[str, str, str, str]]:
    return set(
        ask(
            database,
            "SELECT t.path, u.name, a.role, a.origin FROM assignment a"
            " JOIN task t ON t.id = a.task_id JOIN unit u ON u.id = a.unit_id",
        )
    )


def facts(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    tables = ("plan", "edition", "task", "unit", "assignment", "target", "reported", "milestone", "mark", "problem")
    return {table: ask(database, f"SELECT * FROM {table} ORDER BY id") for table in tables}


def kinds(result: ImportResult) -> list[tuple[str, str | None, str | None]]:
    return sorted((one.kind, one.path, one.reason) for one in result.differences)


def test_a_first_edition_is_stored_whole_and_asks_nothing(database: Path) -> None:
    result = bring(database, small())
    assert (result.status, result.plan_key, result.entry_id, result.differences) == ("new", "甲市-2021", 1, ())
    assert result.counts == {
        **{"tasks": 5, "units": 4, "assignments": 5, "targets": 1, "milestones": 1, "problems": 1},
    }
    assert duties(database) == {
        ("2.1", "市教育局", "lead", "printed"),
        ("2.1", "团市委", "responsible", "printed"),
        ("2.1.2", "市科协", "lead", "printed"),
        ("2.1.2", "市教育局", "responsible", "printed"),
        ("2.2", "市农业农村局", "lead", "printed"),
        ("2.2.1", "市科协", "lead", "proposed"),
    }
    assert ask(database, "SELECT raw FROM edition") == [("原文",)]


def test_a_task_with_its_own_statement_inherits_nothing(database: Path) -> None:
    bring(database, small())
    held = ask(database, "SELECT t.path, h.path FROM task t LEFT JOIN task h ON h.id = t.holder_id ORDER BY t.position")
    assert held == [
        *(("2", None), ("2.1", "2.1"), ("2.1.1", "2.1"), ("2.1.2", "2.1.2"), ("2.2", "2.2"), ("2.2.1", "2.2")),
    ]


def test_units_stand_in_protocol_order(database: Path) -> None:
    bring(database, small())
    assert ask(database, "SELECT name FROM unit ORDER BY position") == [
        *(("市教育局",), ("市农业农村局",), ("团市委",), ("市科协",)),
    ]
    assert all("sjyj" in row[0] for row in ask(database, "SELECT search FROM unit WHERE name = '市教育局'"))


def test_the_same_bytes_again_change_nothing(database: Path) -> None:
    bring(database, small())
    before = digest(database)
    again = bring(database, small(), accept=True)
    assert (again.status, again.entry_id) == ("unchanged", None)
    assert digest(database) == before
    assert len(history(database)) == 1


def test_an_old_file_come_again_does_not_undo_a_later_edition(database: Path) -> None:
    first, second = small(), changed(small(), p2_1_1=None)
    import_plan(database, first, "原文", at=AT)
    import_plan(database, second, "新文", accept=True, at=AT)
    before = digest(database)
    for plan, raw in ((first, "原文"), (replace(first, source=replace(first.source, sha256="又存")), "原文")):
        again = import_plan(database, plan, raw, accept=True, at=AT)
        assert (again.status, again.edition, again.entry_id) == ("earlier", 1, None)
    assert digest(database) == before
    undo(database, at=AT)
    assert import_plan(database, first, "原文", accept=True, at=AT).status == "unchanged"


def test_a_dry_run_writes_no_byte(database: Path) -> None:
    assert bring(database, small(), dry_run=True).status == "new"
    assert not list(database.parent.iterdir())
    bring(database, small())
    before = digest(database)
    planned = plan_import(database, changed(small(), p2_1_1=None), "", key=None, at=AT)
    assert kinds(planned) == [("task_removed", "2.1.1", "removal")]
    assert digest(database) == before
    assert [path.name for path in database.parent.iterdir()] == [database.name]


def test_a_changed_file_is_not_applied_unless_accepted(database: Path) -> None:
    bring(database, small())
    before = digest(database)
    result = bring(
        database, changed(small(), p2_1_2=task("2.1.2", "办好青少年科技创新大赛", assignment("市科协", Role.LEAD)))
    )
    assert (result.status, result.entry_id) == ("edition", None)
    assert kinds(result) == [("unit_removed", "2.1.2", "removal")]
    assert digest(database) == before


def test_an_edition_that_says_the_same_has_no_differences(database: Path) -> None:
    bring(database, small())
    before = facts(database)
    result = import_plan(database, changed(small()), "另一原文", at=AT, accept=True)
    assert (result.status, result.differences, result.edition) == ("edition", (), 2)
    after = facts(database)
    assert all(after[table] == before[table] for table in before if table not in ("edition", "problem"))


def test_additions_and_certain_changes_are_accepted(database: Path) -> None:
    first = small()
    bring(database, first)
    second = replace(
        changed(
            first,
            p2_1=replace(of(first, "2.1"), assignments=(assignment("市科协", Role.LEAD), assignment("团市委"))),
            p2_2=replace(of(first, "2.2"), assignments=(*of(first, "2.2").assignments, assignment("市气象局"))),
        ),
        targets=(replace(first.targets[0], value=300.0),),
    )
    second = with_tasks(second, [*second.tasks, task("2.2.2", "建设科普惠农服务站")], "2")
    second = replace(second, targets=(replace(first.targets[0], value=300.0),))
    result = bring(database, second, accept=True)
    assert kinds(result) == [
        ("lead_changed", "2.1", None),
        ("target_changed", "2.2.1", None),
        ("task_added", "2.2.2", None),
        ("unit_added", "2.2", None),
    ]
    held = duties(database)
    assert ("2.1", "市科协", "lead", "printed") in held
    assert not any(path == "2.1" and unit == "市教育局" for path, unit, _, _ in held)
    assert ("2.2", "市气象局", "responsible", "printed") in held
    assert ask(database, "SELECT value FROM target") == [(300.0,)]
    assert ask(database, "SELECT path FROM task ORDER BY position")[-1] == ("2.2.2",)


def test_a_removal_is_proposed_and_stays_listed(database: Path) -> None:
    first = small()
    bring(database, first)
    second = changed(first, p2_1_2=None)
    assert kinds(bring(database, second, accept=True)) == [("task_removed", "2.1.2", "removal")]
    assert ask(database, "SELECT title FROM task WHERE path = '2.1.2'") == [("办好青少年科技创新大赛",)]
    assert ask(database, "SELECT code FROM problem ORDER BY position") == [("odd_number",), ("proposed_removal",)]
    third = changed(second, stamp="3", p2=replace(of(second, "2"), text="又一句话。"))
    assert ("task_removed", "2.1.2", "removal") in kinds(bring(database, third, accept=True))


def test_marks_and_numbers_survive_an_inserted_task(database: Path) -> None:
    first = small()
    bring(database, first)
    ids = dict(ask(database, "SELECT title, id FROM task"))
    mark_tasks(database, [ids["办好青少年科技创新大赛"]], milestone="2023", status=Status.DONE, at=AT)
    listed = list(first.tasks)
    listed[3:4] = [task("2.1.2", "建设科普教育基地"), replace(listed[3], path="2.1.3")]
    result = bring(database, with_tasks(first, listed, "2"), accept=True)
    assert kinds(result) == [("moved", "2.1.3", None), ("task_added", "2.1.2", None)]
    after = dict(ask(database, "SELECT title, id FROM task"))
    assert {title: after[title] for title in ids} == ids
    marked = ask(database, "SELECT t.path, m.status FROM mark m JOIN task t ON t.id = m.task_id")
    assert marked == [("2.1.3", "done")]
    assert [row[0] for row in ask(database, "SELECT path FROM task ORDER BY position")] == [
        *("2", "2.1", "2.1.1", "2.1.2", "2.1.3", "2.2", "2.2.1"),
    ]


def test_a_task_that_is_gone_yields_its_path(database: Path) -> None:
    first = small()
    bring(database, first)
    second = changed(first, p2_1_1=task("2.1.1", "完全不同的一件工作安排"))
    assert ("task_removed", "2.1.1", "removal") in kinds(bring(database, second, accept=True))
    paths = [row[0] for row in ask(database, "SELECT path FROM task")]
    assert len(paths) == len(set(paths)) == 7
    assert "2.1.1'" in paths


def test_a_title_that_is_only_alike_is_held_back(database: Path) -> None:
    first = small()
    bring(database, first)
    renamed = task("2.1.2", "办好全市青少年科技创新大赛", *of(first, "2.1.2").assignments, assignment("市财政局"))
    result = bring(database, changed(first, p2_1_2=renamed), accept=True)
    assert kinds(result) == [("title_changed", "2.1.2", "alike"), ("unit_added", "2.1.2", "alike")]
    assert ask(database, "SELECT title FROM task WHERE path = '2.1.2'") == [("办好青少年科技创新大赛",)]
    assert not any(unit == "市财政局" for _, unit, _, _ in duties(database))
    assert ("proposed_match",) in ask(database, "SELECT code FROM problem")


def rule(database: Path, sql: str, table: str, new: dict[str, Any]) -> None:
    """A person's own edit, as a journaled change."""
    with opened(database, write=True) as connection, transaction(connection):
        number = connection.execute(sql).fetchone()[0]
        names = ", ".join(new)
        old = dict(
            zip(new, connection.execute(f"SELECT {names} FROM {table} WHERE id = ?", (number,)).fetchone(), strict=True)
        )
        record(connection, "mark", {}, [Change(table, number, old, new)], AT)


def test_a_persons_edit_stays_where_the_document_stands_still(database: Path) -> None:
    first = small()
    bring(database, first)
    rule(database, "SELECT id FROM task WHERE path = '2.2.1'", "task", {"title": "培训高素质农民和村干部"})
    result = bring(database, changed(first, p2=replace(of(first, "2"), text="新的一句。")), accept=True)
    assert kinds(result) == [("text_changed", "2", None)]
    assert ask(database, "SELECT title FROM task WHERE path = '2.2.1'") == [("培训高素质农民和村干部",)]


def test_what_both_changed_is_a_conflict_and_keeps_the_persons(database: Path) -> None:
    first = small()
    bring(database, first)
    rule(database, "SELECT id FROM target", "target", {"value": 250.0})
    second = replace(changed(first), targets=(replace(first.targets[0], value=300.0),))
    result = bring(database, second, accept=True)
    (conflict,) = result.differences
    assert (conflict.kind, conflict.reason) == ("target_changed", "conflict")
    assert [text[:5] for text in (conflict.old or "", conflict.new or "", conflict.now or "")] == [
        ">=200",
        ">=300",
        ">=250",
    ]
    assert ask(database, "SELECT value FROM target") == [(250.0,)]


def test_a_lead_that_a_person_ruled_is_in_conflict_with_a_new_printed_one(database: Path) -> None:
    first = small()
    bring(database, first)
    with opened(database, write=True) as connection, transaction(connection):
        lead, unit, task_id = connection.execute(
            "SELECT a.id, a.unit_id, a.task_id FROM assignment a JOIN task t ON t.id = a.task_id"
            " WHERE t.path = '2.2' AND a.role = 'lead'"
        ).fetchone()
        other = connection.execute("SELECT id FROM unit WHERE name = '市科协'").fetchone()[0]
        ruling = Change(
            "assignment", lead, {"unit_id": unit, "origin": "printed"}, {"unit_id": other, "origin": "ruled"}
        )
        record(connection, "mark", {}, [ruling], AT)
    second = changed(first, p2_2=replace(of(first, "2.2"), assignments=(assignment("市教育局", Role.LEAD),)))
    (conflict,) = bring(database, second, accept=True).differences
    assert (conflict.kind, conflict.reason) == ("lead_changed", "conflict")
    assert (conflict.old, conflict.new, conflict.now) == ("市农业农村局", "市教育局", "市科协")
    assert ("2.2", "市科协", "lead", "ruled") in duties(database)
    assert task_id


def test_undo_and_redo_of_an_edition_are_exact(database: Path) -> None:
    first = small()
    bring(database, first)
    before = facts(database)
    second = changed(first, p2_1=replace(of(first, "2.1"), assignments=(assignment("市科协", Role.LEAD),)), p2_2_1=None)
    bring(database, second, accept=True)
    after = facts(database)
    undo(database, at=AT)
    assert facts(database) == before
    redo(database, at=AT)
    assert facts(database) == after
    undo(database, at=AT)
    undo(database, at=AT)
    assert not any(facts(database).values())


def test_two_regions_are_two_plans_and_a_part_of_a_key_names_one(database: Path) -> None:
    bring(database, small("甲市"))
    bring(database, small("乙市"))
    assert ask(database, 'SELECT "key" FROM plan ORDER BY id') == [("甲市-2021",), ("乙市-2021",)]
    other = replace(small("乙市", "9"), title="换了名字的方案")
    assert bring(database, other, key="乙", dry_run=True).status == "edition"
    for part, code in (("2021", "several_plans"), ("丙", "no_plan")):
        with pytest.raises(RefusedError) as told:
            bring(database, other, key=part)
        assert told.value.code == code


def test_a_file_without_a_task_is_refused_before_a_database_is_made(database: Path) -> None:
    with pytest.raises(RefusedError):
        bring(database, replace(small(), tasks=(), targets=(), milestones=()))
    assert not database.exists()


def test_what_is_accepted_is_what_was_shown(database: Path) -> None:
    first = small()
    bring(database, first)
    second = changed(first, p2_2_1=None)
    shown = plan_import(database, second, "", key=None, at=AT)
    bring(
        database, changed(first, stamp="0", p2=replace(of(first, "2"), title="主要任务", kind=Kind.PART)), accept=True
    )
    with pytest.raises(SciplanError) as told:
        bring(database, second, accept=True, seen=shown.differences)
    assert told.value.code == "changed_meanwhile"


def test_text_from_outside_is_kept_harmless(database: Path) -> None:
    odd = replace(
        small(),
        title="甲\x1b]52;c;x\x07方案",
        tasks=(task("1", "标\x00题\u202e[/]", assignment("市\ud800局", Role.LEAD)),),
    )
    bring(database, replace(odd, targets=(Target("1", "指\x9b标", Comparator.GE, 1.0, "个"),), milestones=()))
    for table in ("plan", "task", "unit", "assignment", "target", "edition", "journal_change"):
        for row in ask(database, f"SELECT * FROM {table}"):
            text = "".join(value for value in row if isinstance(value, str))
            assert not set(text) & set("\x00\x07\x1b\x9b\u202e")


def test_a_removed_number_is_not_given_again(database: Path) -> None:
    bring(database, small())
    with opened(database) as connection:
        before = next_id(connection, "task")
    undo(database, at=AT)
    with opened(database) as connection:
        assert next_id(connection, "task") == before


def test_a_unit_is_found_by_every_form_in_which_it_is_printed(database: Path) -> None:
    plan = small()
    bring(database, plan)
    before = ask(database, "SELECT search FROM unit WHERE name = '市教育局'")
    first = of(plan, "2.1")
    printed = replace(first.assignments[0], printed="教育体育 局")
    bring(database, changed(plan, p2_1=replace(first, assignments=(printed, *first.assignments[1:]))), accept=True)
    [[search]] = ask(database, "SELECT search FROM unit WHERE name = '市教育局'")
    assert search.split("\n") == [*before[0][0].split("\n"), "教育体育局"]
    undo(database, None, at=AT)
    assert ask(database, "SELECT search FROM unit WHERE name = '市教育局'") == before

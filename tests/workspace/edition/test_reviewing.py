"""What an edition leaves undecided, what a person decides of it, and what the next edition makes of that."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.diff import Difference
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan, Problem, Role, Status
from sciplan_tui.core.sentence.difference import sentence
from sciplan_tui.errors import RefusedError, SciplanError
from sciplan_tui.locale import say
from sciplan_tui.store.database.engine import opened, transaction
from sciplan_tui.store.journal.writing import next_id, record
from sciplan_tui.workspace.edit.correcting import correct_level, correct_title
from sciplan_tui.workspace.edit.correcting_duties import correct_role, correct_unit, remove_assignment
from sciplan_tui.workspace.edit.ruling import accept_proposals
from sciplan_tui.workspace.edition.import_draft import ImportResult
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.problem.settling import settle
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.progress.reporting import report_value
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, assignment, changed, of, small, task, with_tasks

KEY = "甲市-2021"
CHILD = task("2.1.2.1", "组织大赛评审并公布结果")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "sciplan.db"


def bring(database: Path, plan: ParsedPlan, **more: Any) -> ImportResult:
    return import_plan(database, plan, "原文", at=AT, **{"accept": True, **more})


def ask(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with opened(database) as connection:
        return [tuple(row) for row in connection.execute(sql).fetchall()]


def waiting(database: Path) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.title, one.reason) for one in pending(database, KEY).differences]


def decides(database: Path, *, accept: str | None = None, reject: str | None = None) -> int:
    """Accept or reject all of a kind."""
    told = pending(database, KEY).differences

    def places(kind: str | None) -> list[int]:
        return [place for place, one in enumerate(told) if one.kind == kind]

    return decide(database, KEY, accepted=places(accept), rejected=places(reject), seen=told, at=AT)


def task_id(database: Path, title: str) -> int:
    [[number]] = ask(database, f"SELECT id FROM task WHERE title = '{title}'")
    return int(number)


def duty(database: Path, title: str, unit: str) -> int:
    sql = "SELECT a.id FROM assignment a JOIN unit u ON u.id = unit_id JOIN task t ON t.id = task_id"
    [[number]] = ask(database, f"{sql} WHERE t.title = '{title}' AND u.name = '{unit}'")
    return int(number)


def duties(database: Path, path: str) -> list[tuple[str, str, str]]:
    sql = (
        "SELECT u.name, a.role, a.origin FROM assignment a JOIN unit u ON u.id = unit_id JOIN task t ON t.id = task_id"
    )
    return sorted(ask(database, f"{sql} WHERE t.path = '{path}'"))


def renamed(first: ParsedPlan, title: str = "办好全市青少年科技创新大赛") -> ParsedPlan:
    return changed(first, p2_1_2=replace(of(first, "2.1.2"), title=title))


def told(result: ImportResult) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.path, one.reason) for one in result.differences]


def test_a_task_that_is_only_alike_says_how_alike_and_becomes_it_once_accepted(database: Path) -> None:
    bring(database, small())
    number = task_id(database, "办好青少年科技创新大赛")
    mark_tasks(database, [number], milestone="2023", status=Status.DONE, note="已办", at=AT)
    [one] = bring(database, renamed(small())).differences
    assert (one.kind, one.reason) == ("title_changed", "alike")
    assert 0.6 <= (one.ratio or 0) < 1
    assert waiting(database) == [("title_changed", "办好全市青少年科技创新大赛", "alike")]
    decides(database, accept="title_changed")
    assert task_id(database, "办好全市青少年科技创新大赛") == number
    assert ask(database, "SELECT task_id, status, note FROM mark") == [(number, "done", "已办")]
    assert waiting(database) == []


def test_a_title_that_a_person_put_is_not_hidden_by_one_that_is_only_alike(database: Path) -> None:
    bring(database, small())
    number, said = task_id(database, "办好青少年科技创新大赛"), "办好全市青少年科技创新大赛"
    correct_title(database, number, "办好创新大赛", at=AT)
    [one] = bring(database, renamed(small())).differences
    assert (one.reason, one.old, one.new, one.now) == ("alike", "办好青少年科技创新大赛", said, "办好创新大赛")
    assert say("difference.replaced", now="办好创新大赛") in sentence(one)
    correct_title(database, number, "办好科创大赛", at=AT)
    [waits] = pending(database, KEY).differences
    assert (waits.old, waits.now) == ("办好青少年科技创新大赛", "办好科创大赛")
    correct_title(database, number, said, at=AT)
    assert [waits.now for waits in pending(database, KEY).differences] == [None]
    undo(database, at=AT)
    decides(database, accept="title_changed")
    assert task_id(database, said) == number


def test_one_that_is_not_the_same_after_all_is_new_and_the_other_is_proposed_to_go(database: Path) -> None:
    bring(database, small())
    number = task_id(database, "办好青少年科技创新大赛")
    second = renamed(small())
    second = with_tasks(second, [*second.tasks[:4], task("2.1.2.1", "遴选参赛选手"), *second.tasks[4:]], "3")
    bring(database, with_tasks(small(), [*small().tasks[:4], CHILD, *small().tasks[4:]], "0"))
    second = with_tasks(second, [*second.tasks[:5], replace(CHILD, path="2.1.2.2"), *second.tasks[5:]], "3")
    bring(database, second)
    assert [kind for kind, _, _ in waiting(database)] == ["task_added", "title_changed", "moved"]
    decides(database, reject="title_changed")
    assert task_id(database, "办好全市青少年科技创新大赛") != number
    assert task_id(database, "遴选参赛选手")
    assert ask(database, f"SELECT path FROM task WHERE title = '{CHILD.title}'") == [("2.1.2.2",)]
    assert duties(database, "2.1.2") == [("市教育局", "responsible", "printed"), ("市科协", "lead", "printed")]
    assert waiting(database) == [("task_removed", "办好青少年科技创新大赛", "removal")]
    third = changed(second, stamp="4", p2=replace(of(second, "2"), text="一句。"))
    assert told(bring(database, third)) == [("task_removed", "2.1.2'", "removal"), ("text_changed", "2", None)]
    undo(database, at=AT)
    undo(database, at=AT)
    assert [kind for kind, _, _ in waiting(database)] == ["task_added", "title_changed", "moved"]


def test_what_waits_is_told_again_by_the_next_edition_until_it_is_decided(database: Path) -> None:
    bring(database, small())
    duty_less = replace(of(small(), "2.1"), assignments=of(small(), "2.1").assignments[:1])
    second = changed(small(), p2_1=duty_less, p2_1_1=None)
    assert told(bring(database, second)) == [("unit_removed", "2.1", "removal"), ("task_removed", "2.1.1", "removal")]
    third = changed(second, stamp="3", p2=replace(of(second, "2"), text="一句。"))
    again = [("unit_removed", "2.1", "removal"), ("task_removed", "2.1.1", "removal")]
    assert told(bring(database, third)) == [*again, ("text_changed", "2", None)]
    decides(database, reject="unit_removed", accept="task_removed")
    fourth = changed(third, stamp="4", p2=replace(of(third, "2"), text="又一句。"))
    assert told(bring(database, fourth)) == [("text_changed", "2", None)]
    assert ("团市委", "responsible", "printed") in duties(database, "2.1")
    assert ask(database, "SELECT title FROM task WHERE path LIKE '2.1.1%'") == []


def test_what_was_not_accepted_with_its_edition_waits(database: Path) -> None:
    bring(database, small())
    more = replace(of(small(), "2.2"), assignments=(*of(small(), "2.2").assignments, assignment("市气象局")))
    second = changed(small(), p2_2=more)
    done = bring(database, second, accept=frozenset())
    assert (done.accepted, told(done)) == (frozenset(), [("unit_added", "2.2", None)])
    assert waiting(database) == [("unit_added", "农民科学素质提升行动", "waiting")]
    assert ask(database, "SELECT name FROM unit WHERE name = '市气象局'") == []
    decides(database, accept="unit_added")
    assert ("市气象局", "responsible", "printed") in duties(database, "2.2")


def test_a_conflict_that_is_accepted_is_as_the_document_says_and_rejected_as_the_person_put_it(
    database: Path,
) -> None:
    bring(database, small())
    title = "弘扬科学家精神进校园"
    correct_title(database, task_id(database, title), "科学家进校园", at=AT)
    second = changed(small(), p2_1_1=replace(of(small(), "2.1.1"), title="科学家精神宣讲"))
    [one] = bring(database, second).differences
    assert (one.reason, one.old, one.new, one.now) == ("conflict", title, "科学家精神宣讲", "科学家进校园")
    assert task_id(database, "科学家进校园")
    decides(database, reject="title_changed")
    assert (task_id(database, "科学家进校园"), waiting(database)) == (3, [])
    undo(database, at=AT)
    decides(database, accept="title_changed")
    assert (task_id(database, "科学家精神宣讲"), waiting(database)) == (3, [])


@pytest.mark.parametrize("later", [False, True])
def test_leads_in_conflict_are_as_the_document_says_whenever_they_are_accepted(database: Path, later: bool) -> None:
    bring(database, small())
    action = of(small(), "2.1")
    correct_role(database, duty(database, action.title, "市教育局"), Role.RESPONSIBLE, at=AT)
    correct_role(database, duty(database, action.title, "团市委"), Role.SUPPORT, at=AT)
    turned = replace(action, assignments=(assignment("团市委", Role.LEAD), assignment("市教育局")))
    bring(database, changed(small(), p2_1=turned))
    if later:
        bring(database, changed(small(), "3", p2_1=replace(turned, text="一句。")))
    decides(database, accept="lead_changed")
    assert duties(database, "2.1") == [("团市委", "lead", "printed"), ("市教育局", "responsible", "printed")]


def test_wording_left_over_from_a_doubtful_match_is_not_said_to_be_the_persons(database: Path) -> None:
    was = replace(of(small(), "2.1.2"), text="原来的一句。")
    bring(database, changed(small(), "1", p2_1_2=was))
    bring(database, changed(small(), p2_1_2=replace(was, title="办好全市青少年科技创新大赛", text="新的一句。")))
    decides(database, accept="title_changed")
    [one] = pending(database, KEY).differences
    assert (one.kind, one.old, one.new, one.now) == ("text_changed", "原来的一句。", "新的一句。", None)


def test_a_corrected_unit_and_role_and_a_dropped_one_stay_through_every_edition(database: Path) -> None:
    bring(database, small())
    correct_unit(database, duty(database, "青少年科学素质提升行动", "团市委"), "市妇联", at=AT)
    correct_role(database, duty(database, "办好青少年科技创新大赛", "市教育局"), Role.SUPPORT, at=AT)
    remove_assignment(database, duty(database, "农民科学素质提升行动", "市农业农村局"), at=AT)
    before = [duties(database, path) for path in ("2.1", "2.1.2", "2.2")]
    moved = [replace(one, line=(one.line or 0) + 5) for one in of(small(), "2.1").assignments]
    second = changed(small(), p2_1=replace(of(small(), "2.1"), assignments=tuple(moved), text="一句。"))
    assert told(bring(database, second)) == [("text_changed", "2.1", None)]
    bring(database, small("甲市"))
    assert [duties(database, path) for path in ("2.1", "2.1.2", "2.2")] == before
    bring(database, second)
    assert ask(database, "SELECT a.line FROM assignment a JOIN unit u ON u.id = unit_id WHERE u.name = '市妇联'") == [
        (14,)
    ]


def test_an_accepted_proposal_is_not_made_again(database: Path) -> None:
    bring(database, small())
    accept_proposals(database, [duty(database, "培训高素质农民队伍", "市科协")], by="会议纪要", at=AT)
    ruled = duties(database, "2.2.1")
    assert ("市科协", "lead", "ruled") in ruled
    bring(database, changed(small(), p2=replace(of(small(), "2"), text="一句。")))
    assert duties(database, "2.2.1") == ruled


def test_a_level_that_a_person_gave_stays_unless_the_document_moves_the_task_too(database: Path) -> None:
    bring(database, small())
    number = task_id(database, "办好青少年科技创新大赛")
    correct_level(database, number, 1, at=AT)
    [[path, parent]] = ask(database, f"SELECT path, parent_id FROM task WHERE id = {number}")
    second = changed(small(), p2_1_1=replace(of(small(), "2.1.1"), text="换了一句话说这件事。"))
    assert told(bring(database, second)) == [("text_changed", "2.1.1", None)]
    assert ask(database, f"SELECT path, parent_id FROM task WHERE id = {number}") == [(path, parent)]
    tasks = [one for one in second.tasks if one.path != "2.1.2"]
    third = with_tasks(second, [*tasks, replace(of(second, "2.1.2"), path="2.2.2", parent="2.2")], "3")
    [one] = bring(database, third).differences
    assert (one.kind, one.old, one.new, one.now, one.reason) == ("moved", "2.1.2", "2.2.2", path, "conflict")
    assert ask(database, f"SELECT path FROM task WHERE id = {number}") == [(path,)]
    decides(database, accept="moved")
    assert ask(database, f"SELECT path FROM task WHERE id = {number}") == [("2.2.2",)]


def test_a_move_that_is_not_accepted_leaves_path_and_printed_number_through_every_edition(database: Path) -> None:
    first = changed(small(), "1", p2_1_2=replace(of(small(), "2.1.2"), number="2."))
    bring(database, first)
    away = replace(of(first, "2.1.2"), path="2.2.2", parent="2.2", number="（二）")
    second = with_tasks(first, [*(one for one in first.tasks if one.path != "2.1.2"), away], "2")
    bring(database, second, accept=frozenset())
    placed = "SELECT path, number FROM task WHERE title = '办好青少年科技创新大赛'"
    assert ask(database, placed) == [("2.1.2", "2.")]
    decides(database, reject="moved")
    third = with_tasks(second, [replace(one, text="又一句。") if one.path == "2" else one for one in second.tasks], "3")
    assert told(bring(database, third)) == [("text_changed", "2", None)]
    assert ask(database, placed) == [("2.1.2", "2.")]


def test_a_new_number_below_the_same_task_that_is_refused_is_not_taken_over_later(database: Path) -> None:
    bring(database, small())
    second = with_tasks(
        small(), [replace(one, path="2.1.3") if one.path == "2.1.2" else one for one in small().tasks], "2"
    )
    bring(database, second, accept=frozenset())
    decides(database, reject="moved")
    third = with_tasks(second, [replace(one, text="又一句。") if one.path == "2" else one for one in second.tasks], "3")
    bring(database, third)
    assert ask(database, "SELECT path FROM task WHERE title = '办好青少年科技创新大赛'") == [("2.1.2",)]


def test_a_move_that_is_accepted_later_brings_its_printed_number(database: Path) -> None:
    bring(database, small())
    away = replace(of(small(), "2.1.2"), path="2.2.2", parent="2.2", number="（二）")
    second = with_tasks(small(), [*(one for one in small().tasks if one.path != "2.1.2"), away], "2")
    bring(database, second, accept=frozenset())
    decides(database, accept="moved")
    found = ask(database, "SELECT path, number FROM task WHERE title = '办好青少年科技创新大赛'")
    assert found == [("2.2.2", "（二）")]


def test_a_unit_under_its_new_name_is_no_change_of_the_lead(database: Path) -> None:
    bring(database, small())
    succeed(database, "市农业农村局", "市农业局", "rename")
    printed = assignment("市农业局", Role.LEAD)
    second = changed(small(), p2_2=replace(of(small(), "2.2"), assignments=(printed,)))
    assert told(bring(database, second)) == []
    assert duties(database, "2.2") == [("市农业局", "lead", "printed")]
    assert told(bring(database, changed(small(), stamp="3"))) == []


def succeed(database: Path, old: str, new: str, kind: str) -> None:
    """Another unit in the place of one, as the registry keeps it."""
    with opened(database, write=True) as connection, transaction(connection):
        [[plan, number]] = connection.execute(f"SELECT plan_id, id FROM unit WHERE name = '{old}'").fetchall()
        heir = next_id(connection, "unit")
        row = {"plan_id": plan, "name": new, "short": new, "class": "government", "collective": 0, "position": 9}
        place = {"plan_id": plan, "from_id": number, "to_id": heir, "kind": kind, "on_date": "2023-01-01"}
        changes = [Change("unit", heir, None, {**row, "search": new}), Change("succession", 1, None, place)]
        record(connection, kind, {}, changes, AT)


def test_a_task_split_in_two_is_told_as_such_and_waits(database: Path) -> None:
    words = "每年举办科学家进校园宣讲活动，组织师生参观科普基地，编印科普读本发到各校。"
    whole = task("2.1.1", "弘扬科学家精神和建设校园科普阵地", text=words)
    bring(database, changed(small(), stamp="1", p2_1_1=whole))
    number = task_id(database, whole.title)
    half = words.index("组织")
    parts = [
        task("2.1.1", "弘扬科学家精神", text=words[:half]),
        task("2.1.2", "建设校园科普阵地", text=words[half:]),
        replace(of(small(), "2.1.2"), path="2.1.3"),
    ]
    second = with_tasks(small(), [*small().tasks[:2], *parts, *small().tasks[4:]], "2")
    found = {one.kind: one for one in bring(database, second).differences}
    assert (found["split"].reason, found["split"].old) == ("alike", whole.title)
    assert set((found["split"].new or "").split(" / ")) == {"弘扬科学家精神", "建设校园科普阵地"}
    decides(database, accept="split")
    assert {"弘扬科学家精神", "建设校园科普阵地"} <= {row[0] for row in ask(database, "SELECT title FROM task")}
    assert ask(database, f"SELECT count(*) FROM task WHERE id = {number}") == [(1,)]
    assert waiting(database) == [] or all(kind == "text_changed" for kind, _, _ in waiting(database))


def test_marks_of_a_task_that_is_joined_to_another_go_there(database: Path) -> None:
    one = task("2.1.1", "弘扬科学家精神进校园", text="每年组织科学家进校园宣讲活动。")
    other = task("2.1.2", "组织师生参观科普基地", text="组织师生参观科普基地和流动科技馆，编印科普读本。")
    first = changed(small(), stamp="1", p2_1_1=one, p2_1_2=other)
    bring(database, first)
    numbers = [task_id(database, title) for title in (one.title, other.title)]
    mark_tasks(database, numbers[1:], milestone="2023", status=Status.IN_PROGRESS, note="两次", at=AT)
    both = replace(one, text=one.text + other.text)
    done = bring(database, changed(first, p2_1_1=both, p2_1_2=None))
    assert told(done) == [("joined", "2.1.2", "removal"), ("text_changed", "2.1.1", None)]
    decides(database, accept="joined")
    assert ask(database, "SELECT task_id, status, note FROM mark") == [(numbers[0], "in_progress", "两次")]
    assert ask(database, f"SELECT count(*) FROM task WHERE id = {numbers[1]}") == [(0,)]
    with View.open(database, datetime.date(2023, 6, 30)) as view:
        assert [(one.kind, one.note) for one in view.task(numbers[0]).past] == [("mark", "两次"), ("review", "两次")]


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_reported_for_a_task_that_is_joined_to_another_is_kept_there(database: Path, at_once: bool) -> None:
    one = task("2.1.1", "弘扬科学家精神进校园", text="每年组织科学家进校园宣讲活动。")
    other = task("2.1.2", "组织师生参观科普基地", text="组织师生参观科普基地和流动科技馆，编印科普读本。")
    [figure] = small().targets
    figures = (replace(figure, path="2.1.2"), replace(figure, path="2.1.2", indicator="科普读本", unit="册"))
    first = replace(changed(small(), stamp="1", p2_1_1=one, p2_1_2=other), targets=figures)
    bring(database, first)
    for number, value in ((1, "180"), (2, "500")):
        report_value(database, number, value, on="2023-06-30", note="半年报", at=AT)
    second = changed(first, p2_1_1=replace(one, text=one.text + other.text), p2_1_2=None)
    second = replace(second, targets=(replace(figure, path="2.1.1"),))
    result = bring(database, second, accept=not at_once)
    [gone] = [one for one in result.differences if one.kind == "joined"]
    assert gone.now is not None
    assert "500册" in gone.now
    assert "180" not in gone.now, "that stays"
    if at_once:
        import_plan(database, second, "raw", accept=frozenset(range(len(result.differences))), at=AT)
    else:
        decides(database, accept="joined")
    kept = "SELECT path, indicator, reported.value, on_day, note FROM reported JOIN target ON target.id = target_id"
    assert ask(database, f"{kept} JOIN task ON task.id = task_id") == [
        ("2.1.1", figure.indicator, 180.0, "2023-06-30", "半年报")
    ]


def test_figures_of_one_name_are_told_apart_by_what_they_say(database: Path) -> None:
    [figure] = small().targets
    both = (figure, replace(figure, value=500.0))
    bring(database, replace(small(), targets=both))
    other_way = replace(changed(small()), targets=both[::-1])
    assert told(bring(database, other_way)) == []
    [gone] = bring(database, replace(changed(small(), stamp="3"), targets=both[1:])).differences
    assert (gone.kind, gone.old) == ("target_removed", ">=200人次 annual")


def test_a_settled_problem_stays_settled_in_the_next_edition(database: Path) -> None:
    bring(database, small())
    [[problem]] = ask(database, "SELECT id FROM problem")
    settle(database, [problem], "核对过原件", at=AT)
    lost = Problem("unreadable", 7, (("text", "“科？”(7)、“普？”(9, 12)"), ("count", "3")))
    second = replace(changed(small()), problems=(replace(small().problems[0], line=70), Problem("no_review"), lost))
    bring(database, second)
    sql = "SELECT code, line, settled_note FROM problem ORDER BY position"
    assert ask(database, sql) == [("odd_number", 70, "核对过原件"), ("no_review", None, None), ("unreadable", 7, None)]
    settle(
        database, [row[0] for row in ask(database, "SELECT id FROM problem WHERE code = 'unreadable'")], "补上了", at=AT
    )
    shifted = replace(lost, line=17, details=(("text", "“科？”(17)、“普？”(19, 22)"), lost.details[1]))
    more = replace(lost, line=90, details=(("text", "“馆？”(90)"), ("count", "1")))
    bring(database, replace(changed(small(), stamp="3"), problems=(shifted, more)))
    assert ask(database, sql) == [("unreadable", 17, "补上了"), ("unreadable", 90, None)]


def test_the_same_bytes_read_better_are_a_new_edition_and_read_the_same_are_none(database: Path) -> None:
    bring(database, small())
    better = replace(changed(small(), p2_1_1=replace(of(small(), "2.1.1"), text="读全了。")), source=small().source)
    done = bring(database, better)
    assert (done.status, done.edition, told(done)) == ("edition", 2, [("text_changed", "2.1.1", None)])
    renamed_file = replace(better, source=replace(better.source, name="另存.txt"))
    for again in (better, renamed_file):
        assert bring(database, again).status == "unchanged"


def test_what_is_decided_is_what_was_shown(database: Path) -> None:
    bring(database, small())
    bring(database, changed(small(), p2_1_1=None))
    shown = pending(database, KEY).differences
    with pytest.raises(SciplanError) as error:
        decide(database, KEY, accepted=[0], rejected=[], seen=(*shown, *shown), at=AT)
    assert error.value.code == "changed_meanwhile"
    with pytest.raises(RefusedError):
        decide(database, KEY, accepted=[], rejected=[], seen=shown, at=AT)
    with pytest.raises(RefusedError):
        pending(database, "丙市")


def test_what_waits_is_kept_whole_among_the_problems(database: Path) -> None:
    bring(database, small())
    bring(database, renamed(small()))
    [[details]] = ask(database, "SELECT details FROM problem WHERE code = 'proposed_match'")
    kept: dict[str, str] = json.loads(details)
    [one] = pending(database, KEY).differences
    assert {"kind", "path", "title", "old", "new", "ratio", "about"} == kept.keys()
    assert isinstance(one, Difference)
    assert kept["ratio"] == str(one.ratio)

"""Tables with a unit a column, and a mark where it holds the task of the row."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

TITLE = Paragraph(1, "清屿市港口工作责任分工表（2022—2024年）")
HEAD = ("序号", "工作任务", "市海洋局", "市港口局", "市渔业局", "各乡镇")
KEY = ("注：★为牵头单位，○为配合单位", "", "", "", "", "")


def _read(*rows: tuple[str, ...], above: tuple[Block, ...] = (TITLE,)) -> ParsedPlan:
    table = Table(tuple(TableRow(line, row) for line, row in enumerate(rows, 2)))
    return parse(Document(Source("a.docx", "0", "docx", None), (*above, table), ""), lambda words: words)


def _held(plan: ParsedPlan) -> dict[str, str]:
    return {task.title: " ".join(f"{a.role.value[0]}:{a.unit}" for a in task.assignments) for task in plan.tasks}


@pytest.mark.parametrize("above", [(), (TITLE,)], ids=["sheet", "document"])
def test_marks_are_read_by_their_key(above: tuple[Block, ...]) -> None:
    plan = _read(HEAD, ("1", "修灯塔", "★", "○", "", "○"), ("2", "清航道", "", "★", "★", ""), KEY, above=above)
    assert _held(plan) == {"修灯塔": "l:市海洋局 s:市港口局 s:各乡镇", "清航道": "l:市港口局 l:市渔业局"}
    assert "marks_unexplained" not in {problem.code for problem in plan.problems}


def test_the_key_may_stand_in_the_text_and_name_the_role_first() -> None:
    key = Paragraph(1, "表中牵头单位用▲表示，责任单位用△表示。")
    plan = _read(HEAD, ("1", "修灯塔", "▲", "△", "", ""), ("2", "清航道", "△", "▲", "△", "△"), above=(TITLE, key))
    told = {"修灯塔": "l:市海洋局 r:市港口局", "清航道": "l:市港口局 r:市海洋局 r:市渔业局 r:各乡镇"}
    assert told.items() <= _held(plan).items()


def test_letters_need_no_key_and_one_mark_alone_says_who_is_responsible() -> None:
    assert _held(_read(HEAD, ("1", "修灯塔", "牵", "责", "配", "")))["修灯塔"] == "l:市海洋局 r:市港口局 s:市渔业局"
    assert _held(_read(HEAD, ("1", "修灯塔", "√", "", "√", "/")))["修灯塔"] == "r:市海洋局 r:市渔业局"


def test_of_marks_that_nothing_explains_nobody_leads_and_it_is_told() -> None:
    plan = _read(HEAD, ("1", "修灯塔", "★", "○", "", ""))
    assert _held(plan)["修灯塔"] == "r:市海洋局 r:市港口局"
    (told,) = (problem for problem in plan.problems if problem.code == "marks_unexplained")
    assert (told.line, dict(told.details)) == (2, {"text": "★ ○"})


def test_one_head_may_stand_above_the_units() -> None:
    upper = ("序号", "工作任务", *["责任单位"] * 4)
    for lower in (HEAD, ("", "", *HEAD[2:])):
        plan = _read(upper, lower, ("1", "修灯塔", "★", "○", "", ""), KEY)
        assert _held(plan)["修灯塔"] == "l:市海洋局 s:市港口局"


def test_a_table_of_figures_a_unit_a_column_is_none_of_duties() -> None:
    plan = _read(
        HEAD, ("1", "灯塔座数", "3", "5", "2", "1"), above=(TITLE, Paragraph(1, "一、修灯塔。（市海洋局牵头）"))
    )
    assert "灯塔座数" not in _held(plan)


def test_notes_and_totals_are_no_tasks() -> None:
    rows = [("序号", "任务", "牵头单位"), ("1", "修灯塔", "市海洋局"), ("合计", "", "1项")]
    plan = _read(*rows, ("备注：每月25日前报送进展。", "", ""), above=())
    assert _held(plan) == {"修灯塔": "l:市海洋局"}
    assert "row_untitled" not in {problem.code for problem in plan.problems}

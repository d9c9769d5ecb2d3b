"""Columns that ask for persons too, that have no head, or one that says nothing; rows told by their content."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

TITLE = Paragraph(1, "临江县科普任务分工表")


def _plan(*rows: tuple[str, ...], blocks: tuple[Block, ...] = ()) -> ParsedPlan:
    table = Table(tuple(TableRow(line, cells) for line, cells in enumerate(rows, start=2)))
    return parse(Document(Source("a.docx", "0", "docx", None), (*blocks, table), ""), lambda words: words)


SHEET_AND_DOCUMENT = pytest.mark.parametrize("blocks", [(), (TITLE,)], ids=["sheet", "document"])


def _held(plan: ParsedPlan) -> list[str]:
    return [" ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments) for task in plan.tasks]


@SHEET_AND_DOCUMENT
def test_persons_are_no_part_of_names(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位及责任人", "配合单位及责任人"),
        ("1", "科技节", "县教育局 张强", "县科协 李明、团县委 王芳"),
        ("2", "科普展", "县科协（李明）", "县文旅局（赵敏）\n县委组织部（人才办）"),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县教育局 s:县科协 s:团县委", "l:县科协 s:县文旅局 s:县委组织部（人才办）"]
    assert not [problem for problem in plan.problems if problem.code in ("unit_unreadable", "role_ambiguous")]


@SHEET_AND_DOCUMENT
def test_persons_in_one_column_stand_in_the_next_too_and_telephones_anywhere(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位及责任人", "配合单位"),
        ("1", "科技节", "县教育局 张强 13800001234", "县科协（李明）、县文联（文明办）"),
        ("2", "科普展", "县科协 0700-5552233", "县教育局（张强 13800001234）"),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县教育局 s:县科协 s:县文联（文明办）", "l:县科协 s:县教育局"]


@SHEET_AND_DOCUMENT
def test_a_cell_may_count_its_units(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位", "配合单位"),
        ("1", "科技节", "1.县教育局\n2.县科协", "1.县税务局；2.县人力资源社会\n保障局"),
        ("2", "科普展", "①县科协②县文联", "（1）县妇联（2）县侨联 （3）县残联"),
        ("3", "报时", "县科协", "110指挥中心"),
        blocks=blocks,
    )
    assert _held(plan) == [
        "l:县教育局 l:县科协 s:县税务局 s:县人力资源社会保障局",
        "l:县科协 l:县文联 s:县妇联 s:县侨联 s:县残联",
        "l:县科协 s:110指挥中心",
    ]


@SHEET_AND_DOCUMENT
def test_rows_of_one_task_are_told_by_their_content(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("任务", "具体内容", "责任单位"),
        ("青年行动", "办科技节", "县教育局"),
        ("青年行动", "办展览。一年两次", "县科协"),
        ("农民行动", "下乡", "县农业局"),
        blocks=blocks,
    )
    assert [task.title for task in plan.tasks] == ["青年行动", "办科技节", "办展览", "农民行动"]


@SHEET_AND_DOCUMENT
def test_a_head_may_span_a_nameless_column(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位", "责任单位", "", "配合单位"),
        ("1", "科技节", "县教育局", "县科协", "县妇联", "各乡镇"),
        ("2", "科普展", "县科协", "县文旅局", "", "各乡镇"),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县教育局 r:县科协 r:县妇联 s:各乡镇", "l:县科协 r:县文旅局 s:各乡镇"]


@SHEET_AND_DOCUMENT
def test_units_below_a_head_without_a_role_are_told(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位", "乡镇", "备注", "地点"),
        ("1", "科技节", "县教育局", "各乡镇", "县科协", "广场"),
        ("2", "科普展", "县科协", "城关镇、河口镇", "", "展厅"),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县教育局", "l:县科协"]
    unread = [dict(problem.details) for problem in plan.problems if problem.code == "column_unread"]
    assert unread == [{"head": "乡镇", "text": "各乡镇"}]


@SHEET_AND_DOCUMENT
def test_offices_have_the_tasks_where_no_unit_is_named_and_none_beside_units(blocks: tuple[Block, ...]) -> None:
    own = _plan(
        ("序号", "工作任务", "牵头科室", "责任领导", "配合股室"),
        ("1", "修灯塔", "航标科", "王强", "办公室、财务股"),
        blocks=blocks,
    )
    beside = _plan(("序号", "工作任务", "责任单位", "责任科室"), ("1", "修灯塔", "县海洋局", "航标科"), blocks=blocks)
    assert [_held(own), _held(beside)] == [["l:航标科 s:办公室 s:财务股"], ["r:县海洋局"]]


THREE_ROWS = [
    ("序号", "项目名称", "建设内容", "责任体系", "责任体系", "责任体系", "责任体系", "原责任单位"),
    ("", "", "", "牵头", "", "落实", "", ""),
    ("", "", "", "牵头单位", "县级领导", "责任单位", "配合单位", ""),
]


@SHEET_AND_DOCUMENT
def test_a_head_of_three_rows_stands_again_amid_its_rows_and_who_had_it_before_has_it_no_more(
    blocks: tuple[Block, ...],
) -> None:
    plan = _plan(
        *THREE_ROWS,
        ("1", "修灯塔", "刷白墙面", "县海洋局", "丁一", "县港口局 东屿镇人民政府", "县财政局", "县工信局"),
        *THREE_ROWS,
        ("2", "清航道", "捞尽泥沙", "县港口局", "", "县渔业局", "", ""),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县海洋局 r:县港口局 r:东屿镇人民政府 s:县财政局", "l:县港口局 r:县渔业局"]


@SHEET_AND_DOCUMENT
def test_names_of_persons_are_printed_with_blanks_in_them(blocks: tuple[Block, ...]) -> None:
    plan = _plan(
        ("序号", "任务", "牵头单位及责任人", "配合单位"),
        ("1", "科技节", "县教育局\n张  强", "县科协"),
        ("2", "科普展", "县科协 王　芳", "县教育局、县文旅局"),
        blocks=blocks,
    )
    assert _held(plan) == ["l:县教育局 s:县科协", "l:县科协 s:县教育局 s:县文旅局"]


@pytest.mark.parametrize(
    ("note", "told"),
    [("备注：责任单位中加粗的为牵头单位。", ["加粗的为牵头单位"]), ("备注：标红部分须加快，由牵头单位报送。", [])],
)
def test_a_rule_that_only_the_look_obeys_is_told_and_makes_no_lead(note: str, told: list[str]) -> None:
    plan = _plan(("序号", "任务", "责任单位"), ("1", "科技节", "县教育局、县科协"), blocks=(TITLE, Paragraph(9, note)))
    assert _held(plan) == ["r:县教育局 r:县科协"]
    found = [problem for problem in plan.problems if problem.code == "leads_by_looks"]
    assert [dict(problem.details)["text"] for problem in found] == told

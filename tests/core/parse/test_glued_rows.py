"""Tables of which nothing is left between the cells: their rows are told by their numbers and units, and doubted."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.table.in_text.row_a_line.glued_rows import glued_rows
from sciplan_tui.core.plan import ParsedPlan

TEXT = "海州市灯塔方案\n一、要求\n（一）要亮。天天亮，夜夜亮。\n附件\n灯塔任务表\n"
LINES = [
    "序号 领域 工作任务 责任单位",
    "1海上修灯塔，刷白三座",
    "2捞尽十里航道泥沙2000吨市海洋局、市城市管理局3岸上修码头市市场监管局、",
    "海州供电公司4办海员学校2所",
    "5点灯市委督查室、市教育局、各乡镇（街道）",
    "海州市人民政府办公室2026年3月1日印发",
]
IN_ONE = (
    "任务要求牵头单位配合/责任单位1.修灯塔3月底前刷白三座，10月底前完工。市海洋局市财政局、市城市管理局"
    "2.清航道捞尽泥沙。 各乡镇（街道）"
    "3.点灯天天点亮。市妇联团市委、市教育局4.护堤加固两处。市港口局注：未明确的由有关单位推进。"
)


def _plan(text: str) -> ParsedPlan:
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _told(plan: ParsedPlan) -> list[tuple[str, str]]:
    tasks = [task for task in plan.tasks if task.assignments]
    return [
        (task.number or "", " ".join(f"{one.role.value[0]}:{one.unit}" for one in task.assignments)) for task in tasks
    ]


def test_units_that_rows_share_stand_with_the_last_of_them() -> None:
    plan = _plan(TEXT + "\n".join(LINES) + "\n")
    assert _told(plan) == [
        ("1", "r:市海洋局 r:市城市管理局"),
        ("2", "r:市海洋局 r:市城市管理局"),
        ("3", "r:市市场监管局 r:海州供电公司"),
        ("4", "r:市委督查室 r:市教育局 r:各乡镇（街道）"),
        ("5", "r:市委督查室 r:市教育局 r:各乡镇（街道）"),
    ]
    assert sum(problem.code == "row_cell_missing" for problem in plan.problems) == 5


def test_two_columns_of_units_are_parted_where_no_mark_stands_and_a_blank_is_an_empty_cell() -> None:
    plan = _plan(TEXT.replace("\n", "") * 12 + IN_ONE)
    assert _told(plan)[-4:] == [
        ("1", "l:市海洋局 r:市财政局 r:市城市管理局"),
        ("2", "r:各乡镇（街道）"),
        ("3", "l:市妇联 r:团市委 r:市教育局"),
        ("4", "l:市港口局"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "1修灯塔2清航道3点灯",
        "1.我市有3个局。2.市海洋局牵头，3月底前完成。3.其他工作继续推进。",
        "1修灯塔市海洋局、\n2清航道市港口局、\n3点灯市渔业局、",
        "修灯塔市海洋局清航道市港口局点灯市渔业局",
    ],
)
def test_prose_and_words_without_units_are_no_rows(words: str) -> None:
    assert glued_rows(words, 0, 1) == []

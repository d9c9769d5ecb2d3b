"""Rows whose cells are all broken over lines, nothing between them: told by their units, from the end."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

BEFORE = "海州市灯塔方案\n一、任务\n（一）看海。天天看。\n附件\n灯塔任务表\n"
HEAD = ["序", "号", "项目名", "称", "建设内容", "2026年目", "标", "牵头", "单位"]
LIGHT = [
    "1",
    "老旧灯塔",
    "改造工程",
    "改造三座旧灯塔，换上新灯",
    "泡",
    "改造1座",
    "市海洋和",
    "渔业局、",
    "市财",
    "政局",
]
DEEP = ["2", "航道", "疏通全部航道，捞尽泥沙", "疏通十里", "东屿区政", "府、西屿", "区人民", "政府"]
END = ["海州市人民政府办公室 2026年3月1日印发"]


def _plan(*cells: list[str]) -> ParsedPlan:
    text = BEFORE + "\n".join(line for row in cells for line in row) + "\n"
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _told(plan: ParsedPlan) -> list[tuple[str, str]]:
    tasks = [task for task in plan.tasks if task.assignments]
    return [(task.title, " ".join(f"{one.role.value[0]}:{one.unit}" for one in task.assignments)) for task in tasks]


WHOLE = [
    ("老旧灯塔改造工程", "l:市海洋和渔业局 l:市财政局"),
    ("航道", "l:东屿区政府 l:西屿区人民政府"),
]


def test_units_broken_over_lines_are_whole_and_titles_are_as_wide_as_their_first_line() -> None:
    assert _told(_plan(HEAD, LIGHT, DEEP, END)) == WHOLE


@pytest.mark.parametrize("place", range(2, len(LIGHT)))
def test_a_head_that_comes_again_amid_a_cell_is_none_of_it(place: int) -> None:
    broken = [*LIGHT[:place], "- 3 -", *HEAD, *LIGHT[place:]]
    assert _told(_plan(HEAD, broken, DEEP, END)) == WHOLE


def test_a_deadline_and_two_unit_columns_are_told_apart() -> None:
    head = ["序号 改革举措 实施方式 完成时限 责任单位 配合单位"]
    short = ["1 修灯塔 招标 2026年5月底 市海洋局 市港口局、市财政局"]
    long = [
        "2",
        "清航道“一件事”",
        "分三段一次捞尽十里，",
        "全程留痕",
        "2026年9",
        "月底",
        "市渔业",
        "局、市海",
        "事局",
        "市水利局、市",
        "档案馆",
    ]
    none = ["3 点灯 自办 持续推进 市港口局 /"]
    assert _told(_plan(head, short, long, none)) == [
        ("修灯塔", "r:市海洋局 s:市港口局 s:市财政局"),
        ("清航道“一件事”", "r:市渔业局 r:市海事局 s:市水利局 s:市档案馆"),
        ("点灯", "r:市港口局"),
    ]


def test_a_head_on_two_lines_whose_first_and_last_cells_are_broken() -> None:
    rows = ["1 修灯塔 市海洋局", "2 清理全部航道，疏通十里航道并把泥沙", "运走 市港口局", "3 点灯 市渔"]
    assert _told(_plan(["序 工作任务 牵头", "号 部门"], rows, ["业局"])) == [
        ("修灯塔", "l:市海洋局"),
        ("清理全部航道，疏通十里航道并把泥沙运走", "l:市港口局"),
        ("点灯", "l:市渔业局"),
    ]

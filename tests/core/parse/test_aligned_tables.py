"""A table whose columns stand below each other in the text: wide blanks part its cells, the empty ones too."""

from __future__ import annotations

import unicodedata

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = ["序号", "工作任务", "主要内容", "牵头单位", "责任单位", "完成时限"]
ROWS = [
    ["1", "修灯塔", "刷白墙面，换亮灯泡。", "市海洋局", "市港口局、市渔业局", "2025年底"],
    ["2", "清航道", "捞尽泥沙，立好", "市港口局", "", "2024年底"],
    ["", "", "浮标。", "", "", ""],
    ["3", "护渔港", "加固堤岸。", "", "市海洋局、市科协", "持续推进"],
]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def _drawn(rows: list[list[str]], centred: bool) -> str:
    widths = [max(_width(row[i]) for row in rows) + 3 for i in range(len(HEAD))]
    lines = []
    for row in rows:
        line = "   "
        for cell, width in zip(row, widths, strict=True):
            left = (width - _width(cell)) // 2 if centred else 0
            line += " " * left + cell + " " * (width - _width(cell) - left)
        lines.append(line.rstrip())
    return "\n".join(lines)


def _read(table: str, below: str = "") -> ParsedPlan:
    above = "清屿市灯塔方案\n一、总体要求\n稳步推进。\n附件\n港口任务分工表\n"
    return parse(readers.read("x.txt", (above + table + below).encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str | None, str, list[str]]]:
    return [
        (task.number, task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments])
        for task in plan.tasks
        if task.assignments
    ]


WHOLE = [
    ("1", "修灯塔", ["l 市海洋局", "r 市港口局", "r 市渔业局"]),
    ("2", "清航道", ["l 市港口局"]),
    ("3", "护渔港", ["r 市海洋局", "r 市科协"]),
]


def test_empty_cells_and_wrapped_ones_stay_in_their_columns() -> None:
    for centred in (False, True):
        assert _told(_read(_drawn([HEAD, *ROWS], centred))) == WHOLE


def test_what_stands_below_the_table_is_no_row() -> None:
    assert _told(_read(_drawn([HEAD, *ROWS], False), "\n\n抄送：市委各部门。\n")) == WHOLE


def test_words_over_two_columns_are_read_by_their_meaning() -> None:
    rows = [HEAD, ["1", "修灯塔" * 9, "换灯。", "市海洋局", "市港口局", "年内"]]
    (row,) = _told(_read("\n".join("  ".join(cells) for cells in rows)))
    assert row == ("1", "修灯塔" * 9, ["l 市海洋局", "r 市港口局"])


def test_units_on_lines_of_one_cell_are_units_of_their_own() -> None:
    rows = [
        HEAD,
        ["1", "修灯塔", "刷墙。", "市海洋局", "市港口局", "年底"],
        ["", "", "", "", "各区人民政府", ""],
        ROWS[3],
    ]
    assert _told(_read(_drawn(rows, False)))[0] == ("1", "修灯塔", ["l 市海洋局", "r 市港口局", "r 各区人民政府"])


MIDDLE = [
    ["", "", "刷白墙面，换亮灯泡，", "市海洋局、市", "", ""],
    ["1", "修灯塔", "擦净三座灯塔的玻璃，", "港口局", "市渔业局", "2025年底"],
    ["", "", "修好梯子。", "", "", ""],
    ["2", "清航道", "捞尽泥沙，立好浮标。", "市港口局", "", "2024年底"],
    ["", "", "加固十里堤岸，添缆桩", "市渔业局、市", "市海洋局、市", ""],
    ["3", "护渔港", "，修好码头。", "应急局", "科协", "持续推进"],
]


def test_rows_have_their_numbers_in_the_middle_of_their_lines() -> None:
    plan = _read(_drawn([HEAD, *MIDDLE], centred=False))
    assert _told(plan) == [
        ("1", "修灯塔", ["l 市海洋局", "l 市港口局", "r 市渔业局"]),
        ("2", "清航道", ["l 市港口局"]),
        ("3", "护渔港", ["l 市渔业局", "l 市应急局", "r 市海洋局", "r 市科协"]),
    ]


def test_columns_that_touch_are_believed_where_all_cells_hold_what_they_are_for() -> None:
    drawn = _drawn([HEAD, *MIDDLE], centred=False)
    touching = drawn.replace("的玻璃，   ", "的玻璃呀，  ")
    assert touching != drawn
    assert _told(_read(touching)) == _told(_read(drawn))
    slipped = touching.replace("市渔业局", "每月一次")
    assert not any("每月一次" in unit for _, _, held in _told(_read(slipped)) for unit in held)

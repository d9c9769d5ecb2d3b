"""A head in two rows: one cell spans several columns of units, or a word is broken over both; in every layout."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.table.heads_in_two_rows import in_two_lines, unfolded
from sciplan_tui.core.plan import ParsedPlan

UPPER, LOWER = ["序号", "工作任务", "责任分工", "完成时限"], ["牵头单位", "配合单位"]
FULL = [["序号", "工作任务", "责任分工", "", "完成"], ["", "", "牵头单位", "配合单位", "时限"]]
ROWS = [
    ["1", "修灯塔。", "市海洋局", "市港口局、市渔业局", "6月底"],
    ["2", "清航道。", "市港口局", "市海洋局", "年底"],
    ["3", "固堤岸。", "市渔业局", "市财政局", "全年"],
]
WHOLE = [
    ("1", "修灯塔", ["l 市海洋局", "s 市港口局", "s 市渔业局"], "6月底"),
    ("2", "清航道", ["l 市港口局", "s 市海洋局"], "年底"),
    ("3", "固堤岸", ["l 市渔业局", "s 市财政局"], "全年"),
]
LAYOUTS = {
    "a cell a line": "\n".join([*UPPER, *LOWER, *(cell for row in ROWS for cell in row)]),
    "bars behind cells": "\n".join(" | ".join(row) + " |" for row in [UPPER, LOWER, *ROWS]),
    "blanks": "\n".join(" ".join(row) for row in [UPPER, LOWER, *ROWS]),
    "bars around cells": "\n".join("| " + " | ".join(row) + " |" for row in [*FULL, *ROWS]),
    "tabs": "\n".join("\t".join(row) for row in [*FULL, *ROWS]),
}


def _read(table: str) -> ParsedPlan:
    return parse(readers.read("x.txt", f"清屿市2025年港口任务分解表\n{table}\n".encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str | None, str, list[str], str | None]]:
    return [
        (task.number, task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments], task.deadline)
        for task in plan.tasks
        if task.assignments
    ]


@pytest.mark.parametrize("table", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_lower_row_says_what_the_columns_hold(table: str) -> None:
    assert _told(_read(table)) == WHOLE


def test_the_title_above_is_no_row_of_the_head() -> None:
    head = [["序号", "工作任务", "责任分工", "", "完成时限"], ["", "", "牵头单位", "配合单位", ""]]
    rows = [["灯塔任务表", "", "", "", ""], *head, *ROWS]
    assert _told(_read("\n".join("\t".join(row) for row in rows))) == WHOLE


def test_a_chapter_below_the_head_is_no_head() -> None:
    rows = [
        ["序号", *UPPER[1:2], *LOWER, "时限"],
        ["一、陆上行动", "", "", "", ""],
        *ROWS[:2],
        ["二、海上", "", "", "", ""],
        ROWS[2],
    ]
    plan = _read("\n".join("\t".join(row) for row in rows))
    assert _told(plan) == WHOLE
    assert [(task.path, task.title) for task in plan.tasks if not task.assignments] == [
        ("1", "陆上行动"),
        ("2", "海上"),
    ]


def test_heads_that_need_no_second_row_keep_their_order() -> None:
    assert unfolded(["序号", "任务", "责任单位", "牵头单位", "配合单位"]) == [
        "序号",
        "任务",
        "责任单位",
        "牵头单位",
        "配合单位",
    ]
    assert in_two_lines(["序号", "任务", "牵头单位"], ["1", "修灯塔", "市海洋局"]) is None


def test_a_column_of_shares_is_read_by_its_verbs() -> None:
    table = "\n".join(
        ["序号", "工作任务", "任务分工", "1", "修灯塔。", "市海洋局牵头，市港口局配合", "2", "清航道。", "市港口局"]
    )
    assert [held for _, _, held, _ in _told(_read(table))] == [["l 市海洋局", "s 市港口局"], ["r 市港口局"]]


def test_units_a_line_each_with_their_labels_are_one_cell() -> None:
    units = ["牵头单位：市海洋局", "责任单位：市港口局、市渔业局"]
    table = "\n".join(
        [
            "序号",
            "工作任务",
            "责任单位",
            "1",
            "修灯塔。",
            *units,
            "2",
            "清航道。",
            "市港口局",
            "3",
            "固堤岸。",
            "市渔业局",
        ]
    )
    assert _told(_read(table))[0][2] == ["l 市海洋局", "r 市港口局", "r 市渔业局"]


@pytest.mark.parametrize("note", ["", "<p>市海洋局印发，请各县抓好落实。</p>"])
def test_who_builds_is_told_from_who_is_responsible_by_the_lower_row(note: str) -> None:
    upper = "<tr><td>序号<td>领域<td>灯塔名称<td>实 施 单 位<td>实 施 单 位<td>责任单位</tr>"
    lower = "<tr><td>序号<td>领域<td>灯塔名称<td>建设单位<td>运营单位<td>责任单位</tr>"
    cells = ["海上", "北灯塔", "灯油公司", "灯芯公司", "市海洋局"], ["海上", "南灯塔", "灯塔公司", "/", "市港口局"]
    rows = "".join(f"<tr><td>{place}<td>{'<td>'.join(row)}</tr>" for place, row in enumerate(cells, 1))
    page = f"<html><body>{note}<p>清屿市灯塔清单</p><table>{upper}{lower}{rows}</table></body></html>"
    plan = parse(readers.read("x.html", page.encode()), lambda text: text)
    told = [(title, held) for _, title, held, _ in _told(plan) if held]
    assert told == [("北灯塔", ["r 市海洋局"]), ("南灯塔", ["r 市港口局"])]


def test_who_builds_is_told_so_where_each_cell_has_a_line_too() -> None:
    heads = ["序号", "领域", "灯塔名称", "实 施 单 位", "建设单位", "运营单位", "责 任", "单 位", "时间"]
    rows = ["1", "海上", "北灯塔", "灯油公司", "灯芯公司", "市海洋局", "6月底"]
    rows += ["2", "江上", "南灯塔", "灯塔公司", "/", "市港口局、市渔业局", "年底"]
    plan = _read("\n".join([*heads, *rows]))
    told = [(title, held) for _, title, held, _ in _told(plan) if held]
    assert told == [("北灯塔", ["r 市海洋局"]), ("南灯塔", ["r 市港口局", "r 市渔业局"])]

"""Rows on one line each, parted by single blanks: a column that groups them, broken words, empty cells."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = "序号 类别 主要任务 细化措施 牵头单位 参与单位 责任单位"
UNITS = "市海洋局 市港口局、渔业局等 各县(市、区)政府,高新区管委会"
HELD = ["l 市海洋局", "s 市港口局", "s 市渔业局", "r 各县(市、区)政府", "r 高新区管委会"]


def _read(*rows: str) -> ParsedPlan:
    text = "\n".join(["清屿市港口任务分解表", "", HEAD, *rows])
    return parse(readers.read("x.txt", text.encode()), lambda text: text)


def _told(plan: ParsedPlan) -> list[tuple[str | None, str, list[str]]]:
    return [
        (task.number, task.title, [f"{held.role.value[0]} {held.unit}" for held in task.assignments])
        for task in plan.tasks
        if task.assignments
    ]


def test_the_task_is_told_from_the_group_before_it_and_the_measure_behind_it() -> None:
    rows = [
        f"1 灯塔与航标 维 护 修好全部灯塔 刷白墙面，换亮灯泡。立好浮标，年年检查。 {UNITS}",
        f"2  清好港内 全部航道 捞泥 捞尽泥沙，运到外海。两年一次，不得误期。 {UNITS}",
        f"3   护好渔港。加固堤岸，添置缆桩。 {UNITS}",
    ]
    plan = _read(*rows)
    assert _told(plan) == [("1", "修好全部灯塔", HELD), ("2", "清好港内全部航道捞泥", HELD), ("3", "护好渔港", HELD)]
    assert [problem.code for problem in plan.problems if problem.code.startswith("row")] == ["row_title_missing"]


def test_a_row_that_ends_with_a_unit_is_no_sentence_that_goes_on() -> None:
    rows = [f"{number} 灯塔 修好灯塔 刷白墙面。换亮灯泡。 {UNITS}" for number in (1, 2, 3)]
    plan = _read(*rows)
    assert [held for _, _, held in _told(plan)] == [HELD] * 3
    assert "joined" not in {problem.code for problem in plan.problems}


def test_a_chapter_alone_in_a_row_of_a_grid_heads_the_rows_below_it() -> None:
    head = "| 序号 | 工作任务 | 牵头单位 |\n| --- | --- | --- |\n"
    north = "| （一）北岸行动 |  |  |\n| 1 | 修灯塔 | 市海洋局 |\n"
    south = "| （二）南岸行动 |  |  |\n| 2 | 清航道 | 市港口局 |\n"
    plan = parse(readers.read("x.txt", f"清屿市港口任务\n{head}{north}{south}".encode()), lambda text: text)
    assert [(task.path, task.title) for task in plan.tasks] == [
        ("1", "北岸行动"),
        ("1.1", "修灯塔"),
        ("2", "南岸行动"),
        ("2.1", "清航道"),
    ]


ROWS = ["1 修灯塔 市海洋局 市港口局", "2 立浮标 市港口局 市海洋局", "3 捞泥沙 市渔业局 市海洋局"]
LINES = ["一、海上", "（一）灯塔行动", ROWS[0], ROWS[1], "二、岸上", "（一）渔港行动", ROWS[2]]
NUMBERS_APART = ["一、海上", "（一）|灯塔行动||", ROWS[0], ROWS[1], "二|岸上||", "（一）|渔港行动||", ROWS[2]]
LAYOUTS = {
    "blanks": [line.replace("|", " ") for line in LINES],
    "tabs": [line.replace("|", "\t") if "|" in line else line.replace(" ", "\t") for line in NUMBERS_APART],
    "grid": [f"| {line if '|' in line else line.replace(' ', '|')} |" for line in NUMBERS_APART],
    "bars": [line if "、" in line or "）" in line else line.replace(" ", " | ") for line in LINES],
    "cells": [cell for line in LINES for cell in line.split()],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headings_over_headings_in_tables_of_every_kind(layout: str) -> None:
    head = "序号 工作任务 牵头单位 配合单位"
    heads = {"bars": head.replace(" ", " | ")} | {
        "tabs": head.replace(" ", "\t"),
        "grid": f"| {head.replace(' ', '|')} |",
        "cells": head.replace(" ", "\n"),
    }
    text = "\n".join(["清屿市港口任务分解表", heads.get(layout, head), *LAYOUTS[layout]])
    plan = parse(readers.read("x.txt", text.encode()), lambda text: text)
    assert [(task.path, task.title) for task in plan.tasks] == [
        ("1", "海上"),
        ("1.1", "灯塔行动"),
        ("1.1.1", "修灯塔"),
        ("1.1.2", "立浮标"),
        ("2", "岸上"),
        ("2.1", "渔港行动"),
        ("2.1.1", "捞泥沙"),
    ]
    assert [held for _, _, held in _told(plan)][-1] == ["l 市渔业局", "s 市海洋局"]

"""Rows of a text that are short of cells, because merged cells above cover what they lack and left no trace in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

Rows = list[list[str]]
_RULE = ["---"] * 4
LAID_OUT: dict[str, Callable[[Rows], str]] = {
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "bars between cells": lambda rows: "\n".join("| ".join(row) for row in rows),
    "a rule below the head": lambda rows: "\n".join("| ".join(row) for row in [rows[0], _RULE, *rows[1:]]),
    "bars around cells": lambda rows: "\n".join(f"| {' | '.join(row)} |" for row in rows),
}
GROUPED = [
    ["序号", "重点领域", "重点任务", "主要内容", "牵头单位", "责任单位"],
    ["1", "一、海上行动", "修灯塔", "刷白墙面，换亮灯泡。", "市海洋局", "市港口局、市渔业局"],
    ["2", "清航道", "捞尽泥沙，立好浮标。", "市港口局", "市财政局"],
    ["3", "二、岸上行动", "护渔港", "加固堤岸，添置缆桩。", "市渔业局", "市海洋局"],
    ["4", "办展览", "讲好灯塔，画好海图。", "市科协", "市教育局、团市委"],
]
WITHOUT_NUMBERS = [row[1:] for row in GROUPED]
HELD = [
    ["l 市海洋局", "r 市港口局", "r 市渔业局"],
    ["l 市港口局", "r 市财政局"],
    ["l 市渔业局", "r 市海洋局"],
    ["l 市科协", "r 市教育局", "r 团市委"],
]


def _read(table: str) -> ParsedPlan:
    return parse(readers.read("x.txt", f"清屿市灯塔任务分工表\n\n{table}\n".encode()), lambda words: words)


def _held(plan: ParsedPlan) -> list[list[str]]:
    told = ([f"{held.role.value[0]} {held.unit}" for held in task.assignments] for task in plan.tasks)
    return [task for task in told if task]


def _short(plan: ParsedPlan) -> list[str]:
    return [problem.code for problem in plan.problems if problem.code == "row_cell_missing"]


@pytest.mark.parametrize("rows", [GROUPED, WITHOUT_NUMBERS], ids=["numbered", "not numbered"])
@pytest.mark.parametrize("layout", LAID_OUT)
def test_what_a_merged_group_covers_moves_no_unit_and_no_role(layout: str, rows: Rows) -> None:
    plan = _read(LAID_OUT[layout](rows))
    assert _held(plan) == HELD
    assert [task.title for task in plan.tasks if task.assignments] == ["修灯塔", "清航道", "护渔港", "办展览"]


@pytest.mark.parametrize("layout", LAID_OUT)
def test_units_that_a_merged_cell_covers_are_those_above_and_that_is_told(layout: str) -> None:
    rows = [
        ["序号", "重点任务", "责任单位", "完成时限"],
        ["1", "修灯塔，刷白墙面。", "市海洋局、市港口局", "2024年底"],
        ["2", "清航道，捞尽泥沙。", "2025年底"],
        ["3", "护渔港，加固堤岸。", "市渔业局", "2025年底"],
    ]
    plan = _read(LAID_OUT[layout](rows))
    assert _held(plan) == [["r 市海洋局", "r 市港口局"]] * 2 + [["r 市渔业局"]]
    assert len(_short(plan)) == 1


def test_a_row_without_its_last_cells_takes_none_from_above() -> None:
    plan = _read("序号\t重点任务\t牵头单位\t责任单位\n1\t修灯塔\t市海洋局\t市港口局\n2\t清航道\t市渔业局\n")
    assert _held(plan) == [["l 市海洋局", "r 市港口局"], ["l 市渔业局"]]


def test_no_cell_covers_rows_below_the_next_heading() -> None:
    head, sea, shore = "序号\t任务\t责任单位\t完成时限", "一、海上行动\t\t\t", "二、岸上行动\t\t\t"
    plan = _read(f"{head}\n{sea}\n1\t修灯塔\t市海洋局\t2024年底\n{shore}\n2\t护渔港\t2025年底\n")
    assert _held(plan) == [["r 市海洋局"]]

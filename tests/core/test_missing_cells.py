"""A cell that is missing from a task table moves no unit into a title: the row is whole, or a Problem names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source

HEAD = ["序号", "工作任务", "主要内容", "牵头单位", "责任单位", "完成时限"]
ROWS = [
    ["1", "修灯塔", "刷白墙面，换亮灯泡。", "市海洋局", "市港口局、市渔业局", "2025年底"],
    ["2", "清航道", "捞尽泥沙，立好浮标。", "市港口局", "市财政局", "2024年底"],
    ["3", "护渔港", "加固堤岸，添置缆桩。", "市渔业局", "市海洋局、市科协", "持续推进"],
]
ABOVE = ["清屿市灯塔方案", "一、总体要求", "稳步推进。", "附件", "港口任务分工表"]
Grid = list[list[str]]


def _csv(rows: Grid) -> Document:
    made = tuple(TableRow(line, tuple(cells)) for line, cells in enumerate([HEAD, *rows], 1))
    return Document(Source("x.csv", "0", "csv", None), (Table(made),), "")


def _docx(rows: Grid) -> Document:
    above: list[Block] = [Paragraph(line, text) for line, text in enumerate(ABOVE, 1)]
    made = tuple(TableRow(line, tuple(cells)) for line, cells in enumerate([HEAD, *rows], len(ABOVE) + 1))
    return Document(Source("x.docx", "0", "docx", None), (*above, Table(made)), "\n".join(ABOVE))


def _text(mark: str, edge: str = "") -> Callable[[Grid], Document]:
    def laid(rows: Grid) -> Document:
        drawn = [edge + mark.join(cells) + edge for cells in [HEAD, *rows]]
        return readers.read("x.txt", "\n".join([*ABOVE, *drawn]).encode())

    return laid


FORMS = {"csv": _csv, "docx": _docx, "tabs": _text("\t"), "grid": _text("│", "│")}
GRIDS = pytest.mark.parametrize("laid", FORMS.values(), ids=FORMS.keys())


def _read(laid: Callable[[Grid], Document], *changes: tuple[int, int, str]) -> ParsedPlan:
    rows = [list(row) for row in ROWS]
    for row, column, text in changes:
        rows[row][column] = text
    return parse(laid(rows), lambda text: text)


def _told(plan: ParsedPlan) -> dict[str, list[str]]:
    return {
        f"{task.number} {task.title}": [f"{held.role.value[0]} {held.unit}" for held in task.assignments]
        for task in plan.tasks
        if task.assignments
    }


WHOLE = {
    "1 修灯塔": ["l 市海洋局", "r 市港口局", "r 市渔业局"],
    "2 清航道": ["l 市港口局", "r 市财政局"],
    "3 护渔港": ["l 市渔业局", "r 市海洋局", "r 市科协"],
}


def _named(plan: ParsedPlan, code: str) -> list[dict[str, str]]:
    return [dict(problem.details) for problem in plan.problems if problem.code == code]


@GRIDS
def test_a_row_without_a_title_is_called_by_its_content_and_named(laid: Callable[[Grid], Document]) -> None:
    plan = _read(laid, (1, 1, ""))
    assert list(_told(plan)) == ["1 修灯塔", "2 捞尽泥沙，立好浮标", "3 护渔港"]
    assert list(_told(plan).values()) == list(WHOLE.values())
    assert _named(plan, "row_title_missing") == [{"row": "2", "title": "捞尽泥沙，立好浮标"}]


@GRIDS
def test_a_row_of_units_alone_keeps_them_under_a_title_in_brackets(laid: Callable[[Grid], Document]) -> None:
    plan = _read(laid, (1, 1, ""), (1, 2, ""))
    assert _told(plan)["2 [第2项]"] == WHOLE["2 清航道"]
    assert [found["row"] for found in _named(plan, "row_title_missing")] == ["2"]


@GRIDS
def test_a_number_that_is_missing_is_the_one_left_out(laid: Callable[[Grid], Document]) -> None:
    assert _told(_read(laid, (1, 0, ""))) == WHOLE


@GRIDS
def test_a_missing_lead_moves_nobody(laid: Callable[[Grid], Document]) -> None:
    assert _told(_read(laid, (1, 3, "")))["2 清航道"] == ["r 市财政局"]


def _apart(cells: str) -> Callable[[Grid], Document]:
    """A text table that leaves no trace of an empty cell: its cells parted by blanks, or each on a line."""

    def laid(rows: Grid) -> Document:
        drawn = [cells.join(cell for cell in row if cell) for row in [HEAD, *rows]]
        return readers.read("x.txt", "\n".join([*ABOVE, *drawn]).encode())

    return laid


TRACELESS = pytest.mark.parametrize("laid", [_apart(" "), _apart("\n")], ids=["blanks", "cell a line"])


@TRACELESS
@pytest.mark.parametrize("column", [1, 2, 3])
def test_a_row_with_too_few_cells_is_named_where_no_cell_can_be_told(
    laid: Callable[[Grid], Document], column: int
) -> None:
    plan = _read(laid, (1, column, ""))
    assert [found["row"] for found in _named(plan, "row_cell_missing")] == ["2"]
    assert {held.unit for task in plan.tasks if task.number == "2" for held in task.assignments} >= {"市财政局"}
    assert [units for title, units in _told(plan).items() if title[0] != "2"] == [WHOLE["1 修灯塔"], WHOLE["3 护渔港"]]


@TRACELESS
def test_no_unit_becomes_the_title_of_a_row_that_has_none(laid: Callable[[Grid], Document]) -> None:
    plan = _read(laid, (1, 1, ""), (1, 2, ""))
    assert _told(plan)["2 [第2项]"] == WHOLE["2 清航道"]
    assert _named(plan, "row_cell_missing")


@TRACELESS
def test_a_number_that_was_lost_loses_no_row(laid: Callable[[Grid], Document]) -> None:
    assert _told(_read(laid, (1, 0, ""))) == WHOLE


@pytest.mark.parametrize("laid", [_apart(" "), _apart("\n"), _text("\t"), _docx], ids=list("abcd"))
@pytest.mark.parametrize("numbers", ["124", "112", "312"])
def test_rows_whose_numbers_skip_or_begin_anew_are_all_read(laid: Callable[[Grid], Document], numbers: str) -> None:
    plan = _read(laid, *((row, 0, number) for row, number in enumerate(numbers)))
    assert list(_told(plan).values()) == list(WHOLE.values())


@TRACELESS
def test_a_line_that_heads_the_rows_below_it_is_no_cell(laid: Callable[[Grid], Document]) -> None:
    rows = [["一、陆上行动"], *ROWS[:2], ["二、海上行动"], ["1", *ROWS[2][1:]]]
    plan = parse(laid(rows), lambda text: text)
    assert list(_told(plan).values()) == list(WHOLE.values())
    assert [task.deadline for task in plan.tasks if task.assignments] == ["2025年底", "2024年底", "持续推进"]


@GRIDS
def test_ditto_repeats_the_cell_above(laid: Callable[[Grid], Document]) -> None:
    told = _told(_read(laid, (1, 3, "同上"), (2, 3, "同上")))
    assert [units[0] for units in told.values()] == ["l 市海洋局"] * 3

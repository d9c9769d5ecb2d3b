"""Where the charts of a sheet stand: below its table where they still fit on the page, else on a sheet of their own."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import widest_line
from sciplan_tui.core.chart import Bars, Chart, bars
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.chart_text import told
from sciplan_tui.writers.wording import worded
from sciplan_tui.writers.xlsx_chart import draw, height
from sciplan_tui.writers.xlsx_names import beside
from sciplan_tui.writers.xlsx_page import lay, lines_on_a_page

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.worksheet import Worksheet

_WIDTH, _LINE = 900, 20
"""Pixels that a chart is wide, and that a line of cells is high."""
_MOST_ROWS = 100
"""A table that is longer leaves no room on its page, however low its rows."""
_CHARACTERS = 130
"""As many as a chart is wide."""


def put_charts(made: Workbook, page: Worksheet, sheet: Sheet, widths: Sequence[int], row: int, book: Book) -> None:
    """The charts of the book that are drawn of `sheet`, from `row` of its page on. `widths`: of its columns."""
    charts = [chart for chart in book.charts if chart.sheet == sheet.name and not bars(chart, sheet).empty]
    shown = [(chart, *draw(made, chart, sheet, page.get_name())) for chart in charts]
    if not shown:
        return
    needed = sum(_lines(drawn) for _, _, drawn in shown)
    if needed + _lines_above(sheet, widths) > lines_on_a_page(widths):
        page, row = made.add_worksheet(beside(page.get_name())), 0
        lay(page, sheet, [_CHARACTERS], book)
        page.fit_to_pages(1, 1)
    _put(page, shown, row)


def _put(page: Worksheet, shown: Sequence[tuple[Chart, ChartBar, Bars]], row: int) -> None:
    for chart, made, drawn in shown:
        made.set_size({"width": _WIDTH, "height": height(drawn)})
        page.insert_chart(row, 0, made, {"object_position": 2, "description": told(chart, drawn)})
        row += _lines(drawn)


def _lines(drawn: Bars) -> int:
    return ceil(height(drawn) / _LINE) + 1


def _lines_above(sheet: Sheet, widths: Sequence[int]) -> int:
    """Lines of the head, the table and its notes; long texts are broken."""
    if len(sheet.rows) > _MOST_ROWS:
        return len(sheet.rows)
    rows = (
        max(ceil(widest_line(str(worded(value))) / width) for value, width in zip(row, widths, strict=True))
        for row in sheet.rows
    )
    return sum(max(1, lines) for lines in rows) + len(sheet.notes) + 3

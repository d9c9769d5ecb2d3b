"""Where the charts of a workbook stand: below their table where they still fit on its page, the others on sheets
of their own, as many to a page as have room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import widest_line
from sciplan_tui.core.chart import Bars, Chart, bars
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers.chart_text import told
from sciplan_tui.writers.sheet.chart import draw, height
from sciplan_tui.writers.sheet.page import lay, lines_on_a_page, lines_upright
from sciplan_tui.writers.wording import worded

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.worksheet import Worksheet

_WIDTH, _LINE = 900, 20
"""Pixels that a chart is wide, and that a line of cells is high."""
_NOTE = 0.8
"""Of a line that a note takes."""
_MOST_ROWS = 100
"""A table that is longer leaves no room on its page, however low its rows."""
_LINES = 63
"""Of an upright page that is as wide as a chart."""


class Shown(NamedTuple):
    """A chart that is drawn."""

    chart: Chart
    made: ChartBar
    bars: Bars

    @property
    def lines(self) -> int:
        """Lines of cells that it covers, with one below it."""
        return ceil(height(self.bars) / _LINE) + 1


def put_charts(
    made: Workbook, page: Worksheet, sheet: Sheet, widths: Sequence[int], row: int, book: Book
) -> list[Shown]:
    """The charts of the book that are drawn of `sheet`, from `row` of its page on; where they have no room there, they
    are handed back. `widths`: of its columns."""
    charts = [chart for chart in book.charts if chart.sheet == sheet.name and not bars(chart, sheet).empty]
    shown = [Shown(chart, *draw(made, chart, sheet, page.get_name())) for chart in charts]
    needed = sum(one.lines for one in shown) + _lines_above(sheet, widths)
    if shown and needed > lines_on_a_page(widths):
        if needed > lines_upright(widths):
            return shown
        page.set_portrait()
    for one, at in zip(shown, _places(shown, row), strict=True):
        _put(page, one, at)
    return []


def put_aside(made: Workbook, shown: Sequence[Shown], book: Book) -> None:
    """The charts that found no room by their tables, on sheets of their own, each one page."""
    for number, some in enumerate(_together(shown), 1):
        name = say("export.charts")
        page = made.add_worksheet(name if number == 1 else f"{name} {number}")
        lay(page, Sheet("charts", (), ()), [_WIDTH // 7], book)
        page.set_portrait()
        page.fit_to_pages(1, 1)
        for one, at in zip(some, _places(some, 0), strict=True):
            _put(page, one, at)


def _together(shown: Sequence[Shown]) -> Iterator[list[Shown]]:
    """As many as have room on a page."""
    page = list[Shown]()
    for one in shown:
        if page and sum(other.lines for other in (*page, one)) > _LINES:
            yield page
            page = []
        page.append(one)
    if page:
        yield page


def _places(shown: Sequence[Shown], row: int) -> Iterator[int]:
    """The row at which each begins."""
    for one in shown:
        yield row
        row += one.lines


def _put(page: Worksheet, one: Shown, row: int) -> None:
    one.made.set_size({"width": _WIDTH, "height": height(one.bars)})
    page.insert_chart(row, 0, one.made, {"object_position": 2, "description": told(one.chart, one.bars)})


def _lines_above(sheet: Sheet, widths: Sequence[int]) -> int:
    """Lines of the head, the table and its notes; long texts are broken, queries are small."""
    if len(sheet.rows) > _MOST_ROWS:
        return len(sheet.rows)
    shown = [place for place, column in enumerate(sheet.columns) if column.key != "query"]
    rows = (max(ceil(widest_line(str(worded(row[place]))) / widths[place]) for place in shown) for row in sheet.rows)
    return sum(max(1, lines) for lines in rows) + ceil(_NOTE * len(sheet.notes)) + 2

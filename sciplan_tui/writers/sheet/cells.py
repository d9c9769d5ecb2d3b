"""The cells of a sheet as a workbook has them: what each says and how it looks, how wide and how high that is."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from sciplan_tui.core.cell_width import cell_width, widest_line
from sciplan_tui.core.sheet import Sheet, Value
from sciplan_tui.writers.sheet.formats import Formats
from sciplan_tui.writers.sheet.rows import GrowingRows, lines_of
from sciplan_tui.writers.wording import is_figure, worded

_TALLEST, _LINE, _SMALL_LINE = 400, 15, 10
"""Points: of a row at most (Excel's own limit is 409), of a line of text, and of a line of a query."""
_QUERY, _IN_QUERY = 30, 38
"""How wide the column of queries is, in characters, and how many of its small ones are on a line of it."""
_KEPT = 50_000
"""Cells that are kept: names, places and words come again and again, and the longest tables have 100,000 rows."""


class _Cell(NamedTuple):
    """What is written of a cell, its width in characters, and the points that it needs."""

    text: str
    width: int
    high: float


class Drawing:
    """Makes the cells of one sheet row by row. `widths`: what each column needs by now, in characters."""

    def __init__(self, page: GrowingRows, sheet: Sheet, formats: Formats, widths: list[int]) -> None:
        keys = {column.key: place for place, column in enumerate(sheet.columns)}
        self._page, self._formats = page, formats
        self._path, self._title = (keys["path"], keys["title"]) if {"path", "title"} <= keys.keys() else (-1, -1)
        self._query = keys.get("query", -1)
        self._same: dict[int, _Cell] = {}
        self._often: dict[tuple[str | int, int], _Cell] = {}
        self._blank = None if any(sheet.unit_columns) else page.blank(formats.cell("", 0))
        self.widths = widths
        if self._query >= 0:
            widths[self._query] = _QUERY

    def row(self, row: tuple[Value, ...]) -> tuple[list[tuple[int, str]], float | None]:
        """The cells with their places, and the points that the row needs, where that is more than a line; a title
        stands in by its depth in the outline. Of a matrix, most of whose cells are empty, only those that are not."""
        widths, cells, needed = self.widths, [], float(_LINE)
        for place, value in enumerate(row):
            if value is None:
                if self._blank:
                    cells.append((place, self._blank))
                continue
            indent = str(row[self._path]).count(".") if place == self._title else 0
            text, width, high = self._of(value, indent) if place != self._query else self._asked(str(value))
            cells.append((place, text))
            if width > widths[place]:
                widths[place] = width
            if high > needed:
                needed = high
        return cells, min(_TALLEST, needed) if needed > _LINE else None

    def heading(self, row: tuple[Value, ...]) -> tuple[list[tuple[int, str]], float | None]:
        """All cells of a row that is a heading."""
        drawn = self._formats.heading()
        cells = [(place, self._page.cell(worded(value), drawn)) for place, value in enumerate(row)]
        if self._query < 0 or not (asked := row[self._query]):
            return cells, None
        text, _, high = self._asked(str(asked), heading=True)
        cells[self._query] = self._query, text
        return cells, high if high > _LINE else None

    def _asked(self, query: str, *, heading: bool = False) -> _Cell:
        said = str(worded(query))
        lines = ceil(cell_width(said) / _IN_QUERY)
        return _Cell(self._page.cell(said, self._formats.query(heading=heading)), 0, min(_TALLEST, _SMALL_LINE * lines))

    def _of(self, value: Value, indent: int) -> _Cell:
        """Texts are kept by what they say; what is neither text nor number by its id, for as long as its sheet is
        there: in a large matrix these are the same few objects."""
        if isinstance(value, str) or type(value) is int:
            found = self._often.get((value, indent))
            if found is None:
                if len(self._often) > _KEPT:
                    self._often.clear()
                self._often[value, indent] = found = self._draw(value, indent)
            return found
        if isinstance(value, int | float):
            return self._draw(value, 0)
        found = self._same.get(id(value))
        if found is None:
            self._same[id(value)] = found = self._draw(value, 0)
        return found

    def _draw(self, value: Value, indent: int) -> _Cell:
        said = worded(value)
        width = widest_line(said) if isinstance(said, str) else len(str(said))
        text = self._page.cell(said, self._formats.cell(value, indent))
        beside = 2 * (indent or is_figure(value))
        return _Cell(text, width + 1 + beside, _LINE * lines_of(value))

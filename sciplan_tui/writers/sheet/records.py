"""A whole plan as a workbook of one sheet, a row a record: for import to take back, and to be read and printed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import widest_line
from sciplan_tui.core.sheet import Sheet, columns
from sciplan_tui.writers.wording import writable
from sciplan_tui.writers.xlsx import checked

_WIDEST, _ARROW = 24, 3
"""Characters: of a column at most, and the room that a filter's arrow takes in a head."""
_TALLEST, _LINE = 400, 15
"""Points: of a row at most, and of a line of text."""
_PROOF = ("quote", "text")
"""What proves the facts, behind them: each on one line, and not printed, since it is longer than they are."""


def write_records(heads: Sequence[str], rows: Sequence[Sequence[str]], book: Book) -> bytes:
    """The workbook; heads are the names that import knows. `book` has no sheets: its title stands above each page and
    the state of its data below. A column in which no record says anything is hidden. WritingError: a text is too long.
    """
    from sciplan_tui.writers.sheet.formats import Formats, workbook
    from sciplan_tui.writers.sheet.page import arrange
    from sciplan_tui.writers.sheet.rows import GrowingRows

    out = io.BytesIO()
    widths = [_width(name, [row[place] for row in rows]) for place, name in enumerate(heads)]
    printed = [place for place, name in enumerate(heads) if name not in _PROOF]
    with workbook(out, book.title, book.on) as made:
        formats, page = Formats(made), made.add_worksheet("plan", GrowingRows)
        for place, name in enumerate(heads):
            page.write_string(0, place, name, formats.head(upright=False))
        for number, row in enumerate(rows, 1):
            page.set_row(number, _height([(row[place], widths[place]) for place in printed]))
            for place, text in enumerate(row):
                if text:
                    drawn = formats.cell(text, 0) if place in printed else formats.line()
                    page.write_string(number, place, checked(text, number, place), drawn)
        page.print_area(0, 0, len(rows), printed[-1])
        arrange(page, Sheet("plan", columns(" ".join(heads)), tuple(map(tuple, rows))), widths, book)
        for place in (place for place, width in enumerate(widths) if not width):
            page.set_column(place, place, None, None, {"hidden": True})
    return out.getvalue()


def _width(name: str, texts: Sequence[str]) -> int:
    """Characters of a column; none where all its cells are empty."""
    if not any(texts):
        return 0
    return min(_WIDEST, max(len(name) + _ARROW, *(widest_line(writable(text)) + 1 for text in texts)))


def _height(cells: Sequence[tuple[str, int]]) -> int:
    """Points of a row; a Chinese character is not parted at the end of a line."""
    lines = (ceil(widest_line(writable(text)) / (width - 1)) for text, width in cells if text)
    return min(_TALLEST, _LINE * max(lines, default=1))

"""A whole plan as a workbook of one sheet, a row a record: for import to take back, and to be read and printed."""

from __future__ import annotations

import io
from collections.abc import Sequence

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import widest_line
from sciplan_tui.core.sheet import Sheet, columns
from sciplan_tui.writers.wording import writable
from sciplan_tui.writers.xlsx import checked

_WIDEST, _ARROW = 44, 3
"""Characters: of a column at most, and the room that a filter's arrow takes in a head."""


def write_records(heads: Sequence[str], rows: Sequence[Sequence[str]], book: Book) -> bytes:
    """The workbook; heads are the names that import knows. `book` has no sheets: its title stands above each page and
    the state of its data below. A column in which no record says anything is hidden. WritingError: a text is too long.
    """
    from sciplan_tui.writers.xlsx_formats import Formats, workbook
    from sciplan_tui.writers.xlsx_page import arrange

    out = io.BytesIO()
    with workbook(out, book.title, book.on) as made:
        formats, page = Formats(made), made.add_worksheet("plan")
        for place, name in enumerate(heads):
            page.write_string(0, place, name, formats.head(upright=False))
        for number, row in enumerate(rows, 1):
            for place, text in enumerate(row):
                if text:
                    page.write_string(number, place, checked(text, number, place), formats.cell(text, 0))
        widths = [_width(heads[place], [row[place] for row in rows]) for place in range(len(heads))]
        arrange(page, Sheet("plan", columns(" ".join(heads)), tuple(map(tuple, rows))), widths, book)
        for place in (place for place, width in enumerate(widths) if not width):
            page.set_column(place, place, None, None, {"hidden": True})
    return out.getvalue()


def _width(name: str, texts: Sequence[str]) -> int:
    """Characters of a column; none where all its cells are empty."""
    if not any(texts):
        return 0
    return min(_WIDEST, max(len(name) + _ARROW, *(widest_line(writable(text)) + 1 for text in texts)))

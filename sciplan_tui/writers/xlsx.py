"""A book as an Excel workbook: heads and first columns stand still, rows can be filtered, each sheet prints as it is.

Text is always written as text, so that none becomes a formula, a link or a number. Rows go out one by one (the
library's constant memory), so that a matrix of a million cells takes no more room than a small one.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import widest_line
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.errors import WritingError
from sciplan_tui.writers.wording import head, upright

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from sciplan_tui.writers.sheet.formats import Formats
    from sciplan_tui.writers.sheet.rows import GrowingRows

MOST_CHARACTERS = 32_767
"""Of one cell, in units of UTF-16; Excel and WPS refuse a file with a longer one."""
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_WIDEST, _NARROWEST, _ARROW = 44, 5, 3
"""Columns in characters: at most, of one sign, and the room that a filter's arrow takes in a head."""
_TALLEST, _LINE = 400, 15
"""Points: of a row at most (Excel's own limit is 409), and of one character that stands upright."""


def write(book: Book) -> bytes:
    """The workbook: its sheets in order, then the notes. WritingError where a sheet is beyond what Excel holds."""
    from sciplan_tui.writers.sheet.chart_page import Shown, put_aside, put_charts
    from sciplan_tui.writers.sheet.formats import Formats, workbook
    from sciplan_tui.writers.sheet.names import sheet_names
    from sciplan_tui.writers.sheet.page import arrange, rule_empty_cells, write_notes
    from sciplan_tui.writers.sheet.rows import GrowingRows

    for sheet in book.sheets:
        _measure(sheet)
    out = io.BytesIO()
    sheets = (*book.sheets, book.notes_sheet)
    with workbook(out, book.title, book.on) as made:
        formats, aside = Formats(made), list[Shown]()
        for sheet, name in zip(sheets, sheet_names(sheets), strict=True):
            if sheet is sheets[-1]:
                put_aside(made, aside, book)
            page = made.add_worksheet(name, GrowingRows)
            widths = _fill(page, sheet, formats)
            below = write_notes(page, sheet, widths, formats)
            arrange(page, sheet, widths, book)
            rule_empty_cells(page, sheet, formats)
            aside += put_charts(made, page, sheet, widths, below, book)
    return out.getvalue()


def _measure(sheet: Sheet) -> None:
    """Refuse what would be cut: too many rows or columns, or a text too long for a cell."""
    if len(sheet.rows) + len(sheet.notes) + 1 >= MOST_ROWS or len(sheet.columns) > MOST_COLUMNS:
        raise WritingError("export_xlsx_size", rows=len(sheet.rows), columns=len(sheet.columns))
    for number, row in enumerate(sheet.rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str) and len(value) > MOST_CHARACTERS // 2:
                checked(value, number, place)


def checked(text: str, row: int, column: int) -> str:
    """The text of a cell. WritingError (`export_xlsx_cell`): it would be cut."""
    if len(text) > MOST_CHARACTERS // 2 and len(text.encode("utf-16-le", "surrogatepass")) // 2 > MOST_CHARACTERS:
        raise WritingError("export_xlsx_cell", row=row + 1, column=column + 1, limit=MOST_CHARACTERS)
    return text


def _fill(page: GrowingRows, sheet: Sheet, formats: Formats) -> list[int]:
    """Write heads and rows; the width of each column, in characters."""
    from sciplan_tui.writers.sheet.cells import Drawing

    drawing = Drawing(page, sheet, formats, _heads(page, sheet, formats))
    for number, row in enumerate(sheet.rows):
        page.put(number + 1, *(drawing.heading(row) if number in sheet.headings else drawing.row(row)))
    return [min(width, _WIDEST) for width in drawing.widths]


def _heads(page: Worksheet, sheet: Sheet, formats: Formats) -> list[int]:
    """Write the heads, those of units and milestones upright; the width that each needs."""
    standing = upright(sheet.columns)
    heads = [(head(column), place in standing) for place, column in enumerate(sheet.columns)]
    tallest = max((len(text) for text, stands in heads if stands), default=0)
    if tallest:
        page.set_row(0, min(_TALLEST, _LINE * tallest + _LINE))
    for place, (text, stands) in enumerate(heads):
        page.write_string(0, place, text, formats.head(upright=stands))
    return [_NARROWEST if stands else widest_line(text) + _ARROW for text, stands in heads]

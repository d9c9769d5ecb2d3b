"""How a sheet of a workbook lies on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers.wording import title, writable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from sciplan_tui.writers.sheet.formats import Formats

_A3, _A4 = 8, 9
"""The numbers of the papers."""
_ON_ITS_SIDE = {_A3: (1191, 842), _A4: (842, 595)}
"""Points of each, across and down."""
_READABLE = 190
"""Characters that still can be read across an A4 sheet on its side; what is wider goes on A3."""
_SMALLEST = 0.65
"""Of its size a table may be made: one that would be smaller upright lies on its side, and takes several pages across
where it would be smaller there."""
_BESIDE, _ABOVE = 0.4, 0.6
"""Inches beside the text of a page, and above and below it."""
_PER_CHARACTER, _PER_COLUMN = 5.25, 3.75
"""Points of a column: for each of its characters, and once."""
_MOST_STANDING = 80
"""Characters that may stand still, so that there is room to scroll beside them."""
_TALLEST, _LINE, _NOTED = 400, 15, 12
"""Points: of a row at most, of one line of text, and of one of a note."""
_MOST_NOTED = 8000
"""Characters of a note; a row can't be higher than some 27 lines."""
_LEAST_NOTED, _OTHER_COLUMN = 60, 8
"""Characters: across a note at least, and of a column that no table has."""
_MOST_PRINTED = 100
"""Characters of a line above or below the printed page; Excel holds 255 with all its signs."""


def arrange(page: Worksheet, sheet: Sheet, widths: Sequence[int], book: Book) -> None:
    """`widths` are those of the columns, in characters.

    What stands still, what is filtered, and how it prints: on its side, as wide as a page where it can be read so,
    heads on each."""
    for place, width in enumerate(widths):
        page.set_column(place, place, width)
    last = len(sheet.rows), max(len(sheet.columns) - 1, 0)
    from xlsxwriter.utility import xl_range

    page.freeze_panes(1, _standing(sheet, widths))
    page.autofilter(0, 0, *last)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, *last)})
    page.repeat_rows(0)
    lay(page, sheet, widths, book)


def rule_empty_cells(page: Worksheet, sheet: Sheet, formats: Formats) -> None:
    """The empty cells of a matrix have lines like the others, so that the eye keeps to row and column on paper: said
    once for all of them, for they are many."""
    if any(sheet.unit_columns) and sheet.rows:
        empty = {"type": "blanks", "format": formats.empty()}
        page.conditional_format(1, 0, len(sheet.rows), len(sheet.columns) - 1, empty)


def lay(page: Worksheet, sheet: Sheet, widths: Sequence[int], book: Book) -> None:
    """How it lies on paper, and what stands above and below each page. Where it takes several across, the columns that
    stand still are on each."""
    paper = _A4 if book.a4 else _paper(widths)
    if not _stands(widths, len(sheet.rows) + len(sheet.notes) + 1, paper):
        page.set_landscape()
    standing = _standing(sheet, widths)
    across = _across(widths, standing, _ON_ITS_SIDE[paper][0])
    if across > 1 and standing:
        page.repeat_columns(0, standing - 1)
    page.set_paper(paper)
    page.set_margins(left=_BESIDE, right=_BESIDE, top=_ABOVE, bottom=_ABOVE)
    page.fit_to_pages(across, 0)
    page.set_header(f"&L{_printed(book.title)}&R{_printed(title(sheet))}")
    page.set_footer(f"&L{_printed(book.state)}&R&P / &N")


def lines_on_a_page(widths: Sequence[int]) -> int:
    """How many lines stand on the page, on its side, of a table that is as wide."""
    return _lines(widths, *_ON_ITS_SIDE[_paper(widths)])


def lines_upright(widths: Sequence[int], paper: int = _A4) -> int:
    """The same of an upright page; none where it could not be read."""
    high, wide = _ON_ITS_SIDE[paper]
    return _lines(widths, wide, high) if _scale(widths, wide) >= _SMALLEST else 0


def _paper(widths: Sequence[int]) -> int:
    return _A3 if sum(widths) > _READABLE else _A4


def _lines(widths: Sequence[int], wide: int, high: int) -> int:
    """How many lines stand on a page of that many points; a table that is wider is made smaller."""
    return int((high - 2 * 72 * _ABOVE) / _scale(widths, wide) / _LINE)


def _scale(widths: Sequence[int], wide: int) -> float:
    return min(1, _room(wide) / max(_points(widths), 1))


def _across(widths: Sequence[int], standing: int, wide: int) -> int:
    """How many pages, `wide` points each, a table takes beside each other so that it can be read."""
    whole, again, page = _points(widths), _points(widths[:standing]), _room(wide) / _SMALLEST
    return 1 + max(0, ceil((whole - page) / (page - again)))


def _points(widths: Sequence[int]) -> float:
    """Of columns beside each other; a hidden one has none."""
    return sum(_PER_CHARACTER * width + _PER_COLUMN for width in widths if width)


def _room(wide: int) -> float:
    return wide - 2 * 72 * _BESIDE


def _stands(widths: Sequence[int], lines: int, paper: int) -> bool:
    """Whether a table takes fewer pages upright than on their sides, and can still be read."""
    upright, lying = lines_upright(widths, paper), _lines(widths, *_ON_ITS_SIDE[paper])
    return upright > 0 and ceil(lines / upright) < ceil(lines / lying)


def write_notes(page: Worksheet, sheet: Sheet, widths: Sequence[int], formats: Formats) -> int:
    """The notes beneath the table, a row between: each is one cell across it (or beyond a narrow one), as high as its
    text needs. The first row below them all that is free.
    """
    beyond = max(0, ceil((_LEAST_NOTED - sum(widths)) / _OTHER_COLUMN))
    columns, width = len(widths) + beyond, sum(widths) + beyond * _OTHER_COLUMN
    for number, (what, said) in enumerate(sheet.notes, len(sheet.rows) + 2):
        text = _cut(say("word.noted", what=writable(what), said=writable(said)), _MOST_NOTED)
        lines = sum(ceil((cell_width(line) + 1) / width) for line in text.split("\n"))
        page.set_row(number, min(_TALLEST, _NOTED * lines))
        page.merge_range(number, 0, number, columns - 1, "", formats.note())
        page.write_string(number, 0, text, formats.note())
    return len(sheet.rows) + len(sheet.notes) + 3


def _standing(sheet: Sheet, widths: Sequence[int]) -> int:
    """How many columns stand still: those up to the title, as far as they leave room for others."""
    keys = [column.key for column in sheet.columns]
    count = keys.index("title") + 1 if "title" in keys else 1
    return next((some for some in range(count, 0, -1) if sum(widths[:some]) <= _MOST_STANDING), 0)


def _printed(text: str) -> str:
    """`text` for the line above or below the page, where `&` begins a command."""
    line = " ".join(writable(text).split())
    return _cut(line, _MOST_PRINTED).replace("&", "&&")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}.."

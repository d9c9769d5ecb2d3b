"""What the library that reads the values of an OpenDocument spreadsheet does not tell: which cells are merged, and
which print their number in a form of its own ([ODF 1.2] part 1, 9.1.4, 19.385).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sciplan_tui.readers.package import Package, local
from sciplan_tui.readers.sheet.number_formats import Form, Forms, Precision

T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TYPE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"
LAST_ROW = 100_000
"""Rows that are looked at; a repeated empty row may stand for a million."""
_MOST_REPEATED = 100
_NUMBER = re.compile(r"([^\d#.,+-]*)-?[\d.,]+([^\d#.,]*)")
_MONTH = re.compile(r"\d{4}\s?年\s?\d{1,2}\s?月")

Merge = tuple[tuple[int, int], tuple[int, int]]


def read_cells(name: str, data: bytes) -> dict[str, tuple[list[Merge], Forms]]:
    """The merged cells of each sheet by its name, and the forms of its numbers. Raises ReadingError: damaged."""
    root = Package(name, data).xml("content.xml")
    return {} if root is None else {table.get(f"{T}name") or "": _of_table(table) for table in root.iter(f"{T}table")}


def _of_table(table: Element) -> tuple[list[Merge], Forms]:
    merges: list[Merge] = []
    forms: Forms = {}
    place = 0
    for row in table.iter(f"{T}table-row"):
        if place > LAST_ROW:
            break
        for column, cell in _cells(row):
            down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
            if down > 1 or right > 1:
                merges.append(((place, column), (place + down - 1, column + right - 1)))
            if form := _form(cell):
                repeated = min(_count(cell, "number-columns-repeated"), _MOST_REPEATED)
                rows = min(_count(row, "number-rows-repeated"), _MOST_REPEATED)
                forms.update(((place + y, column + x), form) for y in range(rows) for x in range(repeated))
        place += _count(row, "number-rows-repeated")
    return merges, forms


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with its column; one may stand for several."""
    column = 0
    for cell in row:
        if local(cell.tag) in ("table-cell", "covered-table-cell"):
            yield column, cell
            column += _count(cell, "number-columns-repeated")


def _form(cell: Element) -> Form | None:
    """The form of a number, told by what the file says to be printed."""
    kind = cell.get(_TYPE)
    if kind not in ("percentage", "date", "float"):
        return None
    text = "".join(cell.itertext()).strip()
    if kind == "date":
        return Form(date=Precision.MONTH) if _MONTH.fullmatch(text) else None
    found = _NUMBER.fullmatch(text.replace("%", ""))
    before, after = (found[1].strip(), found[2].strip()) if found else ("", "")
    share = kind == "percentage"
    return Form(before, after, share) if share or before or after else None


def _count(element: Element, name: str) -> int:
    text = element.get(f"{T}{name}") or ""
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1

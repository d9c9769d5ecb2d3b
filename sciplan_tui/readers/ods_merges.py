"""Where the merged cells of an OpenDocument spreadsheet are: the library that reads its values does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sciplan_tui.readers.package import Package, local

T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
LAST_ROW = 100_000
"""Rows that are looked at; a repeated empty row may stand for a million."""

Merge = tuple[tuple[int, int], tuple[int, int]]


def read_merges(name: str, data: bytes) -> dict[str, list[Merge]]:
    """The merged cells of each sheet by its name. Raises ReadingError: damaged."""
    root = Package(name, data).xml("content.xml")
    tables = () if root is None else root.iter(f"{T}table")
    return {table.get(f"{T}name") or "": list(_merges(table)) for table in tables}


def _merges(table: Element) -> Iterator[Merge]:
    place = 0
    for row in table.iter(f"{T}table-row"):
        if place > LAST_ROW:
            return
        yield from _of_row(row, place)
        place += _count(row, "number-rows-repeated")


def _of_row(row: Element, place: int) -> Iterator[Merge]:
    column = 0
    for cell in row:
        if local(cell.tag) not in ("table-cell", "covered-table-cell"):
            continue
        down, right = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            yield (place, column), (place + down - 1, column + right - 1)
        column += _count(cell, "number-columns-repeated")


def _count(element: Element, name: str) -> int:
    text = element.get(f"{T}{name}") or ""
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1

"""Which cells of an .xlsx print their number in a form of its own, and which rows are hidden: the library that reads
the values tells neither.
"""

from __future__ import annotations

import posixpath
import re
from itertools import islice
from xml.etree.ElementTree import Element

from sciplan_tui.readers.package import Package, local
from sciplan_tui.readers.sheet.number_formats import Form, Forms, form_of

MOST_CELLS = 200_000
"""Cells of one sheet whose form is looked at."""
_CELL = rb'<(?:\w{1,9}:)?c\s(?=[^<>]{0,200}?\bs="(%b)")[^<>]{0,200}?\br="([A-Z]{1,3})([0-9]{1,7})"'
_HIDDEN_ROW = re.compile(rb'<(?:\w{1,9}:)?row\s(?=[^<>]{0,300}?\bhidden="(?:1|true)")[^<>]{0,300}?\br="([0-9]{1,7})"')


def read_untold(name: str, data: bytes) -> list[tuple[Forms, tuple[int, ...]]]:
    """For each sheet, in the order of the workbook, the cells with a form, and the hidden rows, counted from 1.

    Raises ReadingError: damaged.
    """
    package = Package(name, data)
    styles = _styles(package.xml("xl/styles.xml"))
    pattern = re.compile(_CELL % "|".join(styles).encode()) if styles else None
    sheets = (package.content(part) for part in _sheets(package))
    return [(_forms(sheet, pattern, styles) if pattern else {}, _hidden_rows(sheet)) for sheet in sheets]


def _hidden_rows(sheet: bytes) -> tuple[int, ...]:
    return tuple(int(row[1]) for row in islice(_HIDDEN_ROW.finditer(sheet), MOST_CELLS))


def _styles(root: Element | None) -> dict[str, Form]:
    """The cell styles that have a form, by the number that cells name."""
    if root is None:
        return {}
    codes = {_number(one, "numFmtId"): one.get("formatCode") or "" for one in _named(root, "numFmt")}
    formats = next((one for one in root if local(one.tag) == "cellXfs"), ())
    found = ((str(place), form_of(_number(one, "numFmtId"), codes)) for place, one in enumerate(formats))
    return {place: form for place, form in found if form}


def _sheets(package: Package) -> list[str]:
    """The parts that hold the sheets, in the order of the workbook."""
    book, links = package.xml("xl/workbook.xml"), package.xml("xl/_rels/workbook.xml.rels")
    if book is None or links is None:
        return []
    targets = {link.get("Id"): link.get("Target") or "" for link in links}
    ids = [next((value for key, value in one.items() if local(key) == "id"), "") for one in _named(book, "sheet")]
    return [posixpath.normpath(posixpath.join("/xl", targets.get(one, "")))[1:] for one in ids]


def _forms(sheet: bytes, pattern: re.Pattern[bytes], styles: dict[str, Form]) -> Forms:
    cells = islice(pattern.finditer(sheet), MOST_CELLS)
    return {(int(cell[3]) - 1, _column(cell[2])): styles[cell[1].decode()] for cell in cells}


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + letter - 64
    return place - 1


def _named(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if local(element.tag) == name]


def _number(element: Element, name: str) -> int:
    text = element.get(name) or ""
    return int(text) if text.isdecimal() and len(text) < 9 else 0

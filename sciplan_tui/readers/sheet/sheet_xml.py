"""Workbooks in Excel's XML of 2003, which office systems fill as templates (and call .xls): their sheets' cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from sciplan_tui.readers.package import local
from sciplan_tui.readers.sheet.number_formats import Form, printed, read_form
from sciplan_tui.readers.word.word_xml import parse_xml

S = "{urn:schemas-microsoft-com:office:spreadsheet}"
LAST_ROW = 100_000
LAST_COLUMN = 200
_NAMED = {"Percent": "0%", "Short Date": "yyyy-m-d", "Long Date": "yyyy-m-d", "Medium Date": "yyyy-m-d"}
"""Formats that a style names by a word."""
Merge = tuple[tuple[int, int], tuple[int, int]]


@dataclass(slots=True)
class XmlSheet:
    """One sheet: its rows of cells as they are printed, and its merged cells, counted from 0; whether it is hidden."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False


def read_sheets(name: str, data: bytes, encoding: str | None) -> list[XmlSheet]:
    """The sheets. Raises ReadingError: damaged, entities of its own."""
    root = parse_xml(name, data, encoding)
    forms = {style.get(f"{S}ID") or "": form for style in root.iter(f"{S}Style") if (form := _form(style))}
    return [_sheet(one, forms) for one in root.iter(f"{S}Worksheet")]


def _form(style: Element) -> Form | None:
    found = style.find(f"{S}NumberFormat")
    code = "" if found is None else found.get(f"{S}Format") or ""
    return read_form(_NAMED.get(code, code))


def _is_hidden(sheet: Element) -> bool:
    return any(local(one.tag) == "Visible" and one.text != "SheetVisible" for one in sheet.iter())


def _sheet(element: Element, forms: dict[str, Form]) -> XmlSheet:
    sheet = XmlSheet(element.get(f"{S}Name") or "", hidden=_is_hidden(element))
    place = -1
    for row in element.iterfind(f"{S}Table/{S}Row"):
        place = _place(row, place)
        if place >= LAST_ROW:
            break
        sheet.rows += ([] for _ in range(place + 1 - len(sheet.rows)))
        for column, cell in _cells(row):
            sheet.rows[place] += [""] * (column - len(sheet.rows[place]))
            sheet.rows[place].append(_text(cell, forms.get(cell.get(f"{S}StyleID") or "")))
            right, down = _count(cell, "MergeAcross"), _count(cell, "MergeDown")
            if right or down:
                sheet.merges.append(((place, column), (place + down, column + right)))
    return sheet


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with its column: one tells it, or follows the one before and what that spans."""
    column = -1
    for cell in row.iterfind(f"{S}Cell"):
        column = _place(cell, column)
        if column >= LAST_COLUMN:
            return
        yield column, cell
        column += _count(cell, "MergeAcross")


def _place(element: Element, before: int) -> int:
    return max(_count(element, "Index") - 1, before + 1)


def _count(element: Element, name: str) -> int:
    text = element.get(f"{S}{name}") or ""
    return int(text) if text.isdecimal() and len(text) < 8 else 0


def _text(cell: Element, form: Form | None) -> str:
    """A cell as it is printed."""
    data = next((one for one in cell if local(one.tag) == "Data"), None)
    if data is None:
        return ""
    text = "".join(data.itertext())
    value: object = text
    try:
        if data.get(f"{S}Type") == "Number":
            value = float(text)
            text = format(value, ".12g")
        elif data.get(f"{S}Type") == "DateTime":
            value = date.fromisoformat(text[:10])
            text = text[:10]
    except ValueError:
        return text
    return (printed(value, form) if form else None) or text

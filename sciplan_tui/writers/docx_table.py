"""A sheet as the XML of a table in Word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.cell_width import widest_line
from sciplan_tui.core.sheet import Column, Sheet, Value
from sciplan_tui.writers.looks import LOOKS, look
from sciplan_tui.writers.wording import head, worded

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TWIPS = 56.7
"""To a millimetre; Word measures in twentieths of a point."""
_SIGN = 240
"""Twips of a character that stands upright."""
_TALLEST = 5200
_LEAST, _MOST = 5, 60
"""Characters that a column is reckoned with at least and at most; wider text goes on below."""
_HEAD, _HEADING = "E7ECF1", "F3F5F8"
_SIZE, _SMALL = 21, 16
"""Half points: of text, and of text in a table of many columns."""
_MANY = 14
_WIDE, _NARROW = 100, 25
"""Twips beside the text of a cell."""


def table(sheet: Sheet, width: int) -> Element:
    """The table, `width` mm wide: heads, and a row for each row of the sheet; headings are one cell across it."""
    widths = _widths(sheet, width)
    size = _SMALL if len(widths) > _MANY else _SIZE
    made = _made("tbl")
    made.append(_properties(sum(widths), _NARROW if len(widths) > _MANY else _WIDE))
    grid = _made("tblGrid")
    grid.extend(_made("gridCol", w=one) for one in widths)
    made.append(grid)
    made.append(_heads(sheet.columns, widths, size))
    for number, row in enumerate(sheet.rows):
        said = [str(worded(value)) for value in row]
        if number in sheet.headings:
            made.append(_row([_cell("".join(said), sum(widths), size, span=len(widths), fill=_HEADING, bold=True)]))
        else:
            cells = zip(row, said, widths, strict=True)
            made.append(_row([_drawn(value, text, one, size) for value, text, one in cells]))
    return made


def _widths(sheet: Sheet, width: int) -> list[int]:
    """Twips of each column: what its text needs, all together as wide as the page."""
    needed = []
    for place, column in enumerate(sheet.columns):
        texts = [widest_line(str(worded(row[place]))) for n, row in enumerate(sheet.rows) if n not in sheet.headings]
        own = _LEAST if column.title is not None else widest_line(head(column)) + 2
        needed.append(max(own, min(_MOST, max(texts, default=0) + 1)))
    return [int(width * _TWIPS * one / sum(needed)) for one in needed]


def _heads(columns: Sequence[Column], widths: Sequence[int], size: int) -> Element:
    """The heads, those of units and milestones upright; the row stands on every page."""
    heads = [head(column) for column in columns]
    tallest = max(
        (len(text) for text, column in zip(heads, columns, strict=True) if column.title is not None), default=0
    )
    cells = [
        _cell(text, width, size, fill=_HEAD, bold=True, centred=True, upright=column.title is not None)
        for text, width, column in zip(heads, widths, columns, strict=True)
    ]
    row = _row(cells, head=True)
    if tallest:
        height = _made("trHeight", val=min(_TALLEST, _SIGN * (tallest + 1)), hRule="atLeast")
        row[0].insert(1, height)
    return row


def _row(cells: Sequence[Element], *, head: bool = False) -> Element:
    """A row that no page's end breaks."""
    row, properties = _made("tr"), _made("trPr")
    properties.append(_made("cantSplit"))
    if head:
        properties.append(_made("tblHeader"))
    row.append(properties)
    row.extend(cells)
    return row


def _drawn(value: Value, text: str, width: int, size: int) -> Element:
    drawn = LOOKS.get(look(value))
    if drawn is None:
        return _cell(text, width, size, centred=isinstance(value, int | float))
    return _cell(text, width, size, fill=drawn.fill, ink=drawn.ink, bold=drawn.bold, centred=True)


def _cell(
    text: str, width: int, size: int, *, span: int = 1, fill: str = "", ink: str = "", bold: bool = False,
    centred: bool = False, upright: bool = False,
) -> Element:  # fmt: skip
    cell, properties = _made("tc"), _made("tcPr")
    properties.append(_made("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(_made("gridSpan", val=span))
    if fill:
        properties.append(_made("shd", val="clear", color="auto", fill=fill))
    if upright:
        properties.append(_made("textDirection", val="tbRlV"))
    properties.append(_made("vAlign", val="center"))
    cell.append(properties)
    cell.append(_paragraph(text, size, ink=ink, bold=bold, centred=centred))
    return cell


def _paragraph(text: str, size: int, *, ink: str, bold: bool, centred: bool) -> Element:
    """One paragraph; line breaks and tabs are elements of their own."""
    paragraph, run, properties = _made("p"), _made("r"), _made("rPr")
    if centred:
        layout = _made("pPr")
        layout.append(_made("jc", val="center"))
        paragraph.append(layout)
    if bold:
        properties.append(_made("b"))
    if ink:
        properties.append(_made("color", val=ink))
    properties.append(_made("sz", val=size))
    run.append(properties)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(_made("br"))
        _write(run, line)
    paragraph.append(run)
    return paragraph


def _write(run: Element, line: str) -> None:
    for number, text in enumerate(line.split("\t")):
        if number:
            run.append(_made("tab"))
        if text:
            said = _made("t")
            said.text = text
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(said)


def _properties(width: int, beside: int) -> Element:
    """Lines around all cells, columns that stay as wide as they are told, and room beside the text."""
    properties, borders = _made("tblPr"), _made("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_made(side, val="single", sz=4, space=0, color="808080"))
    properties.extend([_made("tblW", w=width, type="dxa"), _made("jc", val="center"), borders])
    properties.append(_made("tblLayout", type="fixed"))
    room = _made("tblCellMar")
    room.extend(_made(side, w=beside, type="dxa") for side in ("left", "right"))
    properties.append(room)
    return properties


def _made(name: str, **attributes: Any) -> Element:
    """An element of Word's own names."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    return OxmlElement(f"w:{name}", {qn(f"w:{key}"): str(value) for key, value in attributes.items()})

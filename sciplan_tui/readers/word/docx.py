""".docx files (Word, WPS): the body's XML walked in order, so that nothing a person sees printed is missed.

What was inserted under tracked changes is read, what was deleted is not; content controls and text boxes are read, each
once; automatic numbers are put back. Headers, footers, notes, comments, hidden text and the table of contents, which
repeats the headings, are left out. Macros and embedded objects are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.laying import Grid, across, lay_out
from sciplan_tui.readers.package import Package, local
from sciplan_tui.readers.word.docx_numbering import Numbering, W, read_numbering
from sciplan_tui.readers.word.tracked_changes import tracked

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ENTERED = frozenset(
    ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent", "rubyBase", "ruby")
)
_MATHS = frozenset(("oMath", "oMathPara"))
_HOLDERS = frozenset(("ins", "moveTo", "customXml", "sdtContent", "smartTag"))
"""Elements around paragraphs, rows or cells that change nothing of what is printed."""
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_LOOKS = re.compile(
    rb"<w:rPr>(?:<w:(?:rFonts|b|bCs|i|iCs|color|kern|sz|szCs|spacing|w|position|highlight|u|shd|bdr|lang|noProof|snapToGrid)"
    rb"(?: [^<>]*)?/>)+</w:rPr>"
)
"""What only says how the letters of a run look: two thirds of what Word writes, and nothing that is read."""
_OFF = ("0", "false", "off", "none")
_CONTENTS = "Table of Contents"


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The paragraphs and tables of the body, and whether changes are tracked in it.

    Raises ReadingError: damaged, protected by a password, nested too deep.
    """
    package = Package(name, data)
    part = _main_part(package)
    root = package.xml(part, without=_LOOKS)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise ReadingError("damaged_file", file=name)
    folder = part.rpartition("/")[0]
    numbering = read_numbering(package.xml(f"{folder}/numbering.xml"), package.xml(f"{folder}/styles.xml"))
    try:
        return lay_out(name, data, "docx", body_blocks(body, numbering), tracked(body))
    except RecursionError:
        raise ReadingError("nested_too_deep", file=name) from None


def body_blocks(body: Element, numbering: Numbering) -> Iterator[str | Grid]:
    """Paragraphs (their text) and tables of a body, in order. Raises RecursionError: nested without end."""
    return _Body(numbering).blocks(body)


def _main_part(package: Package) -> str:
    """The part that holds the text, by the package's own relations; some programs call it document2.xml."""
    relations = package.xml("_rels/.rels")
    for one in () if relations is None else relations.iter(_RELATIONS):
        if (one.get("Type") or "").endswith("/officeDocument"):
            return (one.get("Target") or "").lstrip("/")
    return "word/document.xml"


@dataclass(slots=True)
class _Text:
    """The words of one paragraph as they are gathered, with the text boxes that hang on it."""

    words: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class _Body:
    """One walk through a body. A field's code is no text, its result is; `_held` is what stands before a paragraph
    mark that was deleted: it belongs to the next paragraph.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._fields: list[str] = []
        self._held = ""

    def blocks(self, holder: Element) -> Iterator[str | Grid]:
        """Paragraphs (their text) and tables, in order."""
        for element in holder:
            name = local(element.tag)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield self._grid(element)
            elif name == "sdt":
                yield from () if _is_contents(element) else self.blocks(_content(element))
            elif name == "AlternateContent":
                yield from self.blocks(_choice(element))
            elif name in _HOLDERS:
                yield from self.blocks(element)

    def _paragraph(self, element: Element, *, cell: bool = False) -> Iterator[str | Grid]:
        properties = element.find(_PARAGRAPH_PROPERTIES)
        text = _Text()
        self._gather(element, text)
        words, self._held = self._held + "".join(text.words), ""
        mark = None if properties is None else properties.find(_RUN_PROPERTIES)
        if mark is not None and (_is_on(mark, "del") or _is_on(mark, "moveFrom")):
            self._held = words
            return
        number = self._numbering.number(properties)
        if self._in_contents():
            return
        yield number + words if words.strip() or cell else words
        for box in text.boxes:
            yield from self.blocks(box)

    def _in_contents(self) -> bool:
        return bool(self._fields) and any(code.lstrip().upper().startswith("TOC") for code in self._fields)

    def _gather(self, holder: Element, text: _Text) -> None:
        for element in holder:
            name = local(element.tag)
            if name == "r":
                if not _is_on(element.find(_RUN_PROPERTIES), "vanish"):
                    self._run(element, text)
            elif name in _ENTERED:
                self._gather(element, text)
            elif name == "sdt":
                self._gather(_content(element), text)
            elif name == "AlternateContent":
                self._gather(_choice(element), text)
            elif name in _MATHS:
                text.words += (one.text or "" for one in element.iter() if local(one.tag) == "t")

    def _run(self, run: Element, text: _Text) -> None:
        for element in run:
            name = local(element.tag)
            if name == "t":
                if not (self._fields and self._in_code()):
                    text.words.append(element.text or "")
            elif name in _SIGNS:
                is_page = name == "br" and element.get(f"{W}type") in ("page", "column")
                text.words.append("" if is_page else _SIGNS[name])
            elif name == "fldChar":
                self._field(element.get(f"{W}fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1] += element.text or ""
            elif name == "sym":
                text.words.append(_symbol(element.get(f"{W}char")))
            elif name in ("drawing", "pict", "object"):
                text.boxes += _boxes(element)
            elif name == "AlternateContent":
                self._run(_choice(element), text)
            elif name in _ENTERED:
                self._gather(element, text)

    def _field(self, kind: str | None) -> None:
        """A field opens with its code; from `separate` on its result stands, which `_RESULT` marks."""
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            self._fields[-1] += _RESULT
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _in_code(self) -> bool:
        return any(not code.endswith(_RESULT) for code in self._fields)

    def _grid(self, table: Element) -> Grid:
        """The rows; what a cell spans downwards is filled with its text."""
        grid: Grid = []
        above: dict[int, str] = {}
        for row in _parts(table, "tr"):
            properties = row.find(f"{W}trPr")
            if _is_on(properties, "del"):
                continue
            cells = [""] * (_number(properties, "gridBefore") or 0)
            spanned: dict[int, str] = {}
            for cell in _parts(row, "tc"):
                self._cell(cell, cells, above, spanned)
            above = spanned
            grid.append(cells)
        return grid

    def _cell(self, cell: Element, cells: list[str], above: dict[int, str], spanned: dict[int, str]) -> None:
        properties = cell.find(f"{W}tcPr")
        column = len(cells)
        merge = None if properties is None else properties.find(f"{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart" and column in above:
            text = above[column]
        else:
            text = "" if _is_on(properties, "cellDel") else self._cell_text(cell)
        if merge is not None:
            spanned[column] = text
        cells += across(text, _number(properties, "gridSpan") or 1)

    def _cell_text(self, cell: Element) -> str:
        lines: list[str] = []
        for found in self._cell_blocks(cell):
            if isinstance(found, str):
                lines.append(found)
            else:
                lines += (" ".join(filter(None, row)) for row in found)
        return "\n".join(line for line in lines if line.strip())

    def _cell_blocks(self, cell: Element) -> Iterator[str | Grid]:
        """As `blocks`; but an empty paragraph keeps its number, as those of a column 序号 do."""
        for element in _flattened(cell):
            if local(element.tag) == "p":
                yield from self._paragraph(element, cell=True)
            else:
                yield self._grid(element)


_RESULT = "\0"


def _flattened(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of a cell, whatever stands around them."""
    for element in holder:
        name = local(element.tag)
        if name in ("p", "tbl"):
            yield element
        elif name == "sdt":
            yield from _flattened(_content(element))
        elif name == "AlternateContent":
            yield from _flattened(_choice(element))
        elif name in _HOLDERS:
            yield from _flattened(element)


def _parts(holder: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for element in holder:
        name = local(element.tag)
        if name == wanted:
            yield element
        elif name == "sdt":
            yield from _parts(_content(element), wanted)
        elif name in _HOLDERS:
            yield from _parts(element, wanted)


def _boxes(drawing: Element) -> Iterator[Element]:
    """The texts of the boxes in a drawing; of an alternative, the first form only."""
    for element in drawing:
        name = local(element.tag)
        if name == "txbxContent":
            yield element
        elif name == "AlternateContent":
            yield from _boxes(_choice(element))
        else:
            yield from _boxes(element)


def _choice(alternate: Element) -> Element:
    """What a new program shows, or where there is nothing of that what an old one does: never both."""
    branches: Iterable[Element] = alternate
    return next(iter(branches), alternate.makeelement("none", {}))


def _content(control: Element) -> Element:
    found = control.find(f"{W}sdtContent")
    return control.makeelement("none", {}) if found is None else found


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == _CONTENTS


def _is_on(properties: Element | None, name: str) -> bool:
    """Whether a property that is on by standing there is on."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return found is not None and found.get(f"{W}val") not in _OFF


def _number(properties: Element | None, name: str) -> int | None:
    found = None if properties is None else properties.find(f"{W}{name}")
    text = "" if found is None else found.get(f"{W}val") or ""
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _symbol(code: str | None) -> str:
    """A sign by its code; those of a symbol font have no meaning in text."""
    try:
        value = int(code or "", 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= value < 0xF900 or value > 0xFFFF or 0xD800 <= value < 0xE000 else chr(value)

"""Word documents as one XML file: the format of 2003, in which office systems fill their templates (and call the file
.doc), and the parts of a .docx in one file. Both are read as a .docx is, their elements given its names.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import decode
from sciplan_tui.readers.laying import lay_out
from sciplan_tui.readers.package import local
from sciplan_tui.readers.word.doc_numbering import NAMES
from sciplan_tui.readers.word.docx import body_blocks
from sciplan_tui.readers.word.docx_numbering import Numbering, W, read_numbering
from sciplan_tui.readers.word.tracked_changes import tracked

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_PART = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_RENAMED = {
    "vmerge": "vMerge",
    "hlink": "hyperlink",
    "listPr": "numPr",
    "ilfo": "numId",
    "listDef": "abstractNum",
    "listDefId": "abstractNumId",
    "list": "num",
    "ilst": "abstractNumId",
    "nfc": "numFmt",
}
_AROUND = frozenset(("sect", "sub-section", "annotation", "content"))
"""Elements of other vocabularies that stand around what is printed."""
_HOLDER, _DELETED = f"{W}customXml", f"{W}del"


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The paragraphs and tables of the body. Raises ReadingError: damaged, entities of its own, nested too deep."""
    root = parse_xml(name, data, encoding)
    if local(root.tag) == "package":
        body, numbering = _of_parts(root)
    else:
        for element in root.iter():
            _rename(element)
        body = root.find(f"{W}body")
        numbering = read_numbering(root.find(f"{W}lists"), root.find(f"{W}styles"))
    if body is None:
        raise ReadingError("damaged_file", file=name)
    try:
        return lay_out(name, data, "wordml", body_blocks(body, numbering), tracked(body))
    except RecursionError:
        raise ReadingError("nested_too_deep", file=name) from None


def parse_xml(name: str, data: bytes, encoding: str | None) -> Element:
    """The root of an XML file in any encoding. Raises ReadingError: damaged, entities of its own."""
    text, _ = decode(name, data, encoding)
    if "<!DOCTYPE" in text:
        raise ReadingError("xml_entities", file=name)
    try:
        return ElementTree.fromstring(_DECLARATION.sub("", text, count=1))
    except (ElementTree.ParseError, ValueError):
        raise ReadingError("damaged_file", file=name) from None


def _of_parts(package: Element) -> tuple[Element | None, Numbering]:
    parts = {part.get(f"{_PART}name"): next((root for data in part for root in data), None) for part in package}
    document = parts.get("/word/document.xml")
    body = None if document is None else document.find(f"{W}body")
    return body, read_numbering(parts.get("/word/numbering.xml"), parts.get("/word/styles.xml"))


def _rename(element: Element) -> None:
    """Give an element of 2003 the name that it has in a .docx."""
    name = local(element.tag)
    if element.tag.startswith(_OLD):
        element.tag = W + _RENAMED.get(name, name)
    elif name in _AROUND:
        element.tag = _DELETED if element.get(f"{_OLD}type", "").endswith(".Deletion") else _HOLDER
    for key in [key for key in element.keys() if key.startswith(_OLD)]:  # noqa: SIM118 an element is no mapping
        own = key.removeprefix(_OLD)
        element.set(W + _RENAMED.get(own, own), element.get(key, ""))
    if name == "nfc":
        number = element.get(f"{W}val", "")
        element.set(f"{W}val", NAMES[int(number)] if number.isdecimal() and int(number) < len(NAMES) else "none")

"""A .docx of given body XML, or of the plan."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.readers.builders.plan import Block, Cell, Row

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELATIONS = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{part}"/>'
    "</Relationships>"
)
_LINKS = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{{links}}</Relationships>'
_LINK = (
    '<Relationship Id="{kind}" Target="{kind}.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" '
    f'ContentType="{_WORD}.document.main+xml"/><Override PartName="/word/numbering.xml" '
    f'ContentType="{_WORD}.numbering+xml"/><Override PartName="/word/styles.xml" '
    f'ContentType="{_WORD}.styles+xml"/></Types>'
)
_SPACES = (
    f'xmlns:w="{NAMESPACE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_WIDTH = 1700


def part(element: str, content: str) -> str:
    return f"{HEAD}<w:{element} {_SPACES}>{content}</w:{element}>"


def package(body: str, *, numbering: str = "", styles: str = "", document: str = "word/document.xml") -> bytes:
    """A package with this body; `numbering` and `styles` are the contents of their parts."""
    folder = document.rpartition("/")[0]
    parts = {
        "[Content_Types].xml": _TYPES.format(part=document),
        "_rels/.rels": _RELATIONS.format(part=document),
        document: part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
    }
    kinds = {"numbering": numbering, "styles": styles}
    parts[f"{folder}/_rels/{document.rpartition('/')[2]}.rels"] = _LINKS.format(
        links="".join(_LINK.format(kind=kind) for kind, content in kinds.items() if content)
    )
    if numbering:
        parts[f"{folder}/numbering.xml"] = part("numbering", numbering)
    if styles:
        parts[f"{folder}/styles.xml"] = part("styles", styles)
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in parts.items():
            opened.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run(text) if text else ''}</w:p>"


def numbered(text: str, level: int, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place: int, style: str, text: str, more: str = "") -> str:
    start = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>'
    return f'<w:lvl w:ilvl="{place}">{start}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{more}</w:num>'


def table(rows: list[Row]) -> str:
    columns = sum(cell.across for cell in rows[0]) if rows else 0
    grid = f'<w:gridCol w:w="{_WIDTH}"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, rows))}</w:tbl>"


def _row(row: Row) -> str:
    return f"<w:tr>{''.join(map(_cell, row))}</w:tr>"


def _cell(cell: Cell) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    merge = "" if cell.down == 1 else '<w:vMerge w:val="restart"/>' if cell.down else "<w:vMerge/>"
    width = f'<w:tcW w:w="{cell.across * _WIDTH}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{span}{merge}</w:tcPr>{paragraph(cell.text)}</w:tc>"


def build(blocks: Sequence[Block], *, first: str = "", numbering: str = "", styles: str = "") -> bytes:
    """The blocks; `first` is body XML that stands before them."""
    body = "".join(paragraph(block) if isinstance(block, str) else table(block) for block in blocks)
    return package(first + body, numbering=numbering, styles=styles)

"""Workbooks written by hand: .xlsx and .ods as zips of XML, .xls as BIFF8 records."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.readers.builders import ole
from tests.readers.builders.docx import HEAD, zipped

Value = str | float
Merge = tuple[tuple[int, int], tuple[int, int]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HIDDEN = ' state="hidden"'


def column(place: int) -> str:
    """A, B … Z, AA: the name of a column counted from 0."""
    name, place = "", place + 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def xlsx(
    sheets: Mapping[str, Sequence[Sequence[Value]]],
    merges: Sequence[Merge] = (),
    *,
    hidden: str = "",
    extra: str = "",
    dimension: str = "A1",
) -> bytes:
    """The sheets; `merges` and `extra` (rows as XML) belong to the first. The dimension is wrong, as WPS writes it."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{place}" r:id="r{place}"{_HIDDEN if name == hidden else ""}/>'
        for place, name in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="r{place}" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        for place in range(1, len(names) + 1)
    )
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="{_KIND}.worksheet+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{_KIND}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
    }
    for place, rows in enumerate(sheets.values(), 1):
        own = (merges, extra) if place == 1 else ((), "")
        parts[f"xl/worksheets/sheet{place}.xml"] = _worksheet(rows, *own, dimension)
    return zipped(parts)


def _worksheet(rows: Sequence[Sequence[Value]], merges: Sequence[Merge], extra: str, dimension: str) -> str:
    data = "".join(
        f'<row r="{at}">{"".join(_cell(f"{column(place)}{at}", value) for place, value in enumerate(row))}</row>'
        for at, row in enumerate(rows, 1)
    )
    joined = "".join(
        f'<mergeCell ref="{column(first)}{top + 1}:{column(last)}{bottom + 1}"/>'
        for (top, first), (bottom, last) in merges
    )
    merged = f"<mergeCells>{joined}</mergeCells>" if joined else ""
    content = f'<dimension ref="{dimension}"/><sheetData>{data}{extra}</sheetData>{merged}'
    return f'{HEAD}<worksheet xmlns="{_MAIN}">{content}</worksheet>'


def _cell(place: str, value: Value) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{place}"><v>{value}</v></c>'


def ods(sheets: Mapping[str, Sequence[Sequence[Value]]], merges: Sequence[Merge] = ()) -> bytes:
    """An OpenDocument spreadsheet that ends, as LibreOffice ends them, with a million empty rows."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    tables = "".join(_ods_table(name, rows, merges) for name, rows in sheets.items())
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"{HEAD}<office:document-content {spaces}>{body}</office:document-content>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'{HEAD}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_table(name: str, rows: Sequence[Sequence[Value]], merges: Sequence[Merge]) -> str:
    spans = {top: (bottom[0] - top[0] + 1, bottom[1] - top[1] + 1) for top, bottom in merges}
    written = ""
    for at, row in enumerate(rows):
        cells = "".join(_ods_cell(value, spans.get((at, place))) for place, value in enumerate(row))
        written += f"<table:table-row>{cells}</table:table-row>"
    empty = '<table:table-row table:number-rows-repeated="1048500"><table:table-cell/></table:table-row>'
    return f"<table:table table:name={quoteattr(name)}>{written}{empty}</table:table>"


def _ods_cell(value: Value, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if isinstance(value, str):
        text = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n") if line)
        return f'<table:table-cell office:value-type="string"{spanned}>{text}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"{spanned}/>'


def xls(sheets: Mapping[str, Sequence[Sequence[Value]]], merges: Sequence[Merge] = ()) -> bytes:
    """A BIFF8 workbook; `merges` belong to the first sheet."""
    bodies = [_biff_sheet(rows, merges if not place else ()) for place, rows in enumerate(sheets.values())]
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + CODEPAGE
    length = len(start) + sum(len(_bound(name, 0)) for name in sheets) + 4
    listed = b""
    for name, body in zip(sheets, bodies, strict=True):
        listed += _bound(name, length)
        length += len(body)
    return ole.build({"Workbook": start + listed + _record(0x000A, b"") + b"".join(bodies)})


def _bound(name: str, offset: int) -> bytes:
    return _record(0x0085, struct.pack("<IBBBB", offset, 0, 0, len(name), 1) + name.encode("utf-16-le"))


def _biff_sheet(rows: Sequence[Sequence[Value]], merges: Sequence[Merge]) -> bytes:
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            where = struct.pack("<HHH", at, place, 0)
            if isinstance(value, str):
                body += _record(0x0204, where + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
            else:
                body += _record(0x0203, where + struct.pack("<d", value))
    packed = b"".join(struct.pack("<HHHH", top, bottom, first, last) for (top, first), (bottom, last) in merges)
    return body + _record(0x00E5, struct.pack("<H", len(merges)) + packed) + _record(0x000A, b"")


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


CODEPAGE = _record(0x0042, struct.pack("<H", 1200))
FILEPASS = _record(0x002F, struct.pack("<H", 1))
"""Of the same length: put in place of the other, it says that all that follows is enciphered."""

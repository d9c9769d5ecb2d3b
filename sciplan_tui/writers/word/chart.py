"""Bars in a Word document as a chart of its own, with the workbook behind it in which a person can edit its numbers.

Word, WPS and LibreOffice draw it from the numbers that stand in the chart. Its XML is the one that a spreadsheet's
chart has: it is made in a small workbook, taken from there, and told where that workbook is.
"""

from __future__ import annotations

import datetime
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from sciplan_tui.core.chart import Bars, Chart, bars
from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.writers.chart_text import told
from sciplan_tui.writers.sheet.chart import draw, height
from sciplan_tui.writers.word.page import Page
from sciplan_tui.writers.wording import head, worded

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part
    from docx.text.paragraph import Paragraph

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MM, _PIXEL = 36_000, 9_525
"""In the measure of drawings."""
_WIDEST, _HEAD = 240, 15
"""In mm: of a chart, and of a heading that stands above it on its page."""
_LABEL = '<c:showVal val="1"/>'
_LABEL_ALONE = (
    f'<c:showLegendKey val="0"/>{_LABEL}<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/>'
)
"""A label shows the number; LibreOffice takes it that what a document does not deny is shown as well."""
_PAGE = "data"


def add_chart(made: Document, chart: Chart, sheet: Sheet, page: Page) -> Paragraph | None:
    """The chart in a paragraph at the end of a document; None where it has no bars."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    drawn = bars(chart, sheet)
    if drawn.empty:
        return None
    paragraph = made.add_paragraph("", "Caption")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    related = made.part.relate_to(_part(made, chart, drawn), f"{_RELATED}/chart")
    width = min(page.inner, _WIDEST) * _MM
    most = chart.high if chart.high is not None else page.height - 2 * page.margin - _HEAD
    high = min(height(drawn) * _PIXEL, most * _MM)
    paragraph.add_run()._r.append(_inline(related, made, told(chart, drawn), width, high))
    return paragraph


def _part(made: Document, chart: Chart, drawn: Bars) -> Part:
    """The chart as a part of the document, and within it the workbook."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = made.part.package
    assert package is not None
    number = sum(part.partname.startswith("/word/charts/") for part in package.iter_parts()) + 1
    content = _workbook(chart, drawn)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _BOOK_TYPE, content, package)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, b"", package)
    part._blob = _xml(content, part.relate_to(book, f"{_RELATED}/package"))
    return part


def _workbook(chart: Chart, drawn: Bars) -> bytes:
    """A workbook of what is drawn alone, with the chart."""
    from sciplan_tui.writers.sheet.formats import workbook

    columns = (Column(chart.label, title=""), *(Column(one.column.key, title=head(one.column)) for one in drawn.pieces))
    numbers = zip(*(piece.numbers for piece in drawn.pieces), strict=True)
    rows = tuple((str(worded(name)), *some) for name, some in zip(drawn.names, numbers, strict=True))
    out = io.BytesIO()
    with workbook(out, "", datetime.date(2000, 1, 1)) as made:
        page = made.add_worksheet(_PAGE)
        for number, row in enumerate((tuple(column.title for column in columns), *rows)):
            for place, value in enumerate(row):
                page.write(number, place, value)
        alone = replace(chart, sheet=_PAGE, rows=tuple(range(len(rows))))
        shown, _ = draw(made, alone, Sheet(_PAGE, columns, rows), _PAGE)
        page.insert_chart(len(rows) + 2, 0, shown)
    return out.getvalue()


def _xml(book: bytes, related: str) -> bytes:
    """The chart of a workbook as it stands in a document: it says by `related` where its numbers come from."""
    with ZipFile(io.BytesIO(book)) as parts:
        said = parts.read("xl/charts/chart1.xml").decode()
    said = re.sub("<c:printSettings>.*</c:printSettings>", "", said).replace(_LABEL, _LABEL_ALONE)
    source = f'<c:externalData r:id="{related}"><c:autoUpdate val="0"/></c:externalData>'
    return said.replace("</c:chartSpace>", f"{source}</c:chartSpace>").encode()


def _inline(related: str, made: Document, text: str, width: int, high: int) -> object:
    """The frame in which the chart stands in a line."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    number = len(made.element.xpath("//wp:inline")) + 1
    return parse_xml(
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{high}"/><wp:docPr id="{number}" name="chart {number}" descr={quoteattr(text)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_DRAWN}">'
        f'<c:chart xmlns:c="{_DRAWN}" r:id="{related}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )

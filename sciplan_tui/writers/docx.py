"""A book as a Word document on its side: each sheet a table whose head stands on every page and whose rows stay whole.

The layout is the one in which governments publish a 工作分工表: the title in the middle, a heading as one cell across
the table, 宋体 and 仿宋 for Chinese text. python-docx makes document, page and styles; the tables are written as XML of
our own, since its cells take minutes to fill.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from sciplan_tui.core.book import Book
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import language, say
from sciplan_tui.writers.wording import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

MOST_COLUMNS = 63
"""Of a table in Word."""
_TITLE, _TEXT = "宋体", "仿宋"
_A3, _A4 = (420, 297), (297, 210)
"""Papers on their side, in mm."""
_MARGIN = 18
_A4_COLUMNS = 12
"""So many columns an A4 sheet on its side holds; more go on A3."""


def write(book: Book) -> bytes:
    """The document. WritingError where a sheet has more columns than a table in Word holds."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    from sciplan_tui.writers.docx_table import table

    widest = max(len(sheet.columns) for sheet in book.sheets)
    if widest > MOST_COLUMNS:
        raise WritingError("export_docx_columns", columns=widest, limit=MOST_COLUMNS)
    made = Document()
    paper = _A3 if widest > _A4_COLUMNS else _A4
    _lay(made, paper)
    _dress(made)
    _tell(made, book)
    made.add_paragraph(writable(book.title), "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for sheet in book.sheets:
        made.add_paragraph(_name(sheet), "Heading 1").alignment = WD_ALIGN_PARAGRAPH.CENTER
        made.add_paragraph("")._p.addprevious(table(sheet, paper[0] - 2 * _MARGIN))
    for what, said in book.notes:
        made.add_paragraph(f"{what}: {writable(said)}", "Caption")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _name(sheet: Sheet) -> str:
    return say(f"export.sheet.{sheet.name}")


def _lay(made: Document, paper: tuple[int, int]) -> None:
    """The page on its side: width and height change places with the word that says so."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = made.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(paper[0]), Mm(paper[1])
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)
    _number(page.footer.paragraphs[0]._p)


def _number(paragraph: object) -> None:
    """The number of the page, in the middle of the line below it."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    centred = f'<w:pPr {nsdecls("w")}><w:jc w:val="center"/></w:pPr>'
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for part in (centred, field):
        paragraph.append(parse_xml(part))  # type: ignore[attr-defined]


def _dress(made: Document) -> None:
    """The fonts of all styles in use: one for Latin text, one for Chinese, which Word keeps apart."""
    for name, font, size, bold in (
        ("Normal", _TEXT, 10.5, False),
        ("Title", _TITLE, 20, True),
        ("Heading 1", _TITLE, 14, True),
        ("Caption", _TEXT, 9, False),
    ):
        _font(made.styles[name], font, size, bold=bold)


def _font(style: ParagraphStyle, font: str, size: float, *, bold: bool) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor(0, 0, 0)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
    for line in style.element.xpath("w:pPr/w:pBdr"):
        line.getparent().remove(line)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font if script == "eastAsia" else "Times New Roman")


def _tell(made: Document, book: Book) -> None:
    """What the file says of itself."""
    told = made.core_properties
    told.title, told.author, told.comments = writable(book.title)[:255], "", ""
    told.language = "zh-CN" if language() == "zh" else language()
    told.created = told.modified = datetime.datetime.combine(book.on, datetime.time())

"""An empty Word document ready for Chinese text: its page, the number of the page, fonts, and what it says of itself.

宋体 stands above, 仿宋 is what is read, 黑体 and 楷体 head the parts of a letter; Word keeps the fonts of Latin and of
Chinese text apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sciplan_tui.locale import language
from sciplan_tui.writers.wording import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

SONG, FANG_SONG, HEI, KAI = "宋体", "仿宋", "黑体", "楷体"
_LATIN = "Times New Roman"
_PARTED = 14
"""Points between a table and what stands below it."""
_MOST_TITLE = 255
"""Characters that a file's own title may have."""


class Page(NamedTuple):
    """Width, height and margin of a page in mm; one that is wider than high lies on its side."""

    width: int
    height: int
    margin: int = 18

    @property
    def inner(self) -> int:
        """What is left between the margins."""
        return self.width - 2 * self.margin

    @property
    def on_its_side(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


A4, A3 = Page(297, 210), Page(420, 297)
"""On their side, for tables."""
LETTER, UPRIGHT = Page(210, 297, 27), Page(210, 297)
"""Upright, for text, and for tables among text."""
_A4_COLUMNS = 12
"""So many columns an A4 sheet on its side holds; more go on A3."""


def page_for(columns: int) -> Page:
    """The page on its side that holds a table of so many columns."""
    return A3 if columns > _A4_COLUMNS else A4


class Font(NamedTuple):
    """The font of Chinese text in a style, its size in points, and the points before and after a paragraph (`below`:
    after it, where not as many).
    """

    style: str
    face: str
    size: float
    bold: bool = False
    around: float = 2
    below: float | None = None


_ids: dict[str, str] = {}
"""By the name of a style its id: all documents begin with the same styles, and looking them up each time takes longer
than writing the paragraphs."""


def paragraph(made: Document, style: str) -> Paragraph:
    """An empty paragraph at the end of a document, in a style."""
    if style not in _ids:
        _ids[style] = made.styles[style].style_id
    added = made.add_paragraph()
    added._p.style = _ids[style]
    return added


def make_thin(empty: Paragraph) -> None:
    """Let it part what stands above it from what stands below, and never fill a page of its own: a table that ends
    with its page has room for it."""
    from docx.shared import Pt

    form = empty.paragraph_format
    form.line_spacing, form.space_before, form.space_after = Pt(1), Pt(0), Pt(_PARTED)


def document(title: str, on: datetime.date, page: Page, fonts: Iterable[Font], foot: str = "") -> Document:
    """The document, empty, with these fonts in its styles; `foot` stands on each page before its number."""
    from docx import Document

    made = Document()
    _lay(made.sections[0], page)
    _number(made.sections[0].footer.paragraphs[0], foot)
    for font in fonts:
        _dress(made.styles[font.style], font)
    _tell(made, title, on)
    return made


def turn(made: Document, page: Page) -> None:
    """From here on the pages are such; the line below them stays. The paragraph that stood last bears the turn: one of
    its own would fill a page where that paragraph ends one."""
    from docx.enum.section import WD_SECTION

    last = made.paragraphs[-1]
    _lay(made.add_section(WD_SECTION.NEW_PAGE), page)
    bearer = made.paragraphs[-1]
    if last._p.getnext() is bearer._p:
        last._p.set_sectPr(bearer._p.pPr.sectPr)
        bearer._p.getparent().remove(bearer._p)


def _lay(laid: Section, page: Page) -> None:
    """A page on its side has a word that says so, beside its width and height."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    laid.orientation = WD_ORIENT.LANDSCAPE if page.on_its_side else WD_ORIENT.PORTRAIT
    laid.page_width, laid.page_height = Mm(page.width), Mm(page.height)
    laid.left_margin = laid.right_margin = laid.top_margin = laid.bottom_margin = Mm(page.margin)


def _number(below: Paragraph, foot: str) -> None:
    """The number of the page, in the middle of the line below it, after what else stands there."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    centred = f'<w:pPr {nsdecls("w")}><w:jc w:val="center"/></w:pPr>'
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    below._p.append(parse_xml(centred))
    if foot:
        below.style = "Caption"
        below.add_run(f"{writable(foot)}　　")
    below._p.append(parse_xml(field))


def _dress(style: ParagraphStyle, font: Font) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.size, style.font.bold, style.font.color.rgb = Pt(font.size), font.bold, RGBColor(0, 0, 0)
    style.paragraph_format.space_before = Pt(font.around)
    style.paragraph_format.space_after = Pt(font.around if font.below is None else font.below)
    for line in style.element.xpath("w:pPr/w:pBdr"):
        line.getparent().remove(line)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{script}"), font.face if script == "eastAsia" else _LATIN)


def _tell(made: Document, title: str, on: datetime.date) -> None:
    """What the file says of itself."""
    told = made.core_properties
    told.title, told.author, told.comments = writable(title)[:_MOST_TITLE], "", ""
    told.language = "zh-CN" if language() == "zh" else language()
    told.created = told.modified = datetime.datetime.combine(on, datetime.time())

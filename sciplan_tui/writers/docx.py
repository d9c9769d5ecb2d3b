"""A book as a Word document on its side: each sheet a table whose head stands on every page and whose rows stay whole,
with its charts below. What has more units than a page holds is a table for some of them and then for others.

The layout is the one in which governments publish a 工作分工表: the title in the middle, a heading as one cell across
the table. python-docx makes document, page and styles; the tables are written as XML of our own, since its cells take
minutes to fill.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.book import Book
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.wide_sheet import side_by_side, told
from sciplan_tui.locale import say
from sciplan_tui.writers.word.file import TablesAside, save
from sciplan_tui.writers.word.page import FANG_SONG, SONG, Font, Page, document, page_for
from sciplan_tui.writers.wording import title, writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONTS = (
    Font("Normal", FANG_SONG, 10.5),
    Font("Title", SONG, 20, bold=True),
    Font("Heading 1", SONG, 14, bold=True),
    Font("Caption", FANG_SONG, 9),
)


def write(book: Book) -> bytes:
    """The document. WritingError where a sheet has more columns than a table in Word holds."""
    from sciplan_tui.writers.word.table import widest

    tables = [(sheet, side_by_side(sheet)) for sheet in book.sheets]
    page = page_for(widest(part for _, parts in tables for part in parts))
    made, aside = document(book.title, book.on, page, _FONTS, book.state), TablesAside()
    _centre(made, book.title, "Title")
    for sheet, parts in tables:
        _set(made, aside, parts, page)
        _draw(made, book, sheet, page)
    for what, said in book.notes:
        made.add_paragraph(say("word.noted", what=what, said=writable(said)), "Caption")
    return save(made, aside)


def _set(made: Document, aside: TablesAside, parts: Sequence[Sheet], page: Page) -> None:
    """A sheet under its name; each further part of it begins a page."""
    from sciplan_tui.writers.word.table import add_table

    for number, part in enumerate(parts, 1):
        of = told(part, number, len(parts)) if len(parts) > 1 else ""
        _centre(made, title(part) + of, "Heading 1").paragraph_format.page_break_before = number > 1
        add_table(made, aside, part, page.inner)


def _draw(made: Document, book: Book, sheet: Sheet, page: Page) -> None:
    from sciplan_tui.writers.word.chart import add_chart

    for chart in book.charts:
        if chart.sheet == sheet.name:
            add_chart(made, chart, sheet, page)


def _centre(made: Document, text: str, style: str) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    added = made.add_paragraph(writable(text), style)
    added.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return added

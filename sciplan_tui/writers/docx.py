"""A book as a Word document on its side: each sheet a table whose head stands on every page and whose rows stay whole,
with its charts below.

The layout is the one in which governments publish a 工作分工表: the title in the middle, a heading as one cell across
the table. python-docx makes document, page and styles; the tables are written as XML of our own, since its cells take
minutes to fill.
"""

from __future__ import annotations

from sciplan_tui.core.book import Book
from sciplan_tui.locale import say
from sciplan_tui.writers.docx_file import TablesAside, save
from sciplan_tui.writers.docx_page import FANG_SONG, SONG, Font, document, page_for
from sciplan_tui.writers.wording import title, writable

_FONTS = (
    Font("Normal", FANG_SONG, 10.5),
    Font("Title", SONG, 20, bold=True),
    Font("Heading 1", SONG, 14, bold=True),
    Font("Caption", FANG_SONG, 9),
)


def write(book: Book) -> bytes:
    """The document. WritingError where a sheet has more columns than a table in Word holds."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    from sciplan_tui.writers.docx_chart import add_chart
    from sciplan_tui.writers.docx_table import add_table, widest

    page = page_for(widest(book.sheets))
    made, tables = document(book.title, book.on, page, _FONTS, book.state), TablesAside()
    made.add_paragraph(writable(book.title), "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
    for sheet in book.sheets:
        made.add_paragraph(title(sheet), "Heading 1").alignment = WD_ALIGN_PARAGRAPH.CENTER
        add_table(made, tables, sheet, page.inner)
        for chart in book.charts:
            if chart.sheet == sheet.name:
                add_chart(made, chart, sheet, page)
    for what, said in book.notes:
        made.add_paragraph(say("word.noted", what=what, said=writable(said)), "Caption")
    return save(made, tables)

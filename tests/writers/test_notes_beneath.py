"""What is told beneath a table stands beneath it in every format for people, and in none for programs."""

from __future__ import annotations

import io

import docx as docx_reader
import openpyxl
import pytest
from hypothesis import given, settings
from lxml import html as html_reader
from markdown_it import MarkdownIt
from openpyxl.utils.escape import unescape

from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers import csv, docx, html, json, md, xlsx
from sciplan_tui.writers.word.table import NOTES_APART
from sciplan_tui.writers.wording import writable
from tests.writers.odd_sheets import book, sheets

SHEET = Sheet(
    "tasks",
    (Column("path"), Column("title")),
    (("2.1", "科普"),),
    notes=(("完成", "mark:2023=done"), ("=1+1", "长" * 300)),
)


def told(sheet: Sheet) -> list[str]:
    return [f"{writable(what)}：{writable(said)}" for what, said in sheet.notes]


def of_xlsx(sheet: Sheet) -> list[str]:
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(sheet))))[say(f"export.sheet.{sheet.name}")]
    rows = list(page.iter_rows(min_row=len(sheet.rows) + 3, max_col=1))
    assert all(cell.data_type in "sn" for row in rows for cell in row)
    return [unescape(str(row[0].value)) for row in rows]


def of_docx(sheet: Sheet) -> list[str]:
    """The caption before those of the book."""
    made = docx_reader.Document(io.BytesIO(docx.write(book(sheet))))
    captions = [one.text for one in made.paragraphs if one.style is not None and one.style.name == "Caption"]
    assert len(captions) == 1 + len(book().notes)
    return [captions[0]]


def of_html(sheet: Sheet) -> list[str]:
    page = html_reader.fromstring(html.write(book(sheet)).decode(), parser=html_reader.HTMLParser(huge_tree=True))
    return ["：".join(part.text_content() for part in one) for one in page.xpath("//section//dl/div")]


def of_md(sheet: Sheet) -> list[str]:
    """The items of the last list of the page, where it has one behind the table."""
    tokens = MarkdownIt("commonmark").enable("table").parse(md.write(book(sheet)).decode())
    behind = tokens[[token.type for token in tokens].index("table_close") :]
    inline = [token.children or [] for token in behind if token.type == "inline"]
    return ["".join("\n" if one.type == "html_inline" else one.content for one in some) for some in inline]


READ = {"xlsx": of_xlsx, "docx": of_docx, "html": of_html, "md": of_md}


@pytest.mark.parametrize("form", READ)
def test_notes_stand_beneath_the_table(form: str) -> None:
    assert READ[form](SHEET) == ([NOTES_APART.join(told(SHEET))] if form == "docx" else told(SHEET))


@settings(max_examples=20, deadline=None)
@given(sheets())
def test_any_text_may_stand_there(made: Sheet) -> None:
    assert of_xlsx(made) == told(made)
    assert of_docx(made) == [NOTES_APART.join(told(made))]
    assert of_html(made) == told(made)
    assert [text.strip() for text in of_md(made)] == [text.strip() for text in told(made)]


def test_a_note_is_as_high_as_its_text_and_as_wide_as_the_table() -> None:
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(SHEET))))[say("export.sheet.tasks")]
    merged = sorted(page.merged_cells.ranges, key=lambda one: one.min_row)
    assert [(one.min_row, one.max_row, one.min_col) for one in merged] == [(4, 4, 1), (5, 5, 1)]
    assert merged[0].max_col > 2, "a narrow table has a wider note"
    assert page.row_dimensions[5].height >= 15 * 600 / 75
    assert page.auto_filter.ref == "A1:B2"


def test_programs_get_the_table_alone() -> None:
    bare = Sheet(SHEET.name, SHEET.columns, SHEET.rows)
    assert csv.write_sheet(SHEET) == csv.write_sheet(bare)
    assert json.write_sheet(SHEET) == json.write_sheet(bare)

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from sciplan_tui.core.matrix import Cell
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Column, Names, Sheet
from sciplan_tui.core.wide_sheet import side_by_side
from sciplan_tui.errors import WritingError
from sciplan_tui.writers import docx as docx_writer
from tests.writers.odd_sheets import HOSTILE, book, sheets
from tests.writers.reading_back import of_docx, said

DIVISION = Sheet(
    "division",
    (Column("place"), Column("content"), Column("lead", word="leading")),
    ((None, "二、重点任务", None), (1, "(一)青少年行动\n1.科普", Names(("市教育局", "市科协"), more=True))),
    frozenset({0}),
)


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_any_text_comes_back_cell_for_cell(made: Sheet) -> None:
    assert of_docx(docx_writer.write(book(made))) == [said(made)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_document(text: str) -> None:
    made = Sheet("tasks", (Column("path"), Column("title")), ((text, text),))
    assert of_docx(docx_writer.write(book(made))) == [said(made)]


def test_a_share_stands_as_the_numbers_beside_it_do() -> None:
    made = Sheet("totals", tuple(map(Column, ("title", "tasks", "share"))), (("科普", 39, "21%"),))
    cells = docx.Document(io.BytesIO(docx_writer.write(book(made)))).tables[0].rows[1].cells
    assert [cell.paragraphs[0].alignment is not None for cell in cells] == [False, True, True]


def test_the_division_of_work_is_laid_out_as_it_is_published() -> None:
    made = docx.Document(io.BytesIO(docx_writer.write(book(DIVISION))))
    rows = made.tables[0]._tbl.tr_lst
    assert of_docx(docx_writer.write(book(DIVISION)))[0][1:] == [
        ["二、重点任务"],
        ["1", "(一)青少年行动\n1.科普", "市教育局、市科协等"],
    ]
    assert rows[1].tc_lst[0].grid_span == 3
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    page = made.sections[0]
    assert page.page_width > page.page_height
    assert str(page.orientation).startswith("LANDSCAPE")


def test_chinese_text_has_chinese_fonts() -> None:
    made = docx.Document(io.BytesIO(docx_writer.write(book(DIVISION))))
    for style, font in (("Normal", "仿宋"), ("Title", "宋体"), ("Heading 1", "宋体")):
        fonts = made.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_many_columns_go_on_a3_with_their_units_upright() -> None:
    columns = (Column("title"), *(Column(f"unit:{n}", f"市某某局{n}") for n in range(20)))
    made = Sheet("matrix", columns, (("科普", *[(Cell(Role.LEAD),)] * 20),))
    found = docx.Document(io.BytesIO(docx_writer.write(book(made))))
    assert round(found.sections[0].page_width.mm) == 420
    head = found.tables[0]._tbl.tr_lst[0]
    assert [len(cell.xpath("w:tcPr/w:textDirection")) for cell in head.tc_lst] == [0] + [1] * 20
    fills = found.tables[0]._tbl.tr_lst[1].xpath("w:tc/w:tcPr/w:shd/@w:fill")
    assert set(fills) == {"1F4E79"}


def test_more_units_than_a_page_holds_are_tables_with_the_tasks_at_the_left_of_each() -> None:
    units = [Column(f"unit:{n}", f"局{n}", unit_class="government") for n in range(70)]
    row = ("2.1", "科普", *[(Cell(Role.LEAD),), *[None] * 68, (Cell(Role.SUPPORT),)])
    made = Sheet("matrix", (Column("path"), Column("title"), *units), (row,))
    content = docx_writer.write(book(made))
    whole = [said(part) for part in side_by_side(made)]
    assert of_docx(content) == whole
    assert [table[1][:2] for table in whole] == [["2.1", "科普"]] * 2
    heads = [p for p in docx.Document(io.BytesIO(content)).paragraphs if p.style.name == "Heading 1"]
    assert [head.text for head in heads] == [
        "任务与单位矩阵（1／2：政府部门）",
        "任务与单位矩阵（2／2：政府部门）",
    ]
    assert heads[1].paragraph_format.page_break_before


def test_more_columns_than_word_holds_are_refused() -> None:
    made = Sheet("tasks", tuple(Column("path") for _ in range(64)), ())
    with pytest.raises(WritingError, match="63"):
        docx_writer.write(book(made))


def test_no_page_begins_with_the_notes_of_a_table_alone_or_ends_with_its_heads() -> None:
    rows = tuple((f"2.{n}", f"任务{n}") for n in range(5))
    made = Sheet("tasks", (Column("path"), Column("title")), rows, notes=(("查询", "x"),))
    (table,) = docx.Document(io.BytesIO(docx_writer.write(book(made)))).tables
    kept = [all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells) for row in table.rows]
    assert kept == [True, True, False, False, True, True]


def test_text_that_reads_like_the_mark_of_a_table_stays_text() -> None:
    """Tables are put in where marks stand while the file is written; no text becomes one."""
    mark = "<!--table 0-->"
    made = Sheet("tasks", (Column("path"), Column("title")), ((mark, "科普"),), notes=((mark, mark),))
    content = docx_writer.write(replace(book(made), title=mark))
    whole = docx.Document(io.BytesIO(content))
    assert [[cell.text for cell in row.cells] for row in whole.tables[0].rows][1:] == [[mark, "科普"]]
    assert len(whole.tables) == 1
    assert whole.paragraphs[0].text == mark

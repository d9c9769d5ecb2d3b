from __future__ import annotations

import datetime
import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings

from sciplan_tui.core.paper import Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import say
from sciplan_tui.writers import paper, paper_md
from sciplan_tui.writers.wording import writable
from tests.writers.odd_sheets import HOSTILE, ON, sheets
from tests.writers.reading_back import of_docx, said

SHEET = Sheet("tasks", (Column("path"), Column("title")), (("2.1", "科普"),), notes=(("完成", "mark:2023=done"),))


def opened(*blocks: object, landscape: bool = False) -> Document:
    made = Paper("致 <甲> 的函", blocks, landscape)  # type: ignore[arg-type]
    return docx.Document(io.BytesIO(paper.write(made, ON)))


def test_blocks_stand_in_their_order_with_a_table_among_them() -> None:
    made = opened(Heading("一、概况"), Line("前"), SHEET, SHEET, Line("后"))
    kinds = [element.tag.rpartition("}")[2] for element in made.element.body]
    assert kinds == ["p", "p", "p", "tbl", "p", "tbl", "p", "p", "sectPr"]
    texts = ["致 <甲> 的函", "一、概况", "前", "完成：mark:2023=done", "完成：mark:2023=done", "后"]
    assert [one.text for one in made.paragraphs] == texts


def test_lines_stand_at_their_places() -> None:
    lines = {one.text: one for one in opened(*(Line(place, place) for place in Place)).paragraphs[1:]}
    body = lines["body"].paragraph_format
    assert body.first_line_indent is not None
    assert body.first_line_indent.pt == 32
    assert lines["flush"].paragraph_format.first_line_indent is None
    assert "RIGHT" in str(lines["right"].alignment)
    assert "CENTER" in str(lines["centre"].alignment)
    assert lines["small"].style is not None
    assert lines["small"].style.name == "Caption"
    small = lines["small"].style.paragraph_format
    assert small.space_after > 2 * small.space_before, "the next line of a letter does not touch it"


@pytest.mark.parametrize("block", [Heading("一"), Line("一"), SHEET])
def test_what_follows_a_break_begins_a_page(block: object) -> None:
    breaking = [one.paragraph_format.page_break_before for one in opened(Line("前"), PageBreak(), block).paragraphs]
    assert breaking.count(True) == 1
    assert breaking[2] is True


def test_a_table_that_fills_its_page_leaves_no_empty_one_behind() -> None:
    """What parts it from the next takes next to no room, and bears the turn of the page itself."""
    bare = replace(SHEET, notes=())
    made = opened(bare, PageBreak(landscape=True), bare, bare)
    kinds = [element.tag.rpartition("}")[2] for element in made.element.body]
    assert kinds == ["p", "tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]
    assert [bool(one._p.xpath("w:pPr/w:sectPr")) for one in made.paragraphs] == [False, True, False, False]
    assert all(one.paragraph_format.line_spacing == Pt(1) for one in made.paragraphs[1:])
    assert [section.page_width > section.page_height for section in made.sections] == [False, True]


def test_gaps_are_shaded_and_years_are_not() -> None:
    gaps = f"{say('paper.gap')}{say('paper.gap_of', what='经费')}"
    runs = opened(Line(f"湘政〔2021〕4号，{gaps}。")).paragraphs[1].runs
    assert "".join(run.text for run in runs if run.font.highlight_color) == gaps


@pytest.mark.parametrize("landscape", [True, False])
def test_the_page_and_its_fonts(landscape: bool) -> None:
    made = opened(Line("字"), landscape=landscape)
    page = made.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (page.page_width > page.page_height) == landscape
    head = "宋体" if landscape else "黑体"
    for style, face in (("Body Text", "仿宋"), ("Title", "宋体"), ("Heading 1", head), ("Normal", "仿宋")):
        assert made.styles[style].element.rPr.rFonts.get(qn("w:eastAsia")) == face


def test_headings_of_a_letter_are_set_in_as_its_text_is() -> None:
    for landscape in (False, True):
        heading = opened(Heading("一、概况"), landscape=landscape).paragraphs[1].paragraph_format
        assert (heading.first_line_indent is None) == landscape


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_paper(text: str) -> None:
    made = opened(Heading(text), Line(text))
    assert [one.text for one in made.paragraphs[1:]] == [writable(text)] * 2


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_tables_come_back_cell_for_cell(sheet: Sheet) -> None:
    assert of_docx(paper.write(Paper("表", (sheet,), landscape=True), ON)) == [said(sheet)]


def test_a_table_that_word_does_not_hold_is_refused() -> None:
    wide = Sheet("matrix", tuple(Column(f"unit:{n}", "局") for n in range(64)), ())
    with pytest.raises(WritingError, match="63"):
        paper.write(Paper("表", (wide,)), ON)


def test_the_same_paper_is_dated_by_the_day_that_is_told() -> None:
    made = docx.Document(io.BytesIO(paper.write(Paper("表", ()), datetime.date(2023, 1, 2))))
    assert made.core_properties.created.isoformat().startswith("2023-01-02")


def test_a_task_that_yielded_its_path_is_told_by_the_place_it_had() -> None:
    rows = (("2.2.1'", "2.2 2.2.1' 2.2.1", "path:2.2.1'"), ("2.2.1", "2.2.1", None))
    sheet = Sheet("late", (Column("path"), Column("paths"), Column("query")), rows)
    (table,) = opened(sheet).tables
    assert [cell.text for row in table.rows[1:] for cell in row.cells] == [
        *("原 2.2.1", "2.2、原 2.2.1、2.2.1", "path:2.2.1'"),
        *("2.2.1", "2.2.1", ""),
    ]
    assert "原 2.2.1" in paper_md.write(Paper("题", (sheet,)), ON).decode()

"""Charts in workbooks and documents: drawn of the cells of their sheet, with what these say, for every program."""

from __future__ import annotations

import io
from dataclasses import replace
from zipfile import ZipFile

import docx as docx_reader
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.utils.escape import unescape

from sciplan_tui.core.chart import Chart, bars
from sciplan_tui.core.paper import Line, PageBreak, Paper
from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers import docx, paper, xlsx
from sciplan_tui.writers.looks import FILLS, OTHER_FILLS, fill
from sciplan_tui.writers.wording import writable
from tests.writers.chart_cases import CHART, COUNTS, NAMES, NUMBERS, PIECES, drawn_book
from tests.writers.odd_sheets import ON, TEXT

C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
SERIES = f"{{{C['c']}}}ser"
Series = dict[str, tuple[str, list[str], str, list[float]]]


def charts_of(content: bytes, folder: str) -> list[bytes]:
    with ZipFile(io.BytesIO(content)) as parts:
        return [parts.read(name) for name in sorted(parts.namelist()) if name.startswith(f"{folder}/charts/chart")]


def series(chart: bytes) -> Series:
    """By the name of a series where its names are, what they are, where its numbers are, and what they are."""
    found: Series = {}
    for one in etree.fromstring(chart).iterfind(".//c:ser", C):
        said = {what: one.find(f"c:{what}//c:f", C).text for what in ("tx", "cat", "val")}
        cached = {what: [v.text or "" for v in one.iterfind(f"c:{what}//c:v", C)] for what in ("tx", "cat", "val")}
        found[cached["tx"][0]] = (said["cat"], cached["cat"], said["val"], [float(v) for v in cached["val"]])
    return found


def test_a_workbook_draws_the_cells_of_its_sheet() -> None:
    [chart] = charts_of(xlsx.write(drawn_book()), "xl")
    page = say("export.sheet.by_action")
    for place, (name, (names_at, names, numbers_at, numbers)) in enumerate(series(chart).items()):
        assert (name, numbers) == list(NUMBERS.items())[place]
        assert names == NAMES
        assert names_at == f"{page}!$B$3:$B$5"
        assert numbers_at == f"{page}!${'DEF'[place]}$3:${'DEF'[place]}$5"


def test_a_chart_says_whose_it_is_and_what_it_leaves_out() -> None:
    chart = replace(CHART, rows=(1, 2, 3), part="甲<市>", left_out=7)
    book, letter = drawn_book(chart), Paper("方案", (COUNTS, chart))
    for content, folder in ((xlsx.write(book), "xl"), (docx.write(book), "word"), (paper.write(letter, ON), "word")):
        [one] = charts_of(content, folder)
        said = "".join(etree.fromstring(one).find("c:chart/c:title", C).itertext())
        assert said.startswith("甲<市>：")
        assert said.endswith("（任务最多的 3 个，共 10 个）")


def test_a_piece_too_narrow_for_its_number_has_none() -> None:
    """Else those that stand side by side run together."""
    rows = (("2.1", "长", 100, 1, 4, 95), ("2.2", "短", 3, 3, 0, 0))
    [chart] = charts_of(xlsx.write(drawn_book(sheet=replace(COUNTS, rows=rows, headings=frozenset()))), "xl")
    gone = "c:dLbls/c:dLbl[c:delete]/c:idx"
    left_out = [[one.get("val") for one in each.iterfind(gone, C)] for each in etree.fromstring(chart).iter(SERIES)]
    assert left_out == [["0", "1"], ["1"], ["1"]]


def test_no_bar_is_without_its_name_however_narrow_it_is() -> None:
    """Excel asks for the interval, LibreOffice that names are said to lie level."""
    for content, folder in ((xlsx.write(drawn_book()), "xl"), (docx.write(drawn_book()), "word")):
        names = etree.fromstring(charts_of(content, folder)[0]).find(".//c:catAx", C)
        assert names.find("c:tickLblSkip", C).get("val") == "1"
        assert names.find("c:txPr", C)[0].get("rot") == "0"


def test_what_is_drawn_is_what_the_cells_hold() -> None:
    content = xlsx.write(drawn_book())
    page = openpyxl.load_workbook(io.BytesIO(content))[say("export.sheet.by_action")]
    for names_at, names, numbers_at, numbers in series(charts_of(content, "xl")[0]).values():
        assert [cell.value for (cell,) in page[names_at.partition("!")[2].replace("$", "")]] == names
        assert [cell.value for (cell,) in page[numbers_at.partition("!")[2].replace("$", "")]] == numbers


def test_rows_that_do_not_follow_each_other_are_named_one_by_one() -> None:
    [chart] = charts_of(xlsx.write(drawn_book(replace(CHART, rows=(1, 3)))), "xl")
    page = say("export.sheet.by_action")
    names_at, names, _, numbers = series(chart)["未标"]
    assert names_at == f"({page}!$B$3,{page}!$B$5)"
    assert (names, numbers) == ([NAMES[0], NAMES[2]], [0, 5])


def test_a_document_has_the_numbers_and_a_workbook_to_edit_them() -> None:
    content = docx.write(drawn_book())
    [chart] = charts_of(content, "word")
    assert {name: numbers for name, (*_, numbers) in series(chart).items()} == NUMBERS
    assert [names for _, names, *_ in series(chart).values()] == [NAMES] * 3
    with ZipFile(io.BytesIO(content)) as parts:
        related = etree.fromstring(parts.read("word/charts/_rels/chart1.xml.rels"))[0].get("Target")
        assert related == "../embeddings/chart1.xlsx"
        held = openpyxl.load_workbook(io.BytesIO(parts.read("word/embeddings/chart1.xlsx")))["data"]
    assert [[cell.value for cell in row] for row in held.iter_rows(min_row=2)] == [
        [name, *numbers] for name, *numbers in zip(NAMES, *NUMBERS.values(), strict=True)
    ]
    assert etree.fromstring(chart).find("c:externalData", C) is not None


def test_a_label_shows_the_number_and_nothing_else() -> None:
    [chart] = charts_of(docx.write(drawn_book()), "word")
    for label in etree.fromstring(chart).iterfind(".//c:dLbls", C):
        shown = {one.tag.rpartition("}")[2]: one.get("val") for one in label if "show" in one.tag}
        assert [name for name, value in shown.items() if value == "1"] == ["showVal"]
        assert len(shown) == 6


def test_it_is_told_in_words_for_who_does_not_see_it() -> None:
    made = docx_reader.Document(io.BytesIO(docx.write(drawn_book())))
    [told] = made.element.xpath("//wp:docPr/@descr")
    assert "农民：推进中 1、未标 3" in told
    with ZipFile(io.BytesIO(xlsx.write(drawn_book()))) as parts:
        assert "农民：推进中 1、未标 3" in parts.read("xl/drawings/drawing1.xml").decode()


def test_a_chart_that_the_page_has_no_room_for_has_a_sheet_of_its_own() -> None:
    def sheets(rows: int) -> list[str]:
        counts = Sheet("by_action", COUNTS.columns, COUNTS.rows[1:2] * rows)
        chart = replace(CHART, rows=tuple(range(min(rows, 20))))
        return openpyxl.load_workbook(io.BytesIO(xlsx.write(drawn_book(chart, sheet=counts)))).sheetnames

    name, notes = say("export.sheet.by_action"), say("export.sheet.notes")
    assert sheets(4) == [name, notes]
    assert sheets(40) == [name, say("export.charts"), notes]


def test_a_paper_draws_the_sheet_before_the_chart() -> None:
    other = Sheet("by_action", COUNTS.columns, COUNTS.rows[2:3])
    made = paper.write(Paper("表", (CHART, COUNTS, CHART, other, PageBreak(), CHART, Line("后"))), ON)
    names = [series(chart)["完成"][1] for chart in charts_of(made, "word")]
    assert names == [NAMES, NAMES, ["农民"]]
    paragraphs = docx_reader.Document(io.BytesIO(made)).paragraphs
    assert [one.paragraph_format.page_break_before for one in paragraphs].count(True) == 1


@pytest.mark.parametrize("chart", [replace(CHART, rows=()), replace(CHART, pieces=("none",))])
def test_what_has_no_bars_is_not_drawn(chart: Chart) -> None:
    assert charts_of(docx.write(drawn_book(chart)), "word") == []
    assert charts_of(xlsx.write(drawn_book(chart)), "xl") == []


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4))
def test_any_text_may_name_a_bar(names: list[str]) -> None:
    rows = tuple((name, 1, 2) for name in names)
    counts = Sheet("by_action", (Column("title"), Column("done"), Column("late", title=names[0])), rows)
    made = drawn_book(replace(CHART, pieces=("done", "late")), sheet=counts)
    for content, folder in ((docx.write(made), "word"), (xlsx.write(made), "xl")):
        [chart] = charts_of(content, folder)
        for _, found, _, numbers in series(chart).values():
            assert numbers in ([1.0] * len(names), [2.0] * len(names))
            assert [unescape(one) for one in found] == [writable(name) for name in names]


def test_the_same_book_is_the_same_workbook() -> None:
    assert xlsx.write(drawn_book()) == xlsx.write(drawn_book())


def test_states_differ_in_pattern_or_in_light_and_not_in_colour_alone() -> None:
    def light(colour: str) -> int:
        return sum(int(colour[at : at + 2], 16) * share for at, share in ((0, 299), (2, 587), (4, 114))) // 1000

    drawn = [FILLS[state] for state in FILLS if state not in ("late", "tasks")]
    for place, one in enumerate(drawn):
        for other in drawn[place + 1 :]:
            assert one.pattern != other.pattern or abs(light(one.ink) - light(other.ink)) > 60
    assert fill("done", 3) is FILLS["done"]
    assert fill("matters", 5) is OTHER_FILLS[1]


def test_bars_are_as_long_as_their_pieces() -> None:
    drawn = bars(CHART, COUNTS)
    assert drawn.rows == (1, 2, 3)
    assert [piece.column.key for piece in drawn.pieces] == list(PIECES)
    assert drawn.longest == 8

"""LibreOffice opens what is written, and turns it into pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from sciplan_tui.core.matrix import Cell
from sciplan_tui.core.paper import Heading, Line, PageBreak, Paper
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Column, Names, Sheet
from sciplan_tui.writers import docx, paper, xlsx
from tests.office import OFFICE, to_pdf
from tests.writers.chart_cases import CHART, COUNTS, NAMES, drawn_book
from tests.writers.odd_sheets import ON, book

pytestmark = pytest.mark.skipif(OFFICE is None, reason="NO LIBREOFFICE: written files are not opened; install it")

UNITS = [f"市某某{n}局" for n in range(40)]
MATRIX = Sheet(
    "matrix",
    (Column("path"), Column("title"), *(Column(f"unit:{n}", name) for n, name in enumerate(UNITS))),
    tuple((f"2.{n}", f"任务{n}=1+1", *[(Cell(Role.LEAD),)] * 40) for n in range(240)),
)
DIVISION = Sheet(
    "division",
    (Column("place"), Column("content"), Column("lead", word="leading")),
    tuple((n, f"工作{n}\n下级 <{n}>", Names(tuple(UNITS[:9]))) for n in range(1, 40)),
)


MANY = Sheet("by_action", COUNTS.columns, tuple((f"2.{n}", f"行动{n}", n, n % 3, n % 5, 1) for n in range(1, 60)))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each file."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "matrix.xlsx").write_bytes(xlsx.write(book(MATRIX)))
    (folder / "division.docx").write_bytes(docx.write(book(DIVISION)))
    counts = drawn_book(CHART, replace(CHART, rows=(1, 3)))
    (folder / "counts.xlsx").write_bytes(xlsx.write(counts))
    (folder / "counts-document.docx").write_bytes(docx.write(counts))
    (folder / "many.xlsx").write_bytes(xlsx.write(drawn_book(replace(CHART, rows=tuple(range(24))), sheet=MANY)))
    blocks = (Heading("一、进展"), Line("如下。"), COUNTS, CHART, PageBreak(landscape=True), Line("附页"), DIVISION)
    (folder / "paper.docx").write_bytes(paper.write(Paper("进展通报", blocks), ON))
    to_pdf(sorted(folder.glob("*.*")), folder)
    return {file.stem: texts(file) for file in sorted(folder.glob("*.pdf"))}


def texts(file: Path) -> list[str]:
    found = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_bounded().replace(" ", "") for page in found]
    finally:
        found.close()


def test_a_matrix_is_as_wide_as_a_page_with_its_heads_on_each(pages: dict[str, list[str]]) -> None:
    *matrix, notes = pages["matrix"]
    assert 1 < len(matrix) < 6
    assert all("编号" in page and "2023-10-20" in page for page in matrix)
    assert sum(page.count("=1+1") for page in matrix) == 240
    assert all("责" not in page and page.count("牵") % 40 == 0 for page in matrix)
    assert "说明" in notes


def test_a_division_has_its_heads_on_each_page_and_whole_rows(pages: dict[str, list[str]]) -> None:
    division = pages["division"]
    assert 2 < len(division) < 12
    assert all("工作内容" in page for page in division)
    for page in division:
        for n in range(1, 40):
            assert (f"下级<{n}>" in page) == (f"工作{n}\r" in page)


@pytest.mark.parametrize(("file", "count"), [("counts", 2), ("counts-document", 1)])
def test_charts_are_drawn_beneath_their_table(pages: dict[str, list[str]], file: str, count: int) -> None:
    found = pages[file]
    assert len(found) == count, "the table, its notes and both charts stand on one page; a workbook has its notes too"
    assert found[0].count("各行动的任务") == 2
    assert [found[0].count(name) for name in NAMES] == [3, 2, 3], "in the table, and in each chart that draws its row"
    assert all(found[0].count(state) >= 3 for state in ("完成", "推进中", "未标")), "at the head, and in two legends"
    assert "mark:2023=done" in found[0]


def test_a_chart_that_finds_no_room_has_a_page_of_its_own(pages: dict[str, list[str]]) -> None:
    *table, chart, notes = pages["many"]
    assert sum(page.count("行动") for page in table) == len(MANY.rows) + len(table), "the heads say 行动 as well"
    assert sum(f"行动{n}\r" in chart for n in range(1, 60)) == 24
    assert "各行动的任务" in chart
    assert "0" not in chart.split("\r\n"), "a piece of no length has no number"
    assert "说明" in notes


def test_a_paper_is_read_from_top_to_bottom(pages: dict[str, list[str]]) -> None:
    first, *rest = pages["paper"]
    places = [first.index(said) for said in ("进展通报", "一、进展", "如下。", "mark:2023=done", "各行动的任务")]
    assert places == sorted(places)
    assert rest[0].startswith("附页")
    assert "工作39" in rest[-1]

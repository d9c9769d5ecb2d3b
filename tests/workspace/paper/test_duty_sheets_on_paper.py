"""LibreOffice opens duty sheets and lays them on paper: the letter upright, its enclosure on its side, all on A4."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from sciplan_tui.core.duty_paper.letter import Letter
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.demo import DAY, fill
from sciplan_tui.workspace.paper.duty_sheets import Wanted, write_duty_sheets
from tests.office import OFFICE, to_pdf

pytestmark = pytest.mark.skipif(OFFICE is None, reason="NO LIBREOFFICE: duty sheets are not opened; install it")
UPRIGHT, ON_ITS_SIDE = (595, 842), (842, 595)
"""A4 in points."""


@dataclass(frozen=True)
class Page:
    size: tuple[int, int]
    text: str

    @property
    def lines(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of the Word and the Excel file of a unit that holds much."""
    folder = tmp_path_factory.mktemp("paper")
    fill(folder / "demo.db")
    wanted = Wanted(folder, ViewSpec("湘潭"), ("市科协",), letter=Letter("市科学素质办"))
    files = write_duty_sheets(folder / "demo.db", wanted, today=DAY, at="2024-01-08T09:00:00").files
    named = {file.suffix: file.rename(folder / f"{file.suffix[1:]}{file.suffix}") for file in files}
    to_pdf(named.values(), folder)
    return {suffix: laid(file.with_suffix(".pdf")) for suffix, file in named.items()}


def laid(file: Path) -> list[Page]:
    made = pypdfium2.PdfDocument(file)
    try:
        return [Page((round(page.get_width()), round(page.get_height())), text_of(page)) for page in made]
    finally:
        made.close()


def text_of(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def test_the_letter_is_one_page_and_the_sheet_lies_behind_it(pages: dict[str, list[Page]]) -> None:
    letter, *sheet = pages[".docx"]
    assert letter.size == UPRIGHT
    assert {page.size for page in sheet} == {ON_ITS_SIDE}
    assert "市科学素质办（盖章）" in letter.text
    assert "一、概况" not in letter.text
    assert "一、概况" in sheet[0].text
    assert 3 <= len(sheet) <= 7


def test_no_page_has_two_lines_alone_and_each_has_the_heads_of_its_table(pages: dict[str, list[Page]]) -> None:
    for page in pages[".docx"][1:]:
        assert len(page.lines) > 5
        first = next(line for line in page.lines if not line.startswith(("附件", "市科协")))
        assert first.startswith(("《", "编号", "节点")) or "、" in first, (
            "no page begins amid a table without its heads"
        )


def test_the_workbook_stays_on_a4_with_nothing_cut(pages: dict[str, list[Page]]) -> None:
    assert {page.size for page in pages[".xlsx"]} == {ON_ITS_SIDE}
    assert all("市科协责任清单" in page.text for page in pages[".xlsx"])
    told = "".join("".join(page.text for page in pages[".xlsx"]).split())
    assert "市大数据和产业创新发展中心、市自然资源规划局" in told, "a long list is drawn to its end"

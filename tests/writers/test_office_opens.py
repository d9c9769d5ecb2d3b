"""LibreOffice opens what is written, and turns it into pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from sciplan_tui.core.matrix import Cell
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Column, Names, Sheet
from sciplan_tui.writers import docx, xlsx
from tests.writers.odd_sheets import book

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="NO LIBREOFFICE: written files are not opened; install it")

UNITS = [f"市某某{n}局" for n in range(40)]
MATRIX = Sheet(
    "matrix",
    (Column("path"), Column("title"), *(Column(f"unit:{n}", name) for n, name in enumerate(UNITS))),
    tuple((f"2.{n}", f"任务{n}=1+1", *[(Cell(Role.LEAD),)] * 40) for n in range(120)),
)
DIVISION = Sheet(
    "division",
    (Column("place"), Column("content"), Column("lead", word="leading")),
    tuple((n, f"工作{n}\n下级 <{n}>", Names(tuple(UNITS[:9]))) for n in range(1, 40)),
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each file."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "matrix.xlsx").write_bytes(xlsx.write(book(MATRIX)))
    (folder / "division.docx").write_bytes(docx.write(book(DIVISION)))
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *sorted(folder.glob("*.*"))]
    subprocess.run(asked, capture_output=True, timeout=110, check=True)
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
    assert sum(page.count("=1+1") for page in matrix) == 120
    assert all("责" not in page and page.count("牵") % 40 == 0 for page in matrix)
    assert "说明" in notes


def test_a_division_has_its_heads_on_each_page_and_whole_rows(pages: dict[str, list[str]]) -> None:
    division = pages["division"]
    assert 2 < len(division) < 12
    assert all("工作内容" in page for page in division)
    for page in division:
        for n in range(1, 40):
            assert (f"下级<{n}>" in page) == (f"工作{n}\r" in page)

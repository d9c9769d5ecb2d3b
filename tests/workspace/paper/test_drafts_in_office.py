"""Drafts of reports as LibreOffice lays them out: the pages that an official starts from."""

from __future__ import annotations

import datetime
from pathlib import Path

import pypdfium2
import pytest

from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.workspace.edition.checking import read_plan
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.paper.drafting import DraftAsked, write_draft
from tests.office import OFFICE, to_pdf
from tests.writers.test_office_opens import texts

pytestmark = pytest.mark.skipif(OFFICE is None, reason="NO LIBREOFFICE: drafts are not opened; install it")
FIXTURES = Path(__file__).parents[3] / "fixtures"
ON = datetime.date(2024, 2, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    for file in sorted(FIXTURES.iterdir()):
        read, raw = read_plan(file)
        import_plan(folder / "plans.db", read, raw, at="2023-10-01T08:00:00")
    for kind in DraftKind:
        write_draft(folder / "plans.db", DraftAsked(kind, "midterm-2023", "湘潭"), folder / f"{kind}.docx", on=ON)
    to_pdf(sorted(folder.glob("*.docx")), folder)
    return folder


@pytest.mark.parametrize("kind", DraftKind)
def test_a_few_upright_pages_and_the_annex_on_its_side(folder: Path, kind: DraftKind) -> None:
    *upright, annex = texts(folder / f"{kind}.pdf")
    assert 2 < len(upright) < 12
    assert "湘潭市全民科学素质" in upright[0].replace("\r\n", "")
    assert "一、总体进展" in upright[0]
    assert "〔待补：" in upright[0]
    assert "2024年2月1日" in upright[-1]
    assert "附件：任务进展" in annex
    assert all("草稿" in page for page in (*upright, annex))
    document = pypdfium2.PdfDocument(folder / f"{kind}.pdf")
    try:
        on_their_side = [page.get_width() > page.get_height() for page in document]
    finally:
        document.close()
    assert on_their_side == [False] * len(upright) + [True]

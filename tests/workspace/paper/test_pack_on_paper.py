"""A meeting's pack as LibreOffice prints it: one page of totals a plan, a page a slip, the matrix on its side."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from sciplan_tui.core.pack.tables import PlanTables
from sciplan_tui.core.plan import MilestoneKind, Status
from sciplan_tui.core.plan_name import plan_name
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.demo import fill
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.export.exporting import export
from sciplan_tui.workspace.paper.pack import write_pack
from sciplan_tui.workspace.paper.pack_reading import PackAsked, PackRead, read_pack
from sciplan_tui.workspace.progress.marking import mark_query
from sciplan_tui.workspace.view.viewing import View
from tests.office import OFFICE, to_pdf

pytestmark = pytest.mark.skipif(OFFICE is None, reason="NO LIBREOFFICE: the pack is not looked at; install it")
ON, AT = datetime.date(2024, 1, 8), "2024-01-08T09:00:00"
ASKED, ASKED_OF_ONE = PackAsked("midterm-2023"), PackAsked("midterm-2023", plan="清屿")


@dataclass
class Printed:
    """The text of each page without blanks, how many lines it has, and whether it lies on its side."""

    texts: list[str]
    lines: list[int]
    lying: list[bool]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans that ship with the product, four of them with a midterm review, some of it done and some blocked: two with
    leads, one without, and one without any unit."""
    path = tmp_path_factory.mktemp("paper") / "plans.db"
    fill(path)
    for key in ("杭州市-2021", "屯溪区-2022"):
        add_milestone(path, plan=key, kind=MilestoneKind.MIDTERM_REVIEW, date="2023", at=AT)
    for query, status in (("path:2.1", Status.DONE), ("path:3.1", Status.BLOCKED), ("path:2.2", Status.IN_PROGRESS)):
        mark_query(path, query, milestone="midterm-2023", status=status, with_inherited=True, at=AT, today=ON)
    return path


@pytest.fixture(scope="module")
def read(database: Path) -> PackRead:
    with View.open(database, ON) as view:
        return read_pack(view, ASKED)


@pytest.fixture(scope="module")
def of_one(database: Path) -> PlanTables:
    with View.open(database, ON) as view:
        return read_pack(view, ASKED_OF_ONE).plans[0]


@pytest.fixture(scope="module")
def printed(database: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """The paper is of all plans, slips and workbook are of one: LibreOffice takes a second for three of their pages."""
    folder = tmp_path_factory.mktemp("printed")
    write_pack(database, ASKED, folder / "all", on=ON, at=AT)
    write_pack(database, ASKED_OF_ONE, folder / "one", on=ON, at=AT)
    export(database, "plan", ViewSpec("湘潭"), out=folder / "plan.xlsx", today=ON)
    files = {"all/pack.docx": "pack", "one/slips.docx": "slips", "one/pack.xlsx": "workbook"}
    for file, name in files.items():
        (folder / file).rename(folder / f"{name}{Path(file).suffix}")
    to_pdf([folder / name for name in ("pack.docx", "slips.docx", "workbook.xlsx", "plan.xlsx")], folder)
    return {name: pages(folder / f"{name}.pdf") for name in (*files.values(), "plan")}


def pages(file: Path) -> Printed:
    found = pypdfium2.PdfDocument(file)
    try:
        sizes = [page.get_size() for page in found]
        texts = [page.get_textpage().get_text_bounded() for page in found]
        lines = [sum(bool(line.strip()) for line in text.splitlines()) for text in texts]
        return Printed(["".join(text.split()) for text in texts], lines, [width > height for width, height in sizes])
    finally:
        found.close()


def test_totals_chart_and_queries_of_a_plan_fit_one_page(read: PackRead, printed: dict[str, Printed]) -> None:
    for tables in read.plans:
        title = "".join(tables.part.plan.title.split())
        [page] = [text for text in printed["pack"].texts if title in text and "已了结占" in text]
        assert "各行动的任务" in page
        assert f"'plan:{tables.part.plan.key}kind:counted'--as-of2024-01-08" in page


def test_pages_are_headed_by_what_people_call_a_plan(read: PackRead, printed: dict[str, Printed]) -> None:
    for tables in read.plans:
        name = "".join(plan_name(tables.part.plan).split())
        assert any(text.startswith(name) for text in printed["pack"].texts), name


def test_no_page_has_a_few_lines_alone(printed: dict[str, Printed]) -> None:
    """The line at the foot of each page counts for one."""
    for text, lines in zip(printed["pack"].texts, printed["pack"].lines, strict=True):
        assert lines > 7, text


def test_the_matrix_lies_on_its_side_and_stays_readable(read: PackRead, printed: dict[str, Printed]) -> None:
    lying = [text for text, turned in zip(printed["pack"].texts, printed["pack"].lying, strict=True) if turned]
    assert len(read.plans) <= len(lying) <= 3 * len(read.plans)
    assert sum("任务与单位矩阵" in text for text in lying) == len(read.plans)
    assert not any("任务与单位矩阵" in text for text in printed["pack"].texts if text not in lying)


def test_the_paper_is_no_longer_than_people_read(read: PackRead, printed: dict[str, Printed]) -> None:
    assert len(printed["pack"].texts) <= 1 + 7 * len(read.plans)


def test_each_slip_begins_a_page_with_room_to_sign_and_none_ends_with_a_few_lines(
    of_one: PlanTables, printed: dict[str, Printed]
) -> None:
    begun = [text for text in printed["slips"].texts if "你单位还有" in text]
    assert len(begun) == len(of_one.slips)
    for text, slip in zip(begun, of_one.slips, strict=True):
        assert slip.name in text[: len(slip.name) + 20]
        assert f"还有{len(slip.owed)}项任务" in text
        assert "填报人" in text
    assert len(printed["slips"].texts) <= len(of_one.slips) + sum(len(slip.owed) > 22 for slip in of_one.slips)
    assert min(printed["slips"].lines) > 7


def test_workbooks_print_with_their_names_the_day_and_the_state_on_each_page(printed: dict[str, Printed]) -> None:
    for name in ("workbook", "plan"):
        assert all("次改动" in text for text in printed[name].texts), name
    assert all(any(name in text for text in printed["workbook"].texts) for name in ("任务与单位矩阵", "按行动", "说明"))
    assert 1 < len(printed["plan"].texts) < 8, "two pages across, so that its many columns can be read"
    assert all("record" in text and "path" in text for text in printed["plan"].texts)

"""Every format of every view, of all that ships with the product, holds the same cells as the sheet it is made of."""

from __future__ import annotations

import csv
import datetime
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.plan_name import plan_names
from sciplan_tui.core.progress.sheets import overview_sheets
from sciplan_tui.core.progress.status import due_day
from sciplan_tui.core.sheet import Sheet, Value
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say, speak
from sciplan_tui.workspace.edition.checking import read_plan
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.export.exporting import FORMATS, VIEWS, export, formats_of
from sciplan_tui.workspace.progress.overview import overview
from sciplan_tui.workspace.sheet.sheets import make_sheet
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers.sheet.names import sheet_names
from sciplan_tui.writers.wording import coded
from tests.writers.reading_back import Cells, of_docx, of_html, of_markdown, of_xlsx_sheets, said

FIXTURES = sorted((Path(__file__).parents[3] / "fixtures").iterdir())
DAY = datetime.date(2023, 10, 20)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formats") / "plans.db"
    for file in FIXTURES:
        read, raw = read_plan(file)
        import_plan(path, read, raw, at="2023-10-01T08:00:00")
    return path


def sheet_of(database: Path, view: str, query: str) -> Sheet:
    with View.open(database, DAY) as opened:
        return make_sheet(opened, view, ViewSpec(query=query), inherited=True)


def for_people(database: Path, view: str, query: str) -> tuple[Sheet, ...]:
    """The sheets of a view as people get them: an overview is one of each thing that is counted, and each plan has a
    matrix of its own."""
    if view == "matrix":
        return matrices(database, query)
    if view != "overview":
        return (sheet_of(database, view, query),)
    with View.open(database, DAY) as opened:
        found = overview(opened, ViewSpec(query=query))
        return overview_sheets(found, found.nearest)


def matrices(database: Path, query: str) -> tuple[Sheet, ...]:
    """The matrix of each plan in which the query finds something; of one alone it bears no name."""
    whole = sheet_of(database, "matrix", query)
    keys = list(dict.fromkeys(str(row[0]) for row in whole.rows))
    if len(keys) < 2:
        return (whole,)
    with View.open(database, DAY) as opened:
        names = plan_names(opened.frame(ViewSpec()).plans)
    return tuple(replace(sheet_of(database, "matrix", f"{query} plan:{key}"), part=names[key]) for key in keys)


def for_programs(sheet: Sheet, row: tuple[Value, ...]) -> dict[str, Any]:
    """A row as JSON has it: units and milestones by their names, where they say something."""
    cells = [(column, coded(value)) for column, value in zip(sheet.columns, row, strict=True)]
    facts: dict[str, Any] = {column.key: value for column, value in cells if column.title is None}
    for group, kind in (("units", "unit:"), ("marks", "milestone:")):
        named = {column.title: value for column, value in cells if column.key.startswith(kind)}
        if named:
            facts[group] = {name: value for name, value in named.items() if value is not None}
    return facts


def exported(database: Path, view: str, query: str, form: str) -> bytes:
    content = export(database, view, ViewSpec(query=query), ExportOptions(form, inherited=True), today=DAY)
    assert isinstance(content, bytes)
    return content


def trimmed(cells: Cells) -> Cells:
    return [[cell.strip() for cell in row] for row in cells]


def unmerged(cells: Cells, width: int) -> Cells:
    """A heading across the table as the row of the sheet it stands for."""
    return [["", *row, *[""] * (width - 2)] if len(row) == 1 < width else row for row in cells]


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "plan"])
@pytest.mark.parametrize(
    ("query", "language"),
    [("", "zh"), ("plan:湘潭", "zh"), ("科协 plan:杭州", "en"), ("lead:教育", "zh"), ("nosuchword", "en")],
)
def test_every_format_agrees_cell_for_cell(database: Path, view: str, query: str, language: str) -> None:
    speak(language)
    try:
        sheet = sheet_of(database, view, query)
        cells, width = said(sheet), len(sheet.columns)
        flat = exported(database, view, query, "csv").decode("utf-8-sig")
        assert [[cell.removeprefix("'") for cell in row] for row in csv.reader(io.StringIO(flat, newline=""))] == [
            [cell.removeprefix("'") for cell in row] for row in cells
        ]
        sheets = for_people(database, view, query)
        tables = dict(zip(sheet_names(sheets), map(said, sheets), strict=True))
        book = of_xlsx_sheets(exported(database, view, query, "xlsx"))
        assert {name: book[name] for name in tables} == tables
        assert of_html(exported(database, view, query, "html")) == list(tables.values())
        told = of_markdown(exported(database, view, query, "md"))
        assert [trimmed(table) for table in told] == [trimmed(table) for table in tables.values()]
        if width <= 63 or view == "matrix":
            read = of_docx(exported(database, view, query, "docx"))
            assert [unmerged(one, len(table[0])) for one, table in zip(read, tables.values(), strict=True)] == list(
                tables.values()
            )
        objects = json.loads(exported(database, view, query, "json"))
        assert objects == [for_programs(sheet, row) for row in sheet.rows]
    finally:
        speak("zh")


def test_a_workbook_of_the_matrix_has_the_other_sheets_and_the_notes(database: Path) -> None:
    book = of_xlsx_sheets(exported(database, "matrix", "plan:湘潭", "xlsx"))
    for view in ("matrix", "assignments", "targets", "milestones"):
        assert book[say(f"export.sheet.{view}")] == said(sheet_of(database, view, "plan:湘潭"))
    notes = dict(book[say("export.sheet.notes")][1:])
    assert notes["查询"] == "plan:湘潭"
    assert notes["方案"] == "湘潭市-2021"
    assert notes["导出"].startswith("2023-10-20；数据到第 6 次改动（2023-10-01")


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_a_plan_to_read_is_its_division_of_work(database: Path, form: str) -> None:
    cells = said(sheet_of(database, "division", "plan:湘潭"))
    content = exported(database, "plan", "plan:湘潭", form)
    found = {"docx": of_docx, "html": of_html, "md": of_markdown}[form](content)[0]
    assert unmerged(found, len(cells[0])) == cells
    assert form == "docx" or "湘潭市全民科学素质行动规划纲要实施方案" in content.decode()


def test_a_calendar_holds_all_that_has_a_day(database: Path) -> None:
    def events(view: str) -> list[tuple[str, str]]:
        """What each is called, and its last day."""
        found = Calendar.from_ical(exported(database, view, "", "ics")).walk("VEVENT")
        assert len({event["uid"] for event in found}) == len(found)
        last = [event.decoded("dtend") - datetime.timedelta(days=1) for event in found]
        return [(str(event["summary"]), f"{day}") for event, day in zip(found, last, strict=True)]

    def dated(view: str, named: str, ends: str) -> list[tuple[str, str]]:
        sheet = sheet_of(database, view, "")
        keys = [column.key for column in sheet.columns]
        rows = [dict(zip(keys, row, strict=True)) for row in sheet.rows]
        due = [(row, due_day(str(row[ends]))) for row in rows if row[ends] is not None]
        return [("：".join(str(row[key]) for key in ("region", named) if row.get(key)), day or "") for row, day in due]

    milestones, targets = events("milestones"), events("targets")
    assert [(said.partition("（")[0], day) for said, day in milestones] == dated("milestones", "label", "end")
    wanted = dated("targets", "indicator", "deadline")
    assert [day for _, day in targets] == [day for _, day in wanted]
    assert all(said.startswith(f"{name}（") for (said, _), (name, _) in zip(targets, wanted, strict=True))
    assert (len(milestones) > 5, len(targets) > 20) == (True, True)
    assert events("plan") == milestones + targets


def test_all_formats_are_named_where_they_make_sense() -> None:
    assert {form for view in VIEWS for form in formats_of(view)} == set(FORMATS)
    assert "ics" in formats_of("milestones")
    assert "ics" not in formats_of("matrix")

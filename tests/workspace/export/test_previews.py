"""What a preview shows is what the export writes: the first rows cell for cell, and as many rows as it says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sciplan_tui.core.export_options import PLAIN, ExportOptions
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec
from sciplan_tui.errors import RefusedError, WritingError
from sciplan_tui.workspace.export import previewing
from sciplan_tui.workspace.export.exporting import VIEWS, export
from sciplan_tui.workspace.export.previewing import Preview, preview
from sciplan_tui.workspace.sheet import parts as sheet_parts
from tests import viewing_data as data
from tests.viewing_data import TODAY
from tests.writers.reading_back import of_docx

PLAN = "甲市-2021"
JSON = ExportOptions("json")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("preview") / "preview.db")


def written(database: Path, view: str, spec: ViewSpec, options: ExportOptions = PLAIN) -> list[list[str]]:
    content = export(database, view, spec, options, today=TODAY)
    assert isinstance(content, bytes)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("part", [1, 400])
@pytest.mark.parametrize("query", ["", "-unit:教育局"])
def test_rows_and_their_number(
    database: Path, view: str, part: int, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_parts, "PART", part)
    monkeypatch.setattr(previewing, "PART", part)
    monkeypatch.setattr(previewing, "FIRST", 3)
    spec = ViewSpec(PLAN, query)
    for options in (PLAIN, ExportOptions(inherited=True), ExportOptions(proposed=True)):
        found = preview(database, view, spec, options, today=TODAY)
        heads, *rows = written(database, view, spec, options)
        assert list(found.heads) == heads
        assert [list(row) for row in found.rows[:3]] == rows[:3]
        assert found.count == len(rows)


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "plan"])
def test_json_is_shown_as_it_is_written(database: Path, view: str) -> None:
    content = export(database, view, ViewSpec(PLAN), JSON, today=TODAY)
    assert isinstance(content, bytes)
    objects = json.loads(content)
    found = preview(database, view, ViewSpec(PLAN), JSON, today=TODAY)
    assert found.count == len(objects)
    assert [json.loads(line.rstrip(",")) for (line,) in found.rows] == objects[: len(found.rows)]


def test_the_matrix_keeps_the_orders_of_the_screen_and_what_is_folded_is_in_it(database: Path) -> None:
    plain = written(database, "matrix", ViewSpec(PLAN))
    parts = {row[1]: row for row in plain[1:]}
    folded = ViewSpec(PLAN, folded=frozenset(range(1, 100)))
    assert written(database, "matrix", folded) == plain
    turned = ViewSpec(PLAN, rows=RowOrder.LEAD, columns=ColumnOrder.LOAD)
    heads, *rows = written(database, "matrix", turned)
    assert sorted(heads) == sorted(plain[0])
    assert heads != plain[0]
    assert {row[1] for row in rows} <= set(parts)
    assert [list(row) for row in preview(database, "matrix", turned, today=TODAY).rows] == rows


@pytest.mark.parametrize("view", ["matrix", "overview"])
def test_what_is_several_tables_to_be_read_is_shown_by_its_first(database: Path, view: str) -> None:
    content = export(database, view, ViewSpec(), ExportOptions("docx"), today=TODAY)
    assert isinstance(content, bytes)
    tables = of_docx(content)
    found = preview(database, view, ViewSpec(), ExportOptions("docx"), today=TODAY)
    assert found.tables == len(tables) > 1
    assert [list(found.heads), *map(list, found.rows)] == tables[0][: len(found.rows) + 1]
    assert found.count == sum(len(rows) - 1 for rows in tables)
    assert preview(database, view, ViewSpec(), today=TODAY).tables == 1, "for programs they are one"


def test_what_raises_in_a_step_breaks_it_off_and_nothing_is_written(database: Path, tmp_path: Path) -> None:
    class Enough(Exception):  # noqa: N818
        pass

    def enough(done: int, count: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        export(database, "tasks", ViewSpec(), today=TODAY, out=tmp_path / "a.csv", step=enough)
    with pytest.raises(Enough):
        preview(database, "assignments", ViewSpec(), today=TODAY, step=enough)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_exported_cannot_be_previewed(database: Path) -> None:
    with pytest.raises(RefusedError, match="--plan"):
        preview(database, "plan", ViewSpec(), today=TODAY)
    with pytest.raises(WritingError):
        preview(database, "matrix", ViewSpec(), ExportOptions("ics"), today=TODAY)


def test_the_first_rows_are_told_before_they_are_counted(database: Path) -> None:
    begun: list[Preview] = []
    found = preview(database, "assignments", ViewSpec(PLAN), today=TODAY, begun=begun.append)
    assert [(first.heads, first.rows, first.count) for first in begun] == [(found.heads, found.rows, None)]
    assert found.count

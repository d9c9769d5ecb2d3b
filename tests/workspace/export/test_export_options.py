"""Options of exports: all formats agree under them, and they are kept by view."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.export_options import PLAIN, ExportOptions, from_object, names_of, with_columns
from sciplan_tui.core.sheet import Code, Column, Sheet
from sciplan_tui.core.view.spec import ColumnOrder, ViewSpec
from sciplan_tui.errors import StoreError, WritingError
from sciplan_tui.locale import language, say, speaking
from sciplan_tui.workspace.export.exporting import VIEWS, export
from sciplan_tui.workspace.export.options import KeptOptions
from sciplan_tui.workspace.export.previewing import preview
from sciplan_tui.writers.wording import coded
from tests import viewing_data as data
from tests.viewing_data import TODAY
from tests.writers.reading_back import Cells, of_docx, of_html, of_markdown, of_xlsx

CHOSEN = {
    "matrix": ("title", "marks", "path", "units"),
    "assignments": ("unit", "role", "title"),
    "tasks": ("title", "kind", "lead"),
    "division": ("lead", "content"),
    "units": ("unit", "lead", "class"),
    "duties": ("title", "unit"),
    "milestones": ("label", "done"),
    "targets": ("value", "indicator", "comparator"),
    "problems": ("message", "line"),
    "history": ("state", "what", "door", "proof"),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("options") / "options.db")


def exported(database: Path, view: str, form: str, options: ExportOptions, query: str = "") -> bytes:
    content = export(database, view, ViewSpec("甲市", query), replace(options, format=form), today=TODAY)
    assert isinstance(content, bytes)
    return content


def of_csv(content: bytes) -> Cells:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [[cell.removeprefix("'") for cell in row] for row in rows]


def trimmed(cells: Cells) -> Cells:
    return [[cell.strip() for cell in row] for row in cells]


@pytest.mark.parametrize("view", CHOSEN)
@pytest.mark.parametrize(
    "options", [ExportOptions(language="en"), ExportOptions(inherited=True, proposed=True)], ids=["en", "all"]
)
def test_every_format_agrees_cell_for_cell_under_options(database: Path, view: str, options: ExportOptions) -> None:
    order = ColumnOrder.LOAD if view in ("matrix", "units", "duties") else None
    chosen = replace(options, columns=CHOSEN[view], order=order)
    cells = of_csv(exported(database, view, "csv", chosen))
    sheet = say(f"export.sheet.{view}", options.language)
    assert of_xlsx(exported(database, view, "xlsx", chosen), sheet) == cells
    assert of_html(exported(database, view, "html", chosen)) == [cells]
    assert trimmed(of_markdown(exported(database, view, "md", chosen))[0]) == trimmed(cells)
    of_word = of_docx(exported(database, view, "docx", chosen))[0]
    assert [[cell for cell in row if cell] for row in of_word] == [[cell for cell in row if cell] for row in cells]
    objects = json.loads(exported(database, view, "json", chosen))
    assert len(objects) == len(cells) - 1
    assert all(set(one) <= set(CHOSEN[view]) for one in objects)
    shown = preview(database, view, ViewSpec("甲市"), chosen, today=TODAY)
    assert [list(shown.heads), *[[c.removeprefix("'") for c in row] for row in shown.rows]] == cells[:41]
    assert set(CHOSEN[view]) <= {name for name, _ in shown.columns}
    assert not any(called.isascii() for _, called in shown.columns), "the screen's own language"


def test_every_view_of_a_table_is_tried() -> None:
    assert set(CHOSEN) >= set(VIEWS) - {"plan", "overview"}


def test_the_columns_stand_as_they_were_asked_for(database: Path) -> None:
    heads, *rows = of_csv(exported(database, "assignments", "csv", ExportOptions(columns=("unit", "path"))))
    assert heads == ["单位", "编号"]
    assert rows[0] == ["市教育局", "2.1"]
    heads = of_csv(exported(database, "matrix", "csv", ExportOptions(columns=("marks", "title"))))[0]
    assert heads == ["2023年中期督查", "2025年总结评估", "任务"]


def test_a_column_that_there_is_not_is_named_with_those_that_there_are(database: Path) -> None:
    with pytest.raises(WritingError, match=r"nope.*plan（方案）、path（编号）、number（序号）"):
        exported(database, "assignments", "csv", ExportOptions(columns=("title", "nope")))
    assert exported(database, "matrix", "csv", ExportOptions(columns=("title", "units")))
    assert exported(database, "division", "csv", ExportOptions(columns=("content", "support")))


def test_a_workbook_of_the_matrix_keeps_the_other_sheets_whole(database: Path) -> None:
    content = exported(database, "matrix", "xlsx", ExportOptions(columns=("title",)))
    assert of_xlsx(content, say("export.sheet.matrix"))[0] == ["任务"]
    assert len(of_xlsx(content, say("export.sheet.assignments"))[0]) == 11


def test_a_calendar_and_a_whole_plan_keep_the_columns_they_need(database: Path) -> None:
    few = ExportOptions(columns=("line",))
    assert b"VEVENT" in exported(database, "milestones", "ics", few)
    assert exported(database, "plan", "csv", few) == exported(database, "plan", "csv", PLAIN)


@pytest.mark.parametrize("form", ["csv", "docx"])
def test_matrix_and_tasks_without_what_is_inherited(database: Path, form: str) -> None:
    def cells(view: str, **asked: object) -> Cells:
        content = exported(database, view, form, from_object(asked))
        return of_csv(content) if form == "csv" else of_docx(content)[0]

    assert any(cell.startswith("(") for row in cells("matrix") for cell in row[7:])
    printed = cells("matrix", inherited=False)
    assert not any(cell.startswith("(") for row in printed[1:] for cell in row[7:])
    assert any(cell == "牵" for row in printed for cell in row)
    by_path = {row[0]: row[1:] for row in cells("tasks", inherited=False, columns=["path", "lead", "inherited"])}
    assert (by_path["2.1"], by_path["2.1.1"]) == (["市教育局", "否"], ["", "否"])
    few = exported(database, "tasks", form, from_object({"inherited": False, "columns": ["path"]}), "lead:=市教育局")
    rows = of_csv(few) if form == "csv" else of_docx(few)[0]
    assert [row[0] for row in rows[1:]] == ["2.1"], "2.1.1 inherits what was asked for, and is left out"


def test_units_go_by_load_where_units_stand_one_below_the_other(database: Path) -> None:
    def units(view: str, **asked: object) -> list[str]:
        options = from_object({"columns": ["unit"], **asked})
        return list(dict.fromkeys(row[0] for row in of_csv(exported(database, view, "csv", options))[1:]))

    assert units("duties")[0] == "市委宣传部"
    assert units("duties", order="load")[0] == "市教育局"
    assert sorted(units("units")) == sorted(units("units", order="load"))
    assert units("units") != units("units", order="load")
    with pytest.raises(WritingError, match="matrix units duties"):
        exported(database, "targets", "csv", ExportOptions(order=ColumnOrder.LOAD))


def test_another_language_is_of_the_file_alone(database: Path) -> None:
    with speaking("en"):
        english = exported(database, "assignments", "docx", PLAIN)
    assert of_docx(exported(database, "assignments", "docx", ExportOptions(language="en"))) == of_docx(english)
    assert language() == "zh"
    with pytest.raises(WritingError, match="没有"):
        exported(database, "assignments", "csv", ExportOptions(language="en", columns=("nope",)))
    assert language() == "zh"


def test_a_language_is_spoken_within_and_in_no_other_thread() -> None:
    heard: list[str] = []
    with speaking("en"):
        thread = Thread(target=lambda: heard.append(say("word.role.lead")))
        thread.start()
        thread.join()
        heard.append(say("word.role.lead"))
        with speaking(None):
            heard.append(language())
    assert heard == ["牵头", "lead", "en"]
    assert language() == "zh"


# What is kept

EVERY = ExportOptions("docx", "gb18030", "en", ("title", "unit"), ColumnOrder.LOAD, True, True)


def test_options_are_kept_by_view(tmp_path: Path) -> None:
    file = tmp_path / "settings" / "exports.json"
    memory = KeptOptions(file)
    assert memory.of("matrix") == PLAIN
    assert not file.exists()
    memory.keep("matrix", EVERY)
    memory.keep("units", ExportOptions(order=ColumnOrder.LOAD))
    again = KeptOptions(file)
    assert (again.of("matrix"), again.of("units").order, again.of("tasks")) == (EVERY, ColumnOrder.LOAD, PLAIN)
    again.keep("matrix", PLAIN)
    assert KeptOptions(file).of("matrix") == PLAIN
    assert list(json.loads(file.read_text("utf-8"))["views"]) == ["units"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema": "other/1", "views": {}}', b"[" * 100_000, b"\xff"])
def test_a_broken_file_is_put_aside_and_said_once(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "exports.json"
    file.write_bytes(content)
    memory = KeptOptions(file)
    assert isinstance(memory.fault, StoreError)
    aside = next(tmp_path.glob("exports-damaged-*.json"))
    assert str(aside) in str(memory.fault)
    assert aside.read_bytes() == content
    memory.keep("matrix", EVERY)
    assert KeptOptions(file).fault is None
    assert KeptOptions(file).of("matrix") == EVERY


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file")
    with pytest.raises(StoreError, match="exports"):
        KeptOptions(tmp_path / "settings" / "exports.json").keep("matrix", EVERY)


@given(
    st.builds(
        ExportOptions,
        st.none() | st.text(),
        st.text(),
        st.sampled_from([None, "zh", "en"]),
        st.lists(st.text()).map(tuple),
        st.none() | st.sampled_from(ColumnOrder),
        st.none() | st.booleans(),
        st.booleans(),
    )
)
def test_what_is_kept_comes_back(options: ExportOptions) -> None:
    assert from_object(json.loads(json.dumps(options.as_object()))) == options


@given(
    st.dictionaries(
        st.sampled_from([field.name for field in fields(ExportOptions)]),
        st.none() | st.booleans() | st.text() | st.lists(st.integers()),
    )
)
def test_what_makes_no_sense_is_left_out(said: dict[str, object]) -> None:
    options = from_object(said)
    assert all(isinstance(name, str) for name in options.columns)
    assert options.inherited in (None, True, False)
    assert options.language in (None, "zh", "en")


# Columns of a sheet

CELLS = st.none() | st.text() | st.integers() | st.sampled_from([Code("role", "lead"), Code("kind", "task")])


def test_a_column_is_named_by_its_head_in_either_language_and_a_wrong_name_lists_both() -> None:
    columns = (Column("place"), Column("lead", word="leading"), Column("unit:1", "市科协"))
    sheet = Sheet("any", columns, (("1", "某局", None),))
    for name in ("lead", "lead units", "Lead units", "牵头单位"):
        assert with_columns(sheet, (name,)).columns == columns[1:2]
    assert with_columns(sheet, ("各单位",)).columns == columns[2:]
    with pytest.raises(WritingError) as told:
        with_columns(sheet, ("?",))
    assert told.value.details["known"] == ("place（序号）", "lead（牵头单位）", "units（各单位）")


@given(st.data())
def test_columns_take_their_cells_with_them(picked: st.DataObject) -> None:
    keys = picked.draw(st.lists(st.text(min_size=1), min_size=1, max_size=6, unique=True))
    rows = picked.draw(st.lists(st.tuples(*[CELLS] * len(keys)), max_size=5))
    sheet = Sheet("any", tuple(map(Column, keys)), tuple(rows))
    names = picked.draw(st.lists(st.sampled_from(names_of(sheet)), min_size=1))
    found = with_columns(sheet, names)
    assert [column.key for column in found.columns] == list(dict.fromkeys(names))
    for before, after in zip(sheet.rows, found.rows, strict=True):
        cells = dict(zip(keys, before, strict=True))
        assert [coded(value) for value in after] == [coded(cells[column.key]) for column in found.columns]


def test_a_heading_keeps_what_it_says() -> None:
    columns = (Column("place"), Column("content"), Column("lead"))
    sheet = Sheet("division", columns, ((None, "第一部分", None), (1, "某事", "某局")), frozenset({0}))
    assert with_columns(sheet, ("lead", "place")).rows == (("第一部分", None), ("某局", 1))

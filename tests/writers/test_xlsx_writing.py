from __future__ import annotations

import gc
import io
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from sciplan_tui.core.matrix import Cell
from sciplan_tui.core.plan import Problem, Role
from sciplan_tui.core.sheet import Column, Sheet, Value
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import say
from sciplan_tui.writers import xlsx
from sciplan_tui.writers.sheet import cells as xlsx_cells
from sciplan_tui.writers.sheet import formats as xlsx_formats
from sciplan_tui.writers.sheet.records import write_records
from tests.writers.odd_sheets import HOSTILE, book, sheets
from tests.writers.reading_back import of_xlsx, said

MATRIX = say("export.sheet.matrix", "zh")


def sheet(*rows: tuple[Value, ...], keys: str = "path title") -> Sheet:
    return Sheet("matrix", (*(Column(key) for key in keys.split()), Column("unit:1", "市教育局")), rows)


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_any_text_comes_back_cell_for_cell(made: Sheet) -> None:
    assert of_xlsx(xlsx.write(book(made)), MATRIX) == said(made)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str) -> None:
    made = sheet((text, text, None))
    content = xlsx.write(book(made))
    assert of_xlsx(content, MATRIX) == said(made)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in names if "_rels/sheet" in name]
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_it_lies_ready_for_screen_and_paper() -> None:
    made = sheet(("2", "重点任务", None), ("2.1", "青少年行动", (Cell(Role.LEAD),)), ("2.1.1", "科普", None))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made))))[MATRIX]
    assert page.freeze_panes == "C2"
    assert page.auto_filter.ref == "A1:C4"
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (
        "landscape",
        None,
        0,
    )
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert str(page.page_setup.paperSize) == "9"
    assert page["C1"].alignment.textRotation == 255
    assert page["C3"].fill.fgColor.rgb == "FF1F4E79"
    assert [page.cell(row, 2).alignment.indent for row in (2, 3, 4)] == [0, 1, 2]
    assert page.column_dimensions["B"].width >= 12 + 1
    assert page.column_dimensions["C"].width < 6.5


def test_the_cells_of_a_row_stand_at_one_height_and_a_share_as_numbers_do() -> None:
    made = Sheet("totals", tuple(map(Column, ("plan", "title", "tasks", "share"))), (("2.1", "科普", 39, "21%"),))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made)))).worksheets[0]
    stand = [
        (page.cell(2, place).alignment.vertical, page.cell(2, place).alignment.horizontal) for place in (1, 2, 3, 4)
    ]
    assert stand == [("center", None), ("center", None), ("center", "right"), ("center", "right")]
    assert [page.cell(2, place).alignment.indent for place in (1, 3, 4)] == [0, 1, 1], "2 beside 2.1 is not 22.1"


def test_a_long_wide_sheet_stands_upright_where_that_takes_fewer_pages() -> None:
    columns = tuple(map(Column, ("plan", "unit", "title", "path", "answer", "note")))

    def laid(rows: int) -> tuple[str, str]:
        made = Sheet("slips", columns, tuple((*("字" * 20,) * 5, "2.1.1") for _ in range(rows)))
        page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made)))).worksheets[0]
        return str(page.page_setup.paperSize), page.page_setup.orientation

    assert (laid(9), laid(400)) == (("8", "landscape"), ("8", "portrait"))


def test_as_many_columns_stand_still_as_leave_room() -> None:
    columns = tuple(map(Column, ("plan", "unit", "title", "note")))
    made = Sheet("duties", columns, (("甲市-2021", "市教育局", "字" * 40, "字" * 40),))
    assert openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made)))).worksheets[0].freeze_panes == "D2"
    wide = replace(made, rows=(("字" * 20, "字" * 20, "字" * 20, ""),))
    assert openpyxl.load_workbook(io.BytesIO(xlsx.write(book(wide)))).worksheets[0].freeze_panes == "B2"


def test_a_whole_plan_is_laid_as_other_workbooks_are() -> None:
    rows = [["plan", "", "甲市方案" * 4, "", ""], ["task", "2.1", "=科普", "", "据第一节" * 9]]
    content = write_records(["record", "path", "title", "unit", "quote"], rows, book())
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [[cell.value or "" for cell in row] for row in page.iter_rows(min_row=2)] == rows
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("D2", "A1:E3", "$1:$1")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.orientation == "landscape"
    assert page["C3"].alignment.wrap_text
    assert page.print_area.endswith("!$A$1:$D$3"), "what proves the facts is longer than they are"
    assert [page.row_dimensions[row].height for row in (2, 3)] == [30, None]
    assert [page.column_dimensions[name].hidden for name in "ABCD"] == [False, False, False, True]
    assert "2023-10-20" in page.oddFooter.left.text


def test_wide_sheets_go_on_a3_and_wide_characters_count_double() -> None:
    columns = tuple(Column(f"unit:{n}", "局") for n in range(60))
    wide = Sheet("matrix", columns, (tuple("一" * 10 for _ in columns),))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(wide))))[MATRIX]
    assert str(page.page_setup.paperSize) == "8"
    assert page.column_dimensions["A"].width >= 20


@pytest.mark.parametrize(("units", "across"), [(40, None), (100, 3), (160, 4)])
def test_what_a_page_would_make_too_small_takes_several_with_the_tasks_at_the_left(
    units: int, across: int | None
) -> None:
    columns = (Column("path"), Column("title"), *(Column(f"unit:{n}", "市教育局") for n in range(units)))
    made = Sheet("matrix", columns, (("2.1", "任务" * 15, *[None] * units),))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made))))[MATRIX]
    assert page.page_setup.fitToWidth == across
    assert page.print_title_cols == ("$A:$B" if across else None)


def test_the_empty_cells_of_a_matrix_have_lines_on_paper() -> None:
    made = sheet(("2", "重点任务", None), ("2.1", "青少年行动", (Cell(Role.LEAD),)))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made))))[MATRIX]
    [(where, [rule])] = [(str(one.sqref), one.rules) for one in page.conditional_formatting]
    assert (where, rule.type, rule.dxf.border.left.style) == ("A2:C3", "containsBlanks", "thin")


def test_the_notes_are_the_last_sheet() -> None:
    made = xlsx.write(book(sheet()))
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == [MATRIX, say("export.sheet.notes", "zh")]
    assert of_xlsx(made, say("export.sheet.notes", "zh"))[1] == ["查询", "=1+1 | \ufffd"]


@pytest.mark.parametrize("text", ["长" * 32_768, "𠮷" * 16_384])
def test_a_text_that_would_be_cut_is_refused(text: str) -> None:
    with pytest.raises(WritingError, match="32767"):
        xlsx.write(book(sheet((text, "", None))))
    with pytest.raises(WritingError, match="32767"):
        write_records(["path"], [[text]], book())
    xlsx.write(book(sheet((text[:-1], "", None))))


@pytest.mark.parametrize("step", ["mkstemp", "TemporaryDirectory"])
def test_a_full_disk_is_told(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile if step == "mkstemp" else xlsx_formats, step, full)
    with pytest.raises(WritingError, match="No space left"):
        xlsx.write(book(sheet(("1", "二", None))))


@pytest.mark.parametrize(("stop", "told"), [(KeyboardInterrupt, KeyboardInterrupt), (OSError, WritingError)])
def test_what_is_stopped_in_the_midst_says_nothing_later(
    stop: type[BaseException], told: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library's archive would complain on the terminal when it is thrown away."""
    complaints: list[object] = []

    def stopped(*_: object) -> None:
        raise stop(27, "File too large")

    monkeypatch.setattr("sys.unraisablehook", complaints.append)
    monkeypatch.setattr(zipfile.ZipFile, "write", stopped)
    with pytest.raises(told):
        xlsx.write(book(sheet(("1", "二", None))))
    gc.collect()
    assert complaints == []


def test_nothing_is_left_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    xlsx.write(book(sheet(("1", "二", None))))
    monkeypatch.setattr(xlsx_cells, "worded", lambda value: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        xlsx.write(book(sheet(("1", "二", None))))
    assert list(tmp_path.iterdir()) == []


def test_the_same_book_is_the_same_file() -> None:
    assert xlsx.write(book(sheet(("1", "二", None)))) == xlsx.write(book(sheet(("1", "二", None))))


def test_a_row_begins_as_high_as_its_text_needs_and_grows_with_what_is_written_in_it() -> None:
    made = sheet(("2", "重点任务", None), ("2.1", "科普" * 40, None), ("2.2", "一\n二\n三", None))
    content = xlsx.write(book(made))
    page = openpyxl.load_workbook(io.BytesIO(content))[MATRIX]
    assert [page.row_dimensions[row].height for row in (2, 3, 4)] == [None, 60, 45]
    assert b"customHeight" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_a_sentence_of_what_is_in_doubt_is_as_high_as_it_is_long() -> None:
    long = Problem("not_a_code", 3, (("a", "一" * 60),))
    made = Sheet("problems", (Column("line"), Column("message")), ((3, long),))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(made)))).worksheets[0]
    assert page.row_dimensions[2].height == 60


def test_a_book_for_a4_stays_on_a4() -> None:
    wide = sheet(*[(f"2.{n}", "科普" * 20, None) for n in range(3)])
    more = tuple(Column(f"more:{n}", "科普") for n in range(6))
    wide = replace(wide, columns=(*wide.columns, *more), rows=tuple((*row, *["科普" * 20] * 6) for row in wide.rows))
    for a4, paper in ((False, "8"), (True, "9")):
        content = xlsx.write(replace(book(wide), a4=a4))
        assert str(openpyxl.load_workbook(io.BytesIO(content))[MATRIX].page_setup.paperSize) == paper


def test_a_table_has_no_holes_in_its_lines_and_a_matrix_stays_small() -> None:
    table = Sheet("units", (Column("unit"), Column("contact")), (("市科协", None), ("市教育局", "张三")))
    page = openpyxl.load_workbook(io.BytesIO(xlsx.write(book(table)))).worksheets[0]
    assert [page.cell(row, 2).border.left.style for row in (2, 3)] == ["thin", "thin"]
    matrix = Sheet("matrix", (Column("title"), Column("unit:1", "科协")), (("办好", None),))
    with zipfile.ZipFile(io.BytesIO(xlsx.write(book(matrix)))) as parts:
        assert 'r="B2"' not in parts.read("xl/worksheets/sheet1.xml").decode()

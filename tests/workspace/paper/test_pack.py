"""A meeting's pack in its folder: whole or not at all, all formats alike, whatever the documents say."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.pack.folding import folded
from sciplan_tui.core.pack.paper import pack_paper
from sciplan_tui.core.pack.slip_paper import slip_paper
from sciplan_tui.core.pack.tables import all_sheets
from sciplan_tui.core.paper import Line, Paper
from sciplan_tui.core.plan_name import plan_names
from sciplan_tui.core.sheet import Column, Sheet, Traced
from sciplan_tui.workspace.paper.pack_reading import PackAsked
from sciplan_tui.workspace.sheet.listing import listed
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers import paper
from sciplan_tui.writers.sheet.names import sheet_names
from sciplan_tui.writers.wording import worded
from tests import busy_database, hostile, viewing_data
from tests.workspace.paper.packs import ON, read, written
from tests.writers.odd_sheets import TEXT
from tests.writers.reading_back import of_docx, of_xlsx_sheets, said

STATE = "第 3 次改动"
ADD = ("milestone", "add", "--kind", "midterm_review", "--year", "2023", "--plan")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("pack") / "busy.db"
    busy_database.fill(database)
    return database


@pytest.fixture
def busy(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "busy.db"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return viewing_data.fill(tmp_path / "small.db")


def cells(file: Path) -> list[list[str]]:
    rows = csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))
    return [[cell.removeprefix("'") for cell in row] for row in rows]


def plain(sheet: Sheet) -> list[list[str]]:
    return [[cell.removeprefix("'") for cell in row] for row in said(sheet)]


def tables(made: Paper) -> Iterator[list[list[str]]]:
    """The tables of a paper as a document holds them: a heading is one cell across, with its query behind it."""
    for block in made.blocks:
        if isinstance(block, Sheet):
            head, *rows = said(block)
            across = ("".join(row).replace("\n", "\u3000\u3000") for row in rows)
            yield [
                head,
                *([one] if n in block.headings else row for n, (one, row) in enumerate(zip(across, rows, strict=True))),
            ]


@pytest.mark.parametrize("plan", ["清屿", None])
def test_all_formats_say_the_same(busy: Path, tmp_path: Path, plan: str | None) -> None:
    if plan is None:
        busy_database.command(busy, [*ADD, "中山"])
    asked = PackAsked("midterm-2023", plan=plan)
    found = read(busy, asked)
    done = written(busy, tmp_path / "out", asked)
    sheets = tuple(all_sheets(found.plans))
    book = of_xlsx_sheets((tmp_path / "out" / "pack.xlsx").read_bytes())
    for sheet, name in zip(sheets, sheet_names(sheets), strict=True):
        assert book[name] == said(sheet), name
    files = [file for file in done.files if file.suffix == ".csv" and file.stem != "notes"]
    for file, sheet in zip(files, sheets, strict=True):
        assert cells(file)[: len(sheet.rows) + 1] == plain(sheet), file.name
    for name, told in (("pack", pack_paper(found.plans, STATE, ())), ("slips", slip_paper(found.plans, STATE))):
        assert of_docx((tmp_path / "out" / f"{name}.docx").read_bytes()) == list(tables(told))


def test_a_person_reads_what_plans_are_called_and_their_keys_stand_in_queries(busy: Path) -> None:
    busy_database.command(busy, [*ADD, "中山"])
    found = read(busy)
    assert len(found.plans) > 1
    names = set(plan_names(found.heads).values())
    for sheet in all_sheets(found.plans):
        if sheet.columns[0].key == "plan":
            assert {row[0] for row in sheet.rows} <= names, sheet.name
        assert (sheet.part in names) == (sheet.name == "matrix")


BELOW = re.compile(r"（连同下级共 (\d+) 项）$")


def test_what_is_folded_on_paper_is_all_there(busy: Path) -> None:
    """Rows that stand alike are told as one with their number; no other row goes."""
    [one] = read(busy).plans
    late, short = one["late"], folded(one["late"], one.part)
    assert 0 < len(short.rows) < len(late.rows)
    assert len(short.headings) == len(late.headings)
    more = sum(int(found[1]) - 1 for row in short.rows if (found := BELOW.search(str(row[2]))))
    assert len(short.rows) + more == len(late.rows)
    assert {(row[0], row[1]) for row in short.rows} <= {(row[0], row[1]) for row in late.rows}


def test_paper_leaves_out_but_never_alters(busy: Path) -> None:
    """Each row on paper is a row of the workbook, but for columns; a heading holds the words of its row."""
    found = read(busy)
    every = {cell for sheet in all_sheets(found.plans) for row in said(sheet) for cell in row}
    for told in (pack_paper(found.plans, STATE, ()), slip_paper(found.plans, STATE)):
        for sheet in (block for block in told.blocks if isinstance(block, Sheet)):
            for place, row in enumerate(untraced(sheet)):
                parts = row[1].split("  ") if place in sheet.headings else row
                assert all(BELOW.sub("", cell.strip("\n")) in every for cell in parts), row


def untraced(sheet: Sheet) -> Iterator[list[str]]:
    """The rows without the queries beneath their cells."""
    for row in sheet.rows:
        yield [str(worded(cell.said if isinstance(cell, Traced) else cell)) for cell in row]


def test_a_matrix_says_what_its_signs_mean_on_paper_and_in_the_workbook(busy: Path) -> None:
    there = read(busy)
    told = "记号：牵 牵头、责 责任、配 配合；(牵) 是承上，即上级任务写明的"
    small = [block.text for block in pack_paper(there.plans, "", ()).blocks if isinstance(block, Line)]
    assert small.count(told) == len(there.plans)
    assert all(one.matrix.notes == (tuple(told.split("：", 1)),) for one in there.plans)


def test_a_matrix_that_is_too_wide_is_parted(busy: Path) -> None:
    """Word holds 63 columns; every unit stands in one part, and every part has all tasks."""
    [one] = read(busy).plans
    named = tuple(Column(f"unit:{number}", f"局{number}") for number in range(100))
    columns = (*one.matrix.columns[:7], *named)
    wide = replace(one.matrix, columns=columns, rows=tuple((*row[:7], *[None] * 100) for row in one.matrix.rows))
    found = pack_paper([replace(one, matrix=wide)], STATE, ())
    parts = [block for block in found.blocks if isinstance(block, Sheet) and block.name == "matrix"]
    assert len(parts) == 3
    assert [column for part in parts for column in part.columns[2:]] == list(named)
    assert all([row[0] for row in part.rows] == [row[1] for row in wide.rows] for part in parts)
    assert of_docx(paper.write(found, ON))


def test_day_state_and_query_stand_on_each(busy: Path, tmp_path: Path) -> None:
    import docx
    import openpyxl

    written(busy, tmp_path / "out", PackAsked("2023", "科普"))
    with View.open(busy, ON) as view:
        state = f"第 {view.state} 次改动"
    for name in ("pack.docx", "slips.docx"):
        made = docx.Document(str(tmp_path / "out" / name))
        foot = made.sections[0].footer.paragraphs[0].text
        assert state in foot
        assert "2024-03-01" in foot
    text = "\n".join(one.text for one in docx.Document(str(tmp_path / "out" / "pack.docx")).paragraphs)
    assert all(one in text for one in ("2024-03-01", state, "科普"))
    for page in openpyxl.load_workbook(tmp_path / "out" / "pack.xlsx"):
        assert state in str(page.oddFooter.left.text)
    for file in (tmp_path / "out" / "csv").glob("*.csv"):
        *_, (_, made) = cells(file)
        assert "2024-03-01" in made, file.name
        assert state in made, file.name
    notes = "".join("".join(row) for row in cells(tmp_path / "out" / "csv" / "notes.csv"))
    assert all(one in notes for one in ("2024-03-01", state, "科普", "midterm-2023"))


def test_beneath_a_table_of_csv_stand_the_terms_of_its_columns(busy: Path, tmp_path: Path) -> None:
    written(busy, tmp_path / "out", PackAsked("midterm-2023"))
    for sheet in all_sheets(read(busy, PackAsked("midterm-2023")).plans):
        if sheet.name in ("totals", "by_action", "by_lead", "by_unit"):
            empty, *notes, _ = cells(tmp_path / "out" / "csv" / f"{sheet.name}.csv")[len(sheet.rows) + 1 :]
            assert empty == ["", ""]
            assert ["完成", "mark:midterm-2023=done"] in notes
            assert [list(note) for note in sheet.notes] == notes


def test_what_a_meeting_on_a_query_is_to_decide_is_of_its_tasks(busy: Path) -> None:
    """Of a plan that is asked for as a whole nothing is left out, also what is of no task."""
    whole, same, part = (read(busy, PackAsked("2023", query)).plans[0] for query in ("", "plan:清屿", "path:2.1"))
    assert whole.part.doubts == same.part.doubts
    assert any(doubt.path is None for doubt in whole.part.doubts)
    wanted = [doubt for doubt in whole.part.doubts if f"{doubt.path}.".startswith("2.1.")]
    assert 0 < len(wanted) < len(whole.part.doubts)
    assert list(part.part.doubts) == wanted


# Whatever documents say


def test_hostile_text_stays_text_and_in_its_folder(busy: Path, tmp_path: Path) -> None:
    hostile.make_hostile(busy)
    busy_database.command(busy, [*ADD, "中山"])
    folder = tmp_path / "out"
    done = written(busy, folder, PackAsked("2023"))
    assert sorted(done.files) == sorted(one for one in folder.rglob("*") if one.is_file())
    assert all(one.resolve().is_relative_to(folder.resolve()) for one in done.files)
    for name in ("pack.docx", "slips.docx"):
        assert of_docx((folder / name).read_bytes())
    pages = of_xlsx_sheets((folder / "pack.xlsx").read_bytes())
    for sheet in ("迟和受阻", "任务单"):
        assert pages[sheet]


@settings(max_examples=8)
@given(st.lists(TEXT.filter(lambda text: search_text(text) != ""), min_size=6, max_size=6, unique_by=search_text))
def test_any_names_and_titles_are_counted(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("odd")
    database = viewing_data.fill(folder / "odd.db")
    with closing(sqlite3.connect(database)) as connection, connection:
        for number, text in enumerate(texts, 1):
            told = text.encode("utf-8", "replace").decode()
            name = told if search_text(told) else f"局{number}"
            connection.execute("UPDATE unit SET name = ?, search = ? WHERE id = ?", (name, search_text(name), number))
            connection.execute("UPDATE task SET title = ? WHERE id = ?", (told, number + 2))
            connection.execute("UPDATE mark SET note = ?", (told,))
    written(database, folder / "out")
    for sheet in all_sheets(read(database).plans):
        assert cells(folder / "out" / "csv" / f"{sheet.name}.csv")[: len(sheet.rows) + 1] == plain(sheet)
        keys = [column.key for column in sheet.columns]
        for row in sheet.rows if sheet.name in ("by_action", "by_lead") else ():
            asked = str(row[keys.index("query")])
            assert len(listed(database, "tasks", asked, today=ON).rows) == row[keys.index("tasks")], asked

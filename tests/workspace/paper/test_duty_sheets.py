"""Duty sheets as files: what stands in them, where they go, and that nothing is half-written."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciplan_tui.core.duty_paper.letter import Letter, duty_document
from sciplan_tui.core.duty_paper.tables import duty_book, duty_tables
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError, WritingError
from sciplan_tui.locale import say, speak
from sciplan_tui.workspace.demo import DAY, fill
from sciplan_tui.workspace.paper.duty_sheets import Wanted, Written, write_duty_sheets
from sciplan_tui.workspace.paper.issued import last_issued
from sciplan_tui.workspace.unit.registering import add_unit, set_members
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers import atomic, xlsx
from sciplan_tui.writers import paper as documents
from tests import viewing_data as data
from tests.viewing_data import TODAY
from tests.workspace.paper.duty_papers import PLAN, paper, papers
from tests.writers.odd_sheets import HOSTILE
from tests.writers.reading_back import of_docx, of_xlsx_sheets, said

AT = "2024-03-01T10:00:00"
ALL = ["各镇人民政府", "市委宣传部", "市教育局", "市科协", "市财政局"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "view.db")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    fill(path)
    return path


def write(database: Path, out: Path, *units: str, plan: str | None = PLAN, **more: Any) -> Written:
    wanted = Wanted(out, ViewSpec(plan), units, **more)
    return write_duty_sheets(database, wanted, today=TODAY, at=AT)


def stems(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


# What stands in them


def test_a_paper_to_be_sealed_may_do_without_queries_and_the_workbook_has_them(demo: Path, tmp_path: Path) -> None:
    for folder, queries in (("with", True), ("without", False)):
        write(demo, tmp_path / folder, "市科协", plan="湘潭", queries=queries)

    def text(folder: str) -> str:
        (file,) = (tmp_path / folder).glob("*.docx")
        made = docx.Document(str(file))
        cells = (cell.text for table in made.tables for row in table.rows for cell in row.cells)
        return "\n".join([*(line.text for line in made.paragraphs), *cells])

    told = "sciplan tasks", "改动", "查询"
    assert all(word in text("with") for word in told)
    assert not any(word in text("without") for word in told)
    assert "计数：" in text("without")
    books = [next((tmp_path / folder).glob("*.xlsx")).read_bytes() for folder in ("with", "without")]
    assert of_xlsx_sheets(books[0]) == of_xlsx_sheets(books[1])


@pytest.mark.parametrize("plan", ["湘潭", "清屿"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_word_and_excel_say_what_the_tables_say_cell_for_cell(demo: Path, plan: str, language: str) -> None:
    speak(language)
    try:
        for made in papers(demo, plan, DAY)[::4]:
            tables = duty_tables(made)
            content = documents.write(duty_document(made, tables, Letter()), made.on)
            assert of_docx(content) == [said(table) for table in tables if table.rows]
            book = xlsx.write(duty_book(made, tables))
            assert of_book(book, tables) == [said(table) for table in tables]
    finally:
        speak("zh")


def of_book(book: bytes, tables: Iterable[Sheet]) -> list[list[list[str]]]:
    """The cells of these tables in a workbook, without the notes beneath them."""
    pages = of_xlsx_sheets(book)
    rows = [(pages[say(f"export.sheet.{table.name}")], table) for table in tables]
    return [[row[: len(table.columns)] for row in page[: len(table.rows) + 1]] for page, table in rows]


def lines(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def test_the_cover_note_has_the_parts_of_a_letter_and_gaps_for_what_is_not_known(database: Path) -> None:
    made = paper(database, "市科协")
    letter = Letter("市科学素质办", datetime.date(2024, 3, 20))
    told = lines(documents.write(duty_document(made, duty_tables(made), letter), made.on))
    assert told[0] == "关于核对责任清单、报送进展情况的函"
    assert told[1] == "市科协："
    assert "于2024年3月20日前" in told[3]
    assert told[4].count("〔待补〕") == 2
    assert "附件：市科协责任清单" in told
    seal = told.index("市科学素质办（盖章）")
    assert [line for line in told[seal + 1 :] if line][:3] == ["2024年3月1日", "附件", "市科协责任清单"]
    bare = lines(documents.write(duty_document(made, duty_tables(made), Letter()), made.on))
    assert "〔待补：发函单位〕（盖章）" in bare
    assert "于〔待补：报送日期〕前" in bare[3]
    without = lines(documents.write(duty_document(made, duty_tables(made), None), made.on))
    assert without[0] == "市科协责任清单"
    assert "函" not in "".join(without[:3])


@pytest.mark.parametrize("first", range(0, len(HOSTILE), 3))
def test_any_text_of_a_plan_is_told_in_both_as_it_is(database: Path, first: int) -> None:
    """Three in one sheet, for it is the writing of the files that takes long."""
    title, quote, note = (*HOSTILE, *HOSTILE)[first : first + 3]
    foreign(database, title, quote, note)
    made = paper(database, "市科协")
    tables, letter = duty_tables(made), Letter(f"{title}{quote}{note}")
    assert of_docx(documents.write(duty_document(made, tables, letter), made.on)) == [said(one) for one in tables]
    assert of_book(xlsx.write(duty_book(made, tables)), tables) == [said(table) for table in tables]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_text_of_any_kind_is_written_or_shown_as_what_cannot_be(database: Path, text: str) -> None:
    foreign(database, text, text, text)
    made = paper(database, "市科协")
    tables = duty_tables(made)
    assert of_docx(documents.write(duty_document(made, tables, Letter(text)), made.on)) == [said(one) for one in tables]


def foreign(database: Path, *texts: str) -> None:
    """The texts as title, sentence and note, cleaned as every text that comes in."""
    import sqlite3
    from contextlib import closing

    from sciplan_tui.core.characters import clean_text

    title, quote, note = map(clean_text, texts)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE task SET title = ? WHERE id = 5", (title,))
        connection.execute("UPDATE assignment SET quote = ? WHERE task_id = 5", (quote,))
        connection.execute("UPDATE mark SET note = ? WHERE task_id = 3", (note,))


# Where they go


def test_a_folder_is_made_and_holds_the_sheets_of_all_who_hold_duties(database: Path, tmp_path: Path) -> None:
    written = write(database, tmp_path / "new" / "out")
    assert stems(tmp_path / "new" / "out") == sorted(
        f"{unit}责任清单.{form}" for unit in ALL for form in ("docx", "xlsx")
    )
    assert (written.units, len(written.files), written.unnoted) == (5, 10, None)


def test_members_of_a_collective_have_sheets_of_their_own(database: Path, tmp_path: Path) -> None:
    set_members(database, PLAN, "各镇人民政府", add=["东镇人民政府"], remove=[], since=None, until=None, at=AT)
    write(database, tmp_path / "out", format="xlsx")
    assert "东镇人民政府责任清单.xlsx" in stems(tmp_path / "out")


def test_one_unit_may_go_to_a_file(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "kx.docx"
    assert write(database, file, "科协").files == (file,)
    assert lines(file.read_bytes())[1] == "市科协："
    for more in ({"format": "xlsx"}, {"units": 2}):
        units = ("市科协", "市教育局")[: more.pop("units", 1)]
        with pytest.raises(WritingError, match="一个单位的一种格式"):
            write(database, tmp_path / "two.docx", *units, **more)
    assert not (tmp_path / "two.docx").exists()


def test_a_unit_is_found_as_a_person_calls_it(database: Path, tmp_path: Path) -> None:
    assert [file.name for file in write(database, tmp_path, "教育", format="docx").files] == ["市教育局责任清单.docx"]
    with pytest.raises(RefusedError):
        write(database, tmp_path, "市卫健委")
    with pytest.raises(RefusedError, match="没有承担任何任务"):
        write(database, tmp_path, "市文旅局")


def test_names_from_a_plan_never_leave_the_folder_and_no_two_are_one(database: Path, tmp_path: Path) -> None:
    odd = ["../../甲局", "甲/局", "甲:局", "CON", "局" * 90, "局" * 91]
    for name in odd:
        add_unit(database, PLAN, name, at=AT)
    set_members(database, PLAN, "各镇人民政府", add=odd, remove=[], since=None, until=None, at=AT)
    before = {*tmp_path.rglob("*")}
    written = write(database, tmp_path / "out", format="xlsx")
    assert len({str(file).casefold() for file in written.files}) == written.units == len(ALL) + len(odd)
    assert {file.parent for file in written.files} == {tmp_path / "out"}
    assert {*tmp_path.rglob("*")} - before == {tmp_path / "out", *written.files}


def test_of_several_plans_the_plan_stands_in_the_name(demo: Path, tmp_path: Path) -> None:
    wanted = Wanted(tmp_path / "out", ViewSpec(None, "lead:科协 plan:湘潭,清屿"), format="xlsx")
    write_duty_sheets(demo, wanted, today=DAY, at=AT)
    names = stems(tmp_path / "out")
    assert "湘潭市-2021-市科协责任清单.xlsx" in names
    assert "清屿市-2021-市科协责任清单.xlsx" in names


# What is in the way


def test_nothing_is_written_where_files_are_in_the_way_unless_forced(database: Path, tmp_path: Path) -> None:
    write(database, tmp_path / "out", "市科协")
    before = {file: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    with pytest.raises(WritingError, match="已有 2 个"):
        write(database, tmp_path / "out")
    assert {file: file.read_bytes() for file in (tmp_path / "out").iterdir()} == before
    assert len(write(database, tmp_path / "out", force=True).files) == 10


def test_a_file_in_the_place_of_the_folder_is_one_sentence(database: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    for out in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(WritingError, match="不是文件夹"):
            write(database, out)
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_that_is_only_read_is_one_sentence(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(beside: Path, content: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(atomic, "_fill", refused)
    with pytest.raises(WritingError, match="Permission denied"):
        write(database, tmp_path / "out")
    assert stems(tmp_path / "out") == []


def test_what_stands_when_one_file_fails_stays_and_is_named(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, done = atomic._put, []

    def full(beside: Path, target: Path, *, force: bool) -> None:
        if len(done) == 5:
            raise OSError(28, "No space left on device")
        done.append(target)
        put(beside, target, force=force)

    monkeypatch.setattr(atomic, "_put", full)
    with pytest.raises(WritingError, match="已写好的 5 个文件留在") as caught:
        write(database, tmp_path / "out")
    assert "No space left" in str(caught.value)
    assert stems(tmp_path / "out") == sorted(file.name for file in done)
    with View.open(database, TODAY) as view:
        noted = [view.unit(number).name for number in range(1, 7) if last_issued(view, "duty_sheet", 1, number)]
    assert len(noted) == 2, "a unit whose files are not all there was not sent its sheet"


def test_it_can_be_broken_off_between_two_sheets(database: Path, tmp_path: Path) -> None:
    def step(done: int, count: int) -> None:
        if (done, count) == (2, 5):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_duty_sheets(database, Wanted(tmp_path / "out", ViewSpec(PLAN)), today=TODAY, at=AT, step=step)
    assert len(stems(tmp_path / "out")) == 4


def test_that_they_went_out_is_noted_and_no_hindrance(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(database, tmp_path / "out", "市科协", format="docx")
    with View.open(database, TODAY) as view:
        noted = last_issued(view, "duty_sheet", 1, 2)
        assert noted is not None
        assert (noted.on_day, noted.entry_id, noted.at) == (TODAY.isoformat(), view.state, AT)
    monkeypatch.setattr("sciplan_tui.store.database.engine.SETTINGS", {"busy_timeout": 1})
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        written = write(database, tmp_path / "out", "市教育局", format="docx")
    assert len(written.files) == 1
    assert written.unnoted is not None

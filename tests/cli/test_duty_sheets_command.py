"""`sciplan duty-sheets`: what it writes where, what it says, and how it ends."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from sciplan_tui.exits import Exit
from sciplan_tui.locale import speak
from tests import viewing_data
from tests.busy_database import command
from tests.writers.reading_back import of_docx


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCIPLAN_TODAY", "2024-03-01")
    return viewing_data.fill(tmp_path / "view.db")


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    yield
    speak("zh")


def files(folder: str) -> list[str]:
    return sorted(one.name for one in Path(folder).iterdir())


def paragraphs(file: str) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(Path(file).read_bytes())).paragraphs]


def test_all_units_of_a_plan_in_both_formats(database: Path) -> None:
    code, said = command(database, ["duty-sheets", "--plan", "甲市", "-o", "out"])
    assert code is Exit.DONE
    assert "5 个单位的责任清单，10 个文件" in said
    assert len(files("out")) == 10


def test_units_by_name_and_those_of_a_query(database: Path) -> None:
    command(database, ["duty-sheets", "科协", "教育", "--plan", "甲市", "-o", "two", "--format", "docx"])
    assert files("two") == ["市教育局责任清单.docx", "市科协责任清单.docx"]
    command(database, ["duty-sheets", "--query", "path:2.2", "--plan", "甲市", "-o", "some", "--format", "xlsx"])
    assert files("some") == ["各镇人民政府责任清单.xlsx"]


def test_one_unit_to_a_file_with_all_that_the_note_asks(database: Path) -> None:
    asked = ["duty-sheets", "科协", "-o", "kx.docx", "--on", "2023-10-20", "--from", "市科学素质办"]
    code, _ = command(database, [*asked, "--reply-by", "2023-11-01"])
    assert code is Exit.DONE
    told = paragraphs("kx.docx")
    assert "市科学素质办（盖章）" in told
    assert "2023年10月20日" in told
    assert any("2023年11月1日前" in line for line in told)
    assert not any("迟" in cell for table in of_docx(Path("kx.docx").read_bytes()) for row in table for cell in row)
    assert command(database, asked)[0] is Exit.MEND, "it is there already"
    assert command(database, [*asked, "--force", "--no-note"])[0] is Exit.DONE
    assert paragraphs("kx.docx")[0] == "市科协责任清单"


def test_in_english(database: Path) -> None:
    code, said = command(database, ["--lang", "en", "duty-sheets", "市科协", "-o", "kx.docx"])
    assert (code, "units: 1" in said) == (Exit.DONE, True)
    assert "〔to fill in: sender〕 (seal)" in paragraphs("kx.docx")


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ([], Exit.USAGE, "还缺 -o DIR|FILE"),
        (["-o", "out", "--on", "soon"], Exit.USAGE, "soon"),
        (["-o", "out", "--reply-by", "2024-13-01"], Exit.USAGE, "2024-13-01"),
        (["-o", "out", "--reply-by", "2001-01-20"], Exit.MEND, "2001-01-20"),
        (["-o", "out", "--format", "pdf"], Exit.USAGE, "pdf"),
        (["市某局", "-o", "out"], Exit.MEND, "市某局"),
        (["市文旅局", "-o", "out"], Exit.MEND, "没有承担任何任务"),
        (["--plan", "乙县", "-o", "out"], Exit.MEND, "没有承担任务的单位"),
        (["--query", "lead:无此单位", "-o", "out"], Exit.MEND, "没有承担任务的单位"),
        (["科协", "教育", "-o", "two.docx"], Exit.MEND, "two.docx"),
        (["科协", "-o", "view.db"], Exit.MEND, "不是文件夹"),
        (["科协", "-o", "kx.docx", "--format", "xlsx"], Exit.MEND, "--format"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_no_file(database: Path, words: list[str], code: Exit, why: str) -> None:
    before = sorted(Path.cwd().rglob("*"))
    ended, said = command(database, ["duty-sheets", *words])
    assert (ended, said.count("\n")) == (code, 1)
    assert why in said
    assert sorted(Path.cwd().rglob("*")) == before


def test_who_holds_it_on_another_day(database: Path) -> None:
    command(database, ["unit", "rename", "市科协", "市科技联", "--plan", "甲市", "--on", "2024-01-01"])
    command(database, ["duty-sheets", "市科技联", "-o", "now", "--format", "docx"])
    command(database, ["duty-sheets", "市科协", "-o", "then", "--format", "docx", "--as-of", "2023-06-01"])
    assert (files("now"), files("then")) == (["市科技联责任清单.docx"], ["市科协责任清单.docx"])

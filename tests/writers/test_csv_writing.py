from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.matrix import Cell, MarkCell
from sciplan_tui.core.plan import Problem, Role, Status
from sciplan_tui.core.sheet import Code, Column, Names, Sheet, Value
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import speak
from sciplan_tui.writers import csv as csv_writer
from sciplan_tui.writers import json as json_writer
from sciplan_tui.writers.wording import coded, worded
from tests.writers import reading_back
from tests.writers.odd_sheets import sheets

STARTS = ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠"]
PAYLOADS = [start + "cmd|'/C calc'!A0" for start in STARTS]
PAYLOADS += [blank + "=1+1" for blank in (" ", "\u3000", "\xa0", "\ufeff", " \t ", "\x00", "\n", "\u2003")]
PAYLOADS += ['=HYPERLINK("x")', "@SUM(A1)", "-2+3", "+86", "－科普", " ＝1", "=", "-", "--", "\t=1", '"=1"'[1:]]


def read_back(content: bytes, encoding: str = "utf-8-sig") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(encoding), newline="")))


def is_formula(text: str) -> bool:
    return text.lstrip(" \t\r\n\x00\ufeff\u3000\xa0\u2003")[:1] in tuple("=+-@＝＋－＠") or text[:1] in tuple(
        "\t\r\n\x00"
    )


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("column", [0, 1, 2])
def test_no_text_becomes_a_formula(payload: str, column: int) -> None:
    row = ["科普", "基地", "节"]
    row[column] = payload
    assert is_formula(payload)
    back = read_back(csv_writer.write_rows(["a", "b", "c"], [row]))[1]
    assert not is_formula(back[column])
    assert back[column] == f"'{payload}"
    assert [back[i] for i in range(3) if i != column] == [row[i] for i in range(3) if i != column]


def test_heads_are_guarded_too() -> None:
    assert read_back(csv_writer.write_rows(["=1"], []))[0] == ["'=1"]


@pytest.mark.parametrize(
    "text", ["科普", "2021—2025", "(一)", "牵", "'quoted", "a=b", "100%", "a,b", 'a"b', "a\r\nb", ""]
)
def test_harmless_text_is_as_it_was(text: str) -> None:
    assert read_back(csv_writer.write_rows(["a"], [[text]]))[1:] == [[text]]


def test_numbers_are_numbers() -> None:
    assert read_back(csv_writer.write_rows(["a"], [[-1], [2.5]]))[1:] == [["-1"], ["2.5"]]


def test_for_excel_by_default() -> None:
    content = csv_writer.write_rows(["任务"], [["科普"]])
    assert content == b'\xef\xbb\xbf"\xe4\xbb\xbb\xe5\x8a\xa1"\r\n"\xe7\xa7\x91\xe6\x99\xae"\r\n'


@given(st.lists(st.text(st.characters(codec=None)), min_size=2, max_size=2), st.sampled_from(csv_writer.ENCODINGS))
def test_any_text_can_be_exported(cells: list[str], encoding: str) -> None:
    content = csv_writer.write_rows(["a", "b"], [cells], encoding)
    back = read_back(content, encoding)
    assert len(back) == 2
    assert not any(is_formula(cell) for cell in back[1])
    if not any("\ud800" <= sign <= "\udfff" for cell in cells for sign in cell):
        assert [cell in (said, f"'{said}") for cell, said in zip(back[1], cells, strict=True)] == [True, True]
    json_writer.write_objects([cells])


def _kept(name: str) -> str:
    """Halves of surrogate pairs are no text that UTF-8 could hold."""
    return re.sub("[\ud800-\udfff]", "\ufffd", name)


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_any_sheet_comes_back_cell_for_cell(made: Sheet) -> None:
    lines = [[csv_writer.cell(text) for text in row] for row in reading_back.said(made)]
    assert read_back(csv_writer.write_sheet(made)) == lines
    told = json.loads(json_writer.write_sheet(made))
    plain = [place for place, column in enumerate(made.columns) if column.title is None]
    named = [str(column.title) for column in made.columns[-2:]]
    for row, found in zip(made.rows, told, strict=True):
        assert [found[made.columns[place].key] for place in plain] == [coded(row[place]) for place in plain]
        wanted = [
            {} if value is None else {_kept(name): coded(value)} for name, value in zip(named, row[-2:], strict=True)
        ]
        assert [found["units"], found["marks"]] == wanted


def test_rare_characters_are_held_by_gb18030() -> None:
    assert read_back(csv_writer.write_rows(["𠮷〇🟢"], [], "gb18030"), "gb18030") == [["𠮷〇🟢"]]


def test_unknown_encoding_is_said() -> None:
    with pytest.raises(WritingError, match="big5"):
        csv_writer.write_rows(["a"], [], "big5")


@pytest.mark.parametrize(
    ("value", "zh", "en", "code"),
    [
        (None, "", "", None),
        (True, "是", "yes", True),
        (2.0, 2, 2, 2),
        (Code("role", "lead"), "牵头", "lead", "lead"),
        (Names(("甲局", "乙局")), "甲局、乙局", "甲局; 乙局", ["甲局", "乙局"]),
        (Problem("not_a_code", 3, (("a", "1"),)), "not_a_code a=1", "not_a_code a=1", "not_a_code a=1"),
        ((Cell(Role.LEAD),), "牵", "L", [{"role": "lead", "inherited": False, "origin": "printed"}]),
        ((Cell(Role.LEAD, True), Cell(Role.SUPPORT)), "(牵)配", "(L)S", None),
        (
            MarkCell(Status.IN_PROGRESS, "late"),
            "推进中 迟",
            "in progress late",
            {"status": "in_progress", "light": "late"},
        ),
    ],
)
def test_cells_are_worded_for_people_and_coded_for_programs(value: Value, zh: object, en: object, code: object) -> None:
    for language, said in (("zh", zh), ("en", en)):
        speak(language)
        try:
            assert worded(value) == said
        finally:
            speak("zh")
    if code is not None:
        assert coded(value) == code


def test_json_is_an_array_of_objects() -> None:
    columns = (Column("path"), Column("unit:1", "市科协"), Column("milestone:2", "2023年"))
    sheet = Sheet("matrix", columns, (("2.1", (Cell(Role.LEAD),), None), ("2.2", None, MarkCell(Status.DONE))))
    rows = json.loads(json_writer.write_sheet(sheet))
    assert [row["path"] for row in rows] == ["2.1", "2.2"]
    assert rows[0]["units"]["市科协"][0]["role"] == "lead"
    assert rows[0]["marks"] == {}
    assert rows[1]["marks"] == {"2023年": {"status": "done", "light": None}}
    assert json.loads(json_writer.write_sheet(Sheet("matrix", columns, ()))) == []

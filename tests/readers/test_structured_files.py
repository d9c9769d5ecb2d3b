"""CSV and JSON files: what spreadsheets and this program write comes in whole; what is broken is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.document import Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers import csv as csv_reader
from sciplan_tui.readers import json as json_reader
from sciplan_tui.writers.csv import write_rows

HEAD = "序号,任务,牵头单位"


def rows(data: bytes) -> list[tuple[str, ...]]:
    (table,) = csv_reader.read("表.csv", data).blocks
    assert isinstance(table, Table)
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_spreadsheets(encoding: str) -> None:
    assert rows(f"{HEAD}\r\n1,办讲座,市科协\r\n".encode(encoding))[1] == ("1", "办讲座", "市科协")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiters_of_spreadsheets(delimiter: str) -> None:
    text = delimiter.join(HEAD.split(",")) + "\n" + delimiter.join(["1", '"办讲座, 展览; 等"', "市科协"]) + "\n"
    assert rows(text.encode())[1] == ("1", "办讲座, 展览; 等", "市科协")


def test_quotes_and_line_breaks_inside_a_cell() -> None:
    document = csv_reader.read("表.csv", f'{HEAD}\n1,"甲\n乙 ""丙""",市科协\n\n2,丁,市教育局\n'.encode())
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert [(row.line, row.cells[1]) for row in table.rows] == [(1, "任务"), (2, '甲\n乙 "丙"'), (5, "丁")]


cells = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Cf"]), max_size=8).filter(
    lambda text: not text.startswith("'")
)


@given(st.lists(st.lists(cells, min_size=3, max_size=3).filter(any), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_what_was_made_formula_proof_comes_back(table: list[list[str]]) -> None:
    from sciplan_tui.core.characters import clean_text

    data = write_rows(["甲", "乙", "丙"], table)
    assert rows(data)[1:] == [tuple(clean_text(cell) for cell in row) for row in table]


def test_formulas_come_back_as_they_were() -> None:
    table = [["=1+1", "-甲", "＝乙"], ["@丙", "+丁", "'戊"]]
    assert rows(write_rows(["甲", "乙", "丙"], table))[1:] == [tuple(row) for row in table]


def test_controls_are_made_harmless() -> None:
    assert rows(f"{HEAD}\n1,甲\x1b[31m乙,市科协\n".encode())[1][1] == "甲\ufffd[31m乙"
    payload = json_reader.read("方案.json", b'{"title": "\\u001b[31m"}').payload
    assert payload == {"title": "\ufffd[31m"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (f'{HEAD}\n1,"甲,市科协\n'.encode(), "csv_broken"),
        (f"{HEAD}\n1,{'甲' * 140_000},市科协\n".encode(), "csv_broken"),
        (f"{HEAD}\n".encode() + b"1,a,b\n" * (csv_reader.LARGEST_ROWS + 1), "csv_long"),
    ],
)
def test_a_broken_table_is_named(data: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        csv_reader.read("表.csv", data)
    assert caught.value.code == code
    assert str(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"schema": ', "json_broken"),
        ('{"a": 1}\n{"a": 2}', "json_more"),
        ("[1, 2]", "json_no_object"),
        ('{"value": NaN}', "json_odd"),
        ('{"a": ' * 100_000, "json_odd"),
        ('{"value": 1' + "0" * 5_000 + "}", "json_odd"),
    ],
)
def test_a_broken_object_is_named(text: str, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        json_reader.read("方案.json", text.encode())
    assert caught.value.code == code
    assert str(caught.value)


def test_an_object_comes_in_with_its_raw_text() -> None:
    text = json.dumps({"schema": "sciplan-plan/1", "title": "方案"}, ensure_ascii=False)
    document = json_reader.read("方案.json", b"\xef\xbb\xbf" + text.encode())
    assert (document.payload, document.raw) == (json.loads(text), text)
    assert (document.source.format, document.source.encoding) == ("json", "utf-8-sig")

"""A table to be pasted: no cell breaks out of its own, and none becomes a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.sheet import Code, Column, Sheet
from sciplan_tui.writers.tsv import cell, write_rows, write_sheet


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("青少年", "青少年"),
        ("a\tb", "a b"),
        ("a\r\nb\u2028c", "a b c"),
        ("=1+1", "'=1+1"),
        ("\t=1+1", "'\t=1+1".replace("\t", " ")),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ('"引号', '"""引号"'),
        ('中"间', '中"间'),
        ("\x1b[31m", "\ufffd[31m"),
        (-3, "-3"),
        ("", ""),
    ],
)
def test_cells(text: str | int, pasted: str) -> None:
    assert cell(text) == pasted


@given(st.lists(st.lists(st.text(), min_size=3, max_size=3), max_size=5))
def test_what_is_pasted_has_as_many_rows_and_columns(rows: list[list[str]]) -> None:
    text = write_rows(["一", "二", "三"], rows)
    assert text.count("\n") == len(rows) + 1
    assert {line.count("\t") for line in text.splitlines()} == {2}
    read = list(csv.reader(io.StringIO(text), dialect="excel-tab"))
    assert {len(row) for row in read} == {3}
    assert not any(found.lstrip()[:1] in tuple("=+-@") for row in read for found in row if found.lstrip())


def test_a_sheet_in_words() -> None:
    sheet = Sheet("tasks", (Column("path"), Column("unit:1", "科\t协")), (("2.1", Code("role", "lead")),))
    assert write_sheet(sheet) == "编号\t科 协\n2.1\t牵头\n"

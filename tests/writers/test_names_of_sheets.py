"""Sheets of several plans in one workbook: Excel takes their names, and none is that of another."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.writers.sheet.names import LONGEST, sheet_names


def named(*parts: str) -> list[str]:
    return list(sheet_names(Sheet("matrix", (Column("path"),), (), part=part) for part in parts))


def test_a_sheet_bears_the_key_of_its_plan() -> None:
    assert named("", "湘潭市-2021", "湘潭市-2021", "a/b:c*d'") == [
        "任务与单位矩阵",
        "任务与单位矩阵 湘潭市-2021",
        "任务与单位矩阵 湘潭市-2021 (2)",
        "任务与单位矩阵 a b c d",
    ]


@given(st.lists(st.text(max_size=60), max_size=6))
def test_excel_takes_any_name_of_a_plan(parts: list[str]) -> None:
    names = named(*parts)
    assert len({name.casefold() for name in names}) == len(parts)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= LONGEST for name in names)
    book = openpyxl.Workbook()
    for name in names:
        book.create_sheet(name)
    book.save(io.BytesIO())
    assert book.sheetnames[1:] == names

"""Rows of cells as Excel keeps them, and as text."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SHARE = re.compile(r"(\d+)%")
_COUNT = re.compile(r"\d+")
Merge = tuple[tuple[int, int], tuple[int, int]]


def workbook(name: str, rows: Sequence[Sequence[str]], merges: Sequence[Merge] = (), *, typed: bool = False) -> bytes:
    """An .xlsx of one sheet. `typed`: days, shares and counts are numbers, which their formats print as they are."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name)
        covered = {
            (row, column)
            for (top, left), (bottom, right) in merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        for (top, left), (bottom, right) in merges:
            sheet.merge_range(top, left, bottom, right, rows[top][left])
        formats = {form: book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "0%", "0")}
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if (number, place) not in covered:
                    value, form = _typed(cell) if typed else (cell, None)
                    sheet.write(number, place, value, formats[form] if form else None)
    return out.getvalue()


def _typed(cell: str) -> tuple[Any, str | None]:
    if _DAY.fullmatch(cell):
        return datetime.date.fromisoformat(cell), "yyyy-mm-dd"
    if found := _SHARE.fullmatch(cell):
        return int(found[1]) / 100, "0%"
    return (int(cell), "0") if _COUNT.fullmatch(cell) else (cell, None)


def separated(rows: Sequence[Sequence[str]], sign: str, encoding: str = "utf-8-sig") -> bytes:
    """The cells parted by `sign`, as Excel saves them."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue().encode(encoding)

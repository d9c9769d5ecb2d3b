"""A sheet as text to be pasted into a table: a tab between two cells, a line a row, no cell that breaks out of its own.

Excel and WPS take a cell that begins with a quote for a quoted one, which may swallow what follows: it is quoted whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers import csv
from sciplan_tui.writers.wording import head, worded

_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def cell(value: str | int | float) -> str:
    """One cell's text: on one line, without tab or control character, and nothing that is taken for a formula."""
    text = show_text(_BREAKS.sub(" ", str(csv.cell(value) if isinstance(value, str) else value)))
    return '"' + text.replace('"', '""') + '"' if text.startswith('"') else text


def write_sheet(sheet: Sheet) -> str:
    """The sheet's heads and rows, in the language in force."""
    return write_rows(
        [head(column) for column in sheet.columns], ([worded(value) for value in row] for row in sheet.rows)
    )


def write_rows(heads: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> str:
    """Rows of plain cells under their heads."""
    return "".join("\t".join(map(cell, row)) + "\n" for row in [heads, *rows])

"""Exported files read back into plain cells, to hold them against the sheet they were made of."""

from __future__ import annotations

import io
import warnings

from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.wording import head, worded

Cells = list[list[str]]


def said(sheet: Sheet) -> Cells:
    """Heads and rows as people read them."""
    heads = [head(column) for column in sheet.columns]
    return [heads, *([str(worded(value)) for value in row] for row in sheet.rows)]


def of_xlsx(content: bytes, sheet: str) -> Cells:
    """The cells of one sheet of a workbook; none of them may be a formula or a link."""
    import openpyxl
    from openpyxl.utils.escape import unescape

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content))
    page = book[sheet]
    rows = list(page.iter_rows(max_col=page.max_column))
    assert all(cell.data_type in "sn" and cell.hyperlink is None for row in rows for cell in row)
    return [["" if cell.value is None else unescape(str(cell.value)) for cell in row] for row in rows]

"""Sheets of a workbook whose rows begin as high as their text needs, and grow with what a person writes in them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from xlsxwriter.worksheet import Worksheet

from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.plan import Problem
from sciplan_tui.core.sheet import Names, Value
from sciplan_tui.writers.wording import worded

_WRAPPED = 42
"""Characters of a line in the widest column: a Chinese character is not parted."""
_HELD = "customHeight"


class GrowingRows(Worksheet):  # type: ignore[misc]
    """The library says of each height that a person chose it, and a program then keeps it whatever is written; without
    that word it is where the row begins.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        kept = [one for one in attributes if one[0] != _HELD] if tag == "row" else attributes
        super()._xml_start_tag_unencoded(tag, kept)


def lines_of(row: Sequence[Value]) -> int:
    """Lines of the highest cell, in columns as wide as they are made at most.

    Excel reckons them by itself; LibreOffice draws a row as high as the file says.
    """
    long = [
        value for value in row if isinstance(value, Names | Problem) or (isinstance(value, str) and _may_wrap(value))
    ]
    return max((sum(ceil(cell_width(line) / _WRAPPED) or 1 for line in _text(value)) for value in long), default=1)


def _may_wrap(text: str) -> bool:
    return len(text) > _WRAPPED // 2 or "\n" in text


def _text(value: Value) -> list[str]:
    return str(worded(value)).split("\n")

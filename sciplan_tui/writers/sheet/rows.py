"""Sheets of a workbook whose rows are written as text of their own, and begin as high as their text needs.

The library writes a row cell by cell, which takes most of the time of a large table; a row here is put together of
cells that are worded but once, and goes straight to where the library lays rows aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil, isfinite
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.plan import Problem
from sciplan_tui.core.sheet import Names, Value
from sciplan_tui.writers.wording import worded

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_WRAPPED = 42
"""Characters of a line in the widest column: a Chinese character is not parted."""
_HELD = "customHeight"
_EXACT = 10**15
"""A spreadsheet keeps 15 figures of a number."""
_SPECIAL = re.compile(r"[&<>\x00-\x1f\ufffe\uffff]|_x|\A\s|\s\Z")
"""What stands otherwise in the file than it reads."""


class GrowingRows(Worksheet):  # type: ignore[misc]
    """The library says of each height that a person chose it, and a program then keeps it whatever is written; without
    that word it is where the row begins.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, object]] = ()) -> None:
        kept = [one for one in attributes if one[0] != _HELD] if tag == "row" else attributes
        super()._xml_start_tag_unencoded(tag, kept)

    def put(self, number: int, cells: Sequence[tuple[int, str]], height: float | None = None) -> None:
        """A row below all that were written, the first being 0: the places of its cells, and each as `cell` says it.

        `height` in points, where it is not the usual one.
        """
        if number > self.previous_row:
            self._write_single_row(number)
        high = f' ht="{height:g}"' if height else ""
        said = "".join([f'<c r="{_name(place)}{number + 1}"{text}' for place, text in cells])
        self.row_data_fh.write(f'<row r="{number + 1}"{high}>{said}</row>')
        self._check_dimensions(number, 0)

    def cell(self, said: str | float, drawn: Format) -> str:
        """A cell without its place: text as text, a number as a number where a spreadsheet keeps it."""
        style = drawn._get_xf_index()
        if not isinstance(said, str):
            if isfinite(said) and abs(said) < _EXACT:
                return f' s="{style}"><v>{said:.16G}</v></c>'
            said = str(said)
        room = ""
        if _SPECIAL.search(said):
            room = ' xml:space="preserve"' if said != said.strip() else ""
            said = self._escape_data(self._escape_control_characters(said))
        return f' s="{style}" t="inlineStr"><is><t{room}>{said}</t></is></c>'

    def blank(self, drawn: Format) -> str:
        """A cell that says nothing, without its place: it has its lines like the others."""
        return f' s="{drawn._get_xf_index()}"/>'


_names: dict[int, str] = {}


def _name(place: int) -> str:
    """`A` for the first column."""
    return _names.get(place) or _names.setdefault(place, xl_col_to_name(place))


def lines_of(value: Value) -> int:
    """Lines of a cell, in a column as wide as it is made at most.

    Excel reckons them by itself; LibreOffice draws a row as high as the file says.
    """
    if not isinstance(value, Names | Problem) and not (isinstance(value, str) and _may_wrap(value)):
        return 1
    return sum(ceil(cell_width(line) / _WRAPPED) or 1 for line in str(worded(value)).split("\n"))


def _may_wrap(text: str) -> bool:
    return len(text) > _WRAPPED // 2 or "\n" in text

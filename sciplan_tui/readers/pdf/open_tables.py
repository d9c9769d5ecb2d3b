"""Task tables without upright lines.

Such a table is looked for only below a line that names the columns of a task table. One whose columns or rows can't be
told is handed on as unread: its lines mix the words of several cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from sciplan_tui.core.parse.line.markers import begins_heading
from sciplan_tui.core.parse.table.heads import Column, read_head
from sciplan_tui.readers.laying import Grid, Unread
from sciplan_tui.readers.pdf.lines import TextLine
from sciplan_tui.readers.pdf.open_columns import (
    FEWEST_COLUMNS,
    Columns,
    columns,
    head_cells,
    is_head,
    line_cells,
    line_parts,
    own_lines,
)
from sciplan_tui.readers.pdf.open_rows import CellLines
from sciplan_tui.readers.pdf.page import Rule
from sciplan_tui.readers.pdf.tables import PADDING, cell_text

_MOST_OF_WIDTH = 0.6
"""Share of a table's width that a line of a single cell may take."""
_ALIGNED = 0.5
"""Of a letter's height: how far two lines of one column may begin apart."""


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table: its head, the lines `[first, end)` of its page that it takes and the last of them, its rows; its
    columns, where they could be told.
    """

    head: TextLine
    first: int
    end: int
    last: TextLine
    rows: Grid | Unread
    columns: Columns | None = None


def open_tables(lines: Sequence[TextLine], rules: Sequence[Rule], above: OpenTable | None) -> list[OpenTable]:
    """The tables among the lines of a page; `above` ends the page before, and may go on here with its head or not."""
    found: list[OpenTable] = []
    at = 0
    while at < len(lines):
        before = found[-1] if found and found[-1].end == at else above if at == 0 else None
        if is_head(lines[at]):
            table = _headed(lines, at, rules, before)
        else:
            table = _going(lines, at, rules, before) if before else None
        if table:
            found.append(table)
        at = table.end if table else at + 1
    return found


def _headed(lines: Sequence[TextLine], at: int, rules: Sequence[Rule], above: OpenTable | None) -> OpenTable | None:
    """The table below a head; None where its lines can be read as they are."""
    head, body = lines[at], lines[at + 1 :]
    above = above if above and above.head.text == head.text else None
    told = columns(head, body, above.columns if above else None)
    own = own_lines(body, told.borders)
    if rows := _rows(own, told, rules, head, going=above is not None):
        return OpenTable(head, at, at + 1 + len(own), own[-1], [head_cells(head, told.borders), *rows], told)
    unread = _unread(head, lines, at)
    return unread if above or _is_mixed(lines[at + 1 : unread.end]) else None


def _going(lines: Sequence[TextLine], at: int, rules: Sequence[Rule], above: OpenTable) -> OpenTable | None:
    """What goes on there with the table right above, which may end the page before; None where nothing does."""
    aligned = at == 0 and _is_below(lines, above)
    if aligned and above.columns:
        told = columns(above.head, lines, above.columns)
        own = own_lines(lines, told.borders)
        if rows := _rows(own, told, rules, above.head, going=True):
            return OpenTable(above.head, at, len(own), own[-1], rows, told)
    is_row = len(line_parts(lines[at])) >= FEWEST_COLUMNS
    return _unread(above.head, lines, at) if aligned or is_row else None


def _is_below(lines: Sequence[TextLine], above: OpenTable) -> bool:
    """Whether the lines on top of a page stand where the table of the page before has its columns: a row where the
    heads begin, the rest of one below what ends that page.
    """
    heads, ends = _begins(above.head), _begins(above.last)
    row = next((line for line in lines[:2] if len(line_parts(line)) > 1), None)
    if row and _share(_begins(row), [*heads, *ends], row.size):
        return True
    first = lines[0]
    rest = _is_short(first, _MOST_OF_WIDTH * _width(above.head)) and first.left > line_parts(above.head)[0][-1].right
    return rest and _share([first.left], ends, first.size)


def _begins(line: TextLine) -> list[float]:
    return [part[0].left for part in line_parts(line)]


def _share(some: Sequence[float], others: Sequence[float], size: float) -> bool:
    return any(abs(one - other) < _ALIGNED * size for one in some for other in others)


def _width(line: TextLine) -> float:
    return line.right - line.left


def _unread(head: TextLine, lines: Sequence[TextLine], at: int) -> OpenTable:
    """The lines from `at` on that belong to a table, as they are."""
    most = _MOST_OF_WIDTH * _width(head)
    own = list(takewhile(lambda line: len(line_parts(line)) > 1 or _is_short(line, most), lines[at:]))
    return OpenTable(head, at, at + len(own), own[-1], Unread(tuple(line.text for line in own)))


def _is_short(line: TextLine, most: float) -> bool:
    return _width(line) < most and not begins_heading(line.text)


def _is_mixed(lines: Sequence[TextLine]) -> bool:
    """Whether lines that begin no row hold words of several cells."""
    return any(len(line_parts(line)) > 1 and not line.text[0].isdecimal() for line in lines)


def _rows(lines: Sequence[TextLine], told: Columns, rules: Sequence[Rule], head: TextLine, *, going: bool) -> Grid:
    """The rows that lines make; none where they can't be told."""
    cells = [line_cells(line, told.borders) for line in lines]
    widths = [max((one.right - one.left for one in column if one), default=0.0) for column in zip(*cells, strict=True)]
    numbered = read_head(head_cells(head, told.borders)[0]) is Column.NUMBER
    parted = CellLines(lines, cells, widths, numbered, going).rows(rules)
    return [
        [_text([one for place in row if (one := cells[place][column])], width) for column, width in enumerate(widths)]
        for row in parted
    ]


def _text(lines: Sequence[TextLine], width: float) -> str:
    return cell_text(lines, width + PADDING)

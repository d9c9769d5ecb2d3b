"""Tables whose cells are parted by lines of a tab alone, as a browser copies those whose cells hold paragraphs.

    序号 ⏎ ⇥ ⏎ 任务 ⏎ ⇥ ⏎ 牵头单位 ⏎ 1 ⏎ ⇥ ⏎ 修灯塔 ⏎ ⇥ ⏎ 市海洋局 ⏎ 市港口局 ⏎ 2 ⏎ ⇥ …

Each head takes a line, so they tell how many tabs a row has. The last cell of a row ends before the line that a tab
follows again; that of the last row where two lines are empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.table.heads import Column, read_heads
from sciplan_tui.core.parse.table.in_text.row_a_line.tab_rows import task_rows
from sciplan_tui.core.parse.table.open_headings import heads_rows
from sciplan_tui.core.parse.table.rows import Piece, TaskRow

_FEWEST = 2
"""Tabs of a row."""
_APART = 3
"""Lines from the end of a table to what stands below it."""

Cells = list[list[Piece]]


class TabLineTable(NamedTuple):
    """The rows, and the places among all lines where the head begins and the last row ends."""

    first: int
    last: int
    rows: tuple[TaskRow, ...]


def tab_line_tables(lines: Sequence[Line]) -> Iterator[TabLineTable]:
    """The task tables of such lines, in order."""
    pieces = [Piece(at, line, line.text) for at, line in enumerate(lines) if line.text or _is_tab(line)]
    at = 0
    while at < len(pieces):
        head = _head(pieces, at)
        columns = read_heads([piece.text for piece in head]) if len(head) > _FEWEST else None
        if columns is None:
            at += max(1, 2 * len(head) - 1)
            continue
        rows, end = _rows(pieces, at + 2 * len(head) - 1, len(head))
        told = tuple(task_rows([(_texts(row, columns), _all(row)) for row in rows], columns))
        if told:
            yield TabLineTable(pieces[at].place, pieces[end - 1].place, told)
        at = end


def _is_tab(line: Line) -> bool:
    return not line.text and line.raw.strip(" \r") == "\t"


def _tab_at(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and not pieces[at].text


def _head(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """The lines from `at` on that a line of a tab parts from each other."""
    head = [] if _tab_at(pieces, at) else [pieces[at]]
    while head and _tab_at(pieces, at + 1) and at + 2 < len(pieces) and not _tab_at(pieces, at + 2):
        at += 2
        head.append(pieces[at])
    return head


def _rows(pieces: Sequence[Piece], at: int, width: int) -> tuple[list[Cells], int]:
    rows: list[Cells] = []
    while at < len(pieces):
        if rows and _is_below(pieces, at):
            break
        cells, at = _row(pieces, at, width)
        rows.append(cells)
    return rows, at


def _row(pieces: Sequence[Piece], at: int, width: int) -> tuple[Cells, int]:
    """The cells of the row that begins at `at`, and where the next one does; a line alone heads those below."""
    cells: Cells = [[]]
    begun = at
    while at < len(pieces):
        if _tab_at(pieces, at):
            if len(cells) == width:
                return cells, at
            cells.append([])
        elif at > begun and len(cells) in (1, width) and _ends_before(pieces, at, cells[-1]):
            return cells, at
        else:
            cells[-1].append(pieces[at])
        at += 1
    return cells, at


def _ends_before(pieces: Sequence[Piece], at: int, cell: Sequence[Piece]) -> bool:
    """Whether a line is none of the last cell: a tab follows it, or what stands there is apart; an empty one ends only
    where both are so.
    """
    follows, apart = _tab_at(pieces, at + 1), _is_apart(pieces, at) or pieces[at].text.isdecimal()
    if cell:
        return follows or _is_below(pieces, at) or apart
    return follows and apart and _tab_at(pieces, at - 1)


def _is_below(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line stands below the table: apart from it, or a heading that no row follows."""
    if _tab_at(pieces, at) or _tab_at(pieces, at + 1):
        return False
    return not _tab_at(pieces, at + 2) and (_is_apart(pieces, at) or heads_rows(pieces[at].text))


def _is_apart(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].place - pieces[at - 1].place >= _APART


def _texts(cells: Cells, columns: Sequence[Column]) -> list[str]:
    texts = ["\n".join(piece.text for piece in cell) for cell in cells]
    return texts[: len(columns)]


def _all(cells: Cells) -> list[Piece]:
    return [piece for cell in cells for piece in cell]

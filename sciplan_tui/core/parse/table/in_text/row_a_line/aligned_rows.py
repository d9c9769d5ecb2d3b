"""Rows of a table whose columns stand below each other: wide blanks part the cells, also those that are empty.

A column is what stands between two gutters: places that are blank in every line of the table. The columns must be those
of the head, else the table is read in another way (`blank_rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_heads
from sciplan_tui.core.parse.table.in_text.between_tables import number_of, parts_tables
from sciplan_tui.core.parse.table.in_text.row_a_line.grid_rows import task_row
from sciplan_tui.core.parse.table.in_text.row_a_line.lines_of_rows import rows_of_lines
from sciplan_tui.core.parse.table.rows import EMPTY, Piece, TaskRow, is_units

_GAP = 2
"""Cells of blank between two columns at the least; a single one may stand within a cell."""
_MOST_LINES = 5000
_WORDS = re.compile(r"\S+(?: \S+)*")
_NARROW = "\u2e80"
_NUMBERED = re.compile(r"\d{1,4}[.、．]?")


class _Stretch(NamedTuple):
    """Words of one line with the places `[start, end)` on the page that they take."""

    start: int
    end: int
    text: str


def read_aligned(pieces: Sequence[Piece], head: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int] | None:
    """The rows below the head at `head`, and where they end; None where its columns are not parted by wide blanks.

    Columns that touch each other somewhere are believed where every cell holds what its column is for.
    """
    heads = _stretches(pieces[head])
    if len(heads) != len(columns):
        return None
    lines, end = _lines(pieces, head, heads)
    words = [stretch for _, stretches in lines for stretch in stretches]
    goes_on = end < len(pieces) and number_of(pieces[end]) is not None
    for gap in (_GAP,) if goes_on else (_GAP, 0):
        edges = _edges(heads, words, gap)
        rows = list(_rows(lines, edges, columns)) if edges else []
        if rows and (gap or all(map(_agrees, rows))):
            return rows, end
    return None


def _agrees(row: TaskRow) -> bool:
    """Whether its unit cells name units, and its words do not."""
    held = all(is_units(cell.text) for cell in row.cells if cell.column in UNIT_COLUMNS)
    return held and bool(row.title) and not is_units(row.title) and not (row.content and is_units(row.content))


def _stretches(piece: Piece) -> list[_Stretch]:
    """The words of a line as it is printed, parted by wide blanks; those before its first word count too."""
    line = piece.line
    indent = line.raw[: line.offset(0)].rpartition("\n")[2] if line.text else ""
    found, at, done = [], _width(indent), 0
    for words in _WORDS.finditer(line.text):
        at += _width(line.text[done : words.start()])
        found.append(_Stretch(at, at + _width(words.group()), words.group()))
        at, done = found[-1].end, words.end()
    return found


def _width(text: str) -> int:
    return sum(1 if mark < _NARROW else 2 for mark in text)


def _lines(
    pieces: Sequence[Piece], head: int, heads: Sequence[_Stretch]
) -> tuple[list[tuple[Piece, list[_Stretch]]], int]:
    """The lines of the table: up to the first whose words run over two heads, or a single one below an empty line."""
    lines: list[tuple[Piece, list[_Stretch]]] = []
    for index in range(head + 1, min(len(pieces), head + _MOST_LINES)):
        words = _stretches(pieces[index])
        apart = pieces[index].place > pieces[index - 1].place + 1
        if any(_over(heads, stretch) > 1 for stretch in words) or (apart and len(words) == 1):
            return lines, index
        if lines and len(words) == 1 and words[0].start < heads[0].end and _is_behind(pieces, index, lines):
            return lines, index
        lines.append((pieces[index], words))
    return lines, min(len(pieces), head + _MOST_LINES)


def _is_behind(pieces: Sequence[Piece], index: int, lines: Sequence[tuple[Piece, list[_Stretch]]]) -> bool:
    """Whether a heading of the plan stands at `index`, behind the last row."""
    last = next((number for piece, _ in reversed(lines) if (number := number_of(piece))), 0)
    return parts_tables(pieces, index, last + 1)


def _over(heads: Sequence[_Stretch], words: _Stretch) -> int:
    return sum(head.start < words.end and words.start < head.end for head in heads)


def _edges(heads: Sequence[_Stretch], words: Sequence[_Stretch], gap: int) -> list[int]:
    """Where each column but the first begins: behind the last place that the one before it takes; none if they mix."""
    begins, ends = [head.start for head in heads], [head.end for head in heads]
    for stretch in words:
        over = [place for place, head in enumerate(heads) if head.start < stretch.end and stretch.start < head.end]
        if over:
            begins[over[0]] = min(begins[over[0]], stretch.start)
            ends[over[0]] = max(ends[over[0]], stretch.end)
    parted = all(end + gap <= begin for end, begin in zip(ends, begins[1:], strict=False))
    return begins[1:] if parted else []


def _cells(words: Sequence[_Stretch], edges: Sequence[int]) -> list[str]:
    cells = [""] * (len(edges) + 1)
    for stretch in words:
        place = sum(edge <= stretch.start for edge in edges)
        cells[place] += stretch.text
    return cells


def _rows(
    lines: Sequence[tuple[Piece, list[_Stretch]]], edges: Sequence[int], columns: Sequence[Column]
) -> Iterator[TaskRow]:
    """The rows: each has one number, or begins with a task where no number is printed."""
    told = [(_cells(words, edges), piece) for piece, words in lines]
    told = [(cells, piece) for cells, piece in told if read_heads(cells, strict=True) != tuple(columns)]
    for start, stop in pairwise([*_begins([cells for cells, _ in told], columns), len(told)]):
        held = ["\n".join(filter(None, cells)) for cells in zip(*(cells for cells, _ in told[start:stop]), strict=True)]
        if any(cell not in EMPTY for cell in held):
            yield task_row(held, columns, [piece for _, piece in told[start:stop]])


def _begins(lines: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[int]:
    """Where each row begins; lines before the first go on with none."""
    if Column.NUMBER not in columns:
        title = columns.index(Column.TITLE)
        return [at for at, cells in enumerate(lines) if cells[title]]
    number = columns.index(Column.NUMBER)
    numbers = [at for at, cells in enumerate(lines) if _NUMBERED.fullmatch(cells[number])]
    return rows_of_lines(lines, numbers, columns) if numbers else []

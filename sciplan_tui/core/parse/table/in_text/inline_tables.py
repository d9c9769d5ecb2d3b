"""Task tables inside one line, where a whole plan was copied into it: 序号 职责 负责单位 1 修灯塔 市海洋局 2 清航道 …

Blanks part all cells. The head ends where the first number stands alone; a row ends where the next one does, and the
last one behind its units. What heads the rows below (一、海上行动) stands before a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.table.cell_places import fits_column
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, is_unknown, read_head, read_heads
from sciplan_tui.core.parse.table.open_headings import heads_rows
from sciplan_tui.core.parse.table.rows import Piece, is_units

_HEAD = re.compile(r"(?:^|(?<= ))序号 ")
_WORD = re.compile(r"\S+")
_MOST_HEADS, _MOST_ROWS = 9, 400
_LONGEST_ROW = 600
_LONGEST_LAST = 12
"""Words of the last row."""


class InlineTable(NamedTuple):
    """A head and its rows as lines of their own, and the columns of the line that each takes."""

    pieces: list[Piece]
    columns: list[tuple[int, int]]


def inline_tables(place: int, line: Line) -> Iterator[InlineTable]:
    """The tables of one line, in order."""
    end = 0
    for found in _HEAD.finditer(line.text):
        if found.start() < end or (head := _head(line.text, found.start())) is None:
            continue
        rows = list(_rows(line.text, head.body, head.columns))
        if len(rows) > 1:
            end = rows[-1][1]
            stretches = [(found.start(), head.end), *rows]
            printed = [(found.start(), head.end), (head.end, head.body), *_with_headings(line.text, rows)]
            texts = [text for a, b in printed if (text := line.text[a:b].strip())]
            pieces = [Piece(place, line._replace(text=text, raw=text, offsets=None), text) for text in texts]
            yield InlineTable(pieces, stretches)


class _Head(NamedTuple):
    """The columns of a head, where it ends, and where the first row begins: a heading of rows may stand between."""

    columns: tuple[Column, ...]
    end: int
    body: int


def _head(text: str, start: int) -> _Head | None:
    """The head at `start`, if heads alone stand before the first number and one is of units."""
    cells: list[str] = []
    end = start
    for word in _WORD.finditer(text, start):
        if word.group() == "1":
            columns = read_heads(cells) if len(cells) > 2 else None
            return _Head(columns, end, word.start()) if columns and not UNIT_COLUMNS.isdisjoint(columns) else None
        if heads_rows(word.group()) and text.startswith("1 ", word.end() + 1):
            continue
        cells.append(word.group())
        end = word.end()
        if len(cells) > _MOST_HEADS or not (read_head(cells[-1]) or is_unknown(cells[-1])):
            return None
    return None


def _rows(text: str, start: int, columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """Where each row begins and ends; the numbers count on without a gap."""
    for number in range(2, _MOST_ROWS):
        following = re.compile(f"(?<= ){number} ").search(text, start + 1, start + _LONGEST_ROW)
        if following is None:
            break
        yield start, following.start()
        start = following.start()
    if end := _last_end(list(_WORD.finditer(text, start, start + _LONGEST_ROW)), columns):
        yield start, end


def _with_headings(text: str, rows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The rows, and what heads those behind one, which stands at its end: 二、岸上行动."""
    for start, end in rows:
        last = text.rfind(" ", start, end - 1) + 1
        if heads_rows(text[last:end].strip()):
            yield from ((start, last), (last, end))
        else:
            yield start, end


def _last_end(words: Sequence[re.Match[str]], columns: Sequence[Column]) -> int | None:
    """The end of the last row: the word behind its wording that names units, and those that fit the columns behind."""
    first = next(at for at, column in enumerate(columns) if column in UNIT_COLUMNS or column is Column.OFFICE)
    at = next((at for at in range(2, min(_LONGEST_LAST, len(words))) if is_units(words[at].group())), None)
    if at is None:
        return None
    for column in columns[first + 1 :]:
        at += at + 1 < len(words) and fits_column(words[at + 1].group(), column)
    return words[at].end()

"""Task tables inside one line, where a whole plan was copied into it: 序号 职责 负责单位 1 修灯塔 市海洋局 2 清航道 …

Blanks part all cells. The head ends where the first number stands alone; a row ends where the next one does, and the
last one behind its units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, is_unknown, read_head, read_heads
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
        if found.start() < end or (body := _head_end(line.text, found.start())) is None:
            continue
        rows = list(_rows(line.text, body))
        if len(rows) > 1:
            end = rows[-1][1]
            stretches = [(found.start(), body), *rows]
            yield InlineTable([Piece(place, line, line.text[a:b].strip()) for a, b in stretches], stretches)


def _head_end(text: str, start: int) -> int | None:
    """Where the first row begins, if heads alone stand before it and one is of units."""
    cells: list[str] = []
    for word in _WORD.finditer(text, start):
        if word.group() == "1":
            columns = read_heads(cells) if len(cells) > 2 else None
            return word.start() if columns and not UNIT_COLUMNS.isdisjoint(columns) else None
        cells.append(word.group())
        if len(cells) > _MOST_HEADS or not (read_head(cells[-1]) or is_unknown(cells[-1])):
            return None
    return None


def _rows(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where each row begins and ends; the numbers count on without a gap."""
    for number in range(2, _MOST_ROWS):
        following = re.compile(f"(?<= ){number} ").search(text, start + 1, start + _LONGEST_ROW)
        if following is None:
            break
        yield start, following.start()
        start = following.start()
    if end := _last_end(list(_WORD.finditer(text, start, start + _LONGEST_ROW))):
        yield start, end


def _last_end(words: Sequence[re.Match[str]]) -> int | None:
    """The end of the first word behind the wording of the last row that names units."""
    found = (word.end() for word in words[2:_LONGEST_LAST] if is_units(word.group()))
    return next(found, None)

"""Headings of the plan between two of its tables: （二）农民行动, behind which no row counts on with the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from sciplan_tui.core.parse.line.markers import Rank, marker
from sciplan_tui.core.parse.table.heads import read_heads
from sciplan_tui.core.parse.table.rows import Piece

_EDGES = re.compile(r"[|｜│┃\t]")
_NUMBER = re.compile(r"(\d{1,4})[.、．]?")
_ANNEX = re.compile(r"附[件表] ?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[:：]?")
_MOST_ABOVE = 8
"""Lines between a heading and the head of its table."""


def is_annex(piece: Piece) -> bool:
    """Whether a line says that an annex begins: it stands alone above the title of what follows."""
    return _ANNEX.fullmatch(piece.text) is not None


def is_chapter(piece: Piece) -> bool:
    """Whether a line is a heading of a part or a section, and no row of cells."""
    found = marker(piece.text)
    return found is not None and not found.doubtful and found.rank < Rank.ITEM and not _EDGES.search(piece.line.raw)


def parts_tables(pieces: Sequence[Piece], index: int, expected: int | None) -> bool:
    """Whether the line at `index` is a heading that ends a table. `expected`: the number that its next row would have;
    a head between may be that of a new page.
    """
    if not is_chapter(pieces[index]):
        return False
    below = pieces[index + 1 : index + 1 + _MOST_ABOVE]
    rows = list(dropwhile(lambda piece: is_chapter(piece) or is_head(piece), below))
    if not rows:
        return True
    number = number_of(rows[0])
    counts_on = (expected,) if any(map(is_head, below[: len(below) - len(rows)])) else (expected, 1)
    return number not in counts_on if number else not _EDGES.search(rows[0].line.raw)


def is_head(piece: Piece) -> bool:
    """Whether a line is the head of a table, its rule below it included."""
    cells = [cell.strip() for cell in _EDGES.split(piece.line.raw.strip().strip("|｜│┃"))]
    if len(cells) > 1:
        return read_heads(cells, strict=True) is not None or not any(map(str.isalnum, piece.text))
    return read_heads(piece.text.split(), strict=True) is not None


def number_of(piece: Piece) -> int | None:
    """The number in the first cell of a row."""
    first = re.split(r"[|｜│┃\s]+", piece.line.raw.strip().strip("|｜│┃").strip(), maxsplit=1)[0]
    found = _NUMBER.fullmatch(first)
    return int(found[1]) if found else None


def chapter_above(pieces: Sequence[Piece], head: int) -> int | None:
    """Where the first heading stands among the lines right above the head of a table, if one does."""
    above = range(max(0, head - _MOST_ABOVE), head)
    return next((index for index in above if is_chapter(pieces[index])), None)

"""Tables of one cell a line without a column of numbers, whose tasks bear theirs: 1.修灯塔, 2.清航道 or （1）修灯塔.

They are read as if the numbers stood in cells of their own. What groups the tasks in columns before is a heading then,
and so is 1、灯塔 above （1）修灯塔.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.table.heads import Column
from sciplan_tui.core.parse.table.open_headings import heads_rows
from sciplan_tui.core.parse.table.row_numbers import STYLES
from sciplan_tui.core.parse.table.rows import Piece

_FIRST_WITHIN, _FEWEST = 3, 3
_MOST_BETWEEN = 40
"""Cells between two numbers."""
_BEFORE = frozenset({Column.GROUP, Column.OTHER})
_RANKS = (Rank.ITEM, Rank.DECIMAL)
"""What stands above the tasks, by the style of their numbers, ranks higher than this."""


class NumbersApart(NamedTuple):
    """The pieces with each number as a piece of its own, where each of them stood, the columns then, and the rank that
    a heading of the rows is above.
    """

    pieces: Sequence[Piece]
    places: Sequence[int]
    columns: Sequence[Column]
    rank: Rank


def numbers_apart(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> NumbersApart | None:
    """The pieces of a table whose rows begin at `at`; None where its tasks do not count on from 1."""
    title = columns.index(Column.TITLE)
    if not _BEFORE.issuperset(columns[:title]):
        return None
    for style, rank in zip(reversed(STYLES), reversed(_RANKS), strict=True):
        numbered = _numbered(pieces, at, style)
        if len(numbered) < _FEWEST or numbered[0] > at + _FIRST_WITHIN:
            continue
        if title and not any(heads_rows(piece.text, rank) for piece in pieces[at : numbered[0]]):
            continue
        told = [*enumerate(pieces[:at]), *_parted(pieces, at, frozenset(numbered), style)]
        own = (Column.NUMBER, *columns[title:])
        return NumbersApart([piece for _, piece in told], [*(place for place, _ in told), len(pieces)], own, rank)
    return None


def _numbered(pieces: Sequence[Piece], at: int, style: re.Pattern[str]) -> list[int]:
    """Where the numbers stand that count on."""
    found: list[int] = []
    for place in range(at, len(pieces)):
        if place - (found[-1] if found else at) > _MOST_BETWEEN:
            break
        number = style.match(pieces[place].text)
        if number and int(number[1]) == len(found) + 1:
            found.append(place)
    return found


def _parted(
    pieces: Sequence[Piece], at: int, numbered: frozenset[int], style: re.Pattern[str]
) -> Iterator[tuple[int, Piece]]:
    for place in range(at, len(pieces)):
        piece = pieces[place]
        found = style.match(piece.text) if place in numbered else None
        if found:
            yield place, piece._replace(text=found[1])
        yield place, piece._replace(text=piece.text[found.end() :]) if found else piece

"""Tables of one cell a line without a column of numbers, whose tasks bear theirs: 1.修灯塔, 2.清航道.

They are read as if the numbers stood in cells of their own. What groups the tasks in a column before is a heading then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.table.heads import Column
from sciplan_tui.core.parse.table.open_headings import heads_rows
from sciplan_tui.core.parse.table.row_numbers import NUMBERED
from sciplan_tui.core.parse.table.rows import Piece

_FIRST_WITHIN, _FEWEST = 3, 3
_MOST_BETWEEN = 40
"""Cells between two numbers."""


class NumbersApart(NamedTuple):
    """The pieces with each number as a piece of its own, where each of them stood, and the columns then."""

    pieces: Sequence[Piece]
    places: Sequence[int]
    columns: Sequence[Column]


def numbers_apart(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> NumbersApart | None:
    """The pieces of a table whose rows begin at `at`; None where its tasks do not count on from 1."""
    title = columns.index(Column.TITLE)
    if any(column is not Column.GROUP for column in columns[:title]):
        return None
    numbered = _numbered(pieces, at)
    if len(numbered) < _FEWEST or numbered[0] > at + _FIRST_WITHIN:
        return None
    if title and not any(heads_rows(piece.text) for piece in pieces[at : numbered[0]]):
        return None
    told = [*enumerate(pieces[:at]), *_parted(pieces, at, frozenset(numbered))]
    own = (Column.NUMBER, *columns[title:])
    return NumbersApart([piece for _, piece in told], [*(place for place, _ in told), len(pieces)], own)


def _numbered(pieces: Sequence[Piece], at: int) -> list[int]:
    """Where the numbers stand that count on."""
    found: list[int] = []
    for place in range(at, len(pieces)):
        if place - (found[-1] if found else at) > _MOST_BETWEEN:
            break
        number = NUMBERED.match(pieces[place].text)
        if number and int(number[1]) == len(found) + 1:
            found.append(place)
    return found


def _parted(pieces: Sequence[Piece], at: int, numbered: frozenset[int]) -> Iterator[tuple[int, Piece]]:
    for place in range(at, len(pieces)):
        piece = pieces[place]
        found = NUMBERED.match(piece.text) if place in numbered else None
        if found:
            yield place, piece._replace(text=found[1])
        yield place, piece._replace(text=piece.text[found.end() :]) if found else piece

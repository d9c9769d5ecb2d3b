"""Which lines make a row of a table that is printed with one row a line, its longer cells wrapped over more lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sciplan_tui.core.parse.table.heads import read_heads
from sciplan_tui.core.parse.table.in_text.between_tables import is_annex, is_chapter, parts_tables
from sciplan_tui.core.parse.table.in_text.wrapped_cells import MOST_LINES
from sciplan_tui.core.parse.table.open_headings import OpenHeadings
from sciplan_tui.core.parse.table.rows import Cell, Piece, heading_of

_BEGINS = re.compile(r"(\d{1,4})[.、．]?(?:\s+(?=\S)|$)")
_GLUED = re.compile(r"(?<=[局委办厅府会])(\d{1,3}) (?=\S)")
_MEASURE = re.compile("0|\\d+ (?:年|个|家|项|次|场|名|人|万|亿|%)")
"""How a line begins that goes on with a figure: 026 年底, 3 个以上."""
_MOST_LINES, _FEWEST_LINES = 6, 2
_MOST_LOST = 6
"""A number that is further on than this counts something else."""
_MOST_BETWEEN = 3
"""Headings, and heads that come again, between a heading and the row below it."""
_LONGEST_GROUP = 30


class GatheredRows:
    """The lines of each row. A row begins with the next number; with another one, or none, where it is whole alone.

    `headings`: for each row those that stand over it, the outermost first.
    """

    def __init__(self, pieces: Sequence[Piece], is_row: Callable[[Sequence[Piece]], bool]) -> None:
        self._pieces, self._is_row = pieces, is_row
        self._found: list[list[Piece]] = []
        self._open_headings = OpenHeadings()
        self.headings: list[tuple[Cell, ...]] = []
        self._expected = 1

    def rows(self, at: int) -> tuple[list[list[Piece]], int]:
        """The rows from `at` on, each the lines that it stands on, and where the table ends."""
        end = at
        for index in range(at, len(self._pieces)):
            piece = self._pieces[index]
            if read_heads(piece.text.split(), strict=True):
                continue
            if (number := self._number(index)) is not None:
                self._open(piece, number)
            elif self._is_numberless(index):
                self._open(piece._replace(text=f"{self._expected} {piece.text}"), self._expected)
            elif self._ends(index) or self._is_parted(index):
                break
            elif self._is_group(index):
                self._open_headings.begin(heading_of(piece))
            else:
                self._found[-1].append(piece)
            self._part_last()
            end = index + 1
        return self._found, end

    def _open(self, piece: Piece, number: int) -> None:
        self._found.append([piece])
        self.headings.append(self._open_headings.go_on())
        self._expected = number + 1

    def _part_last(self) -> None:
        """Part the last line where the next number stands right behind units: 市海洋局、市港口局2 航道."""
        piece = self._found[-1][-1] if self._found else None
        glued = _GLUED.search(piece.text) if piece else None
        if piece and glued and int(glued[1]) == self._expected:
            self._found[-1][-1] = piece._replace(text=piece.text[: glued.start(1)])
            self._open(piece._replace(text=piece.text[glued.start(1) :]), self._expected)

    def _number(self, index: int) -> int | None:
        """The number of the row that begins here: the next one; or any where the last row and this one are whole."""
        number = _number_of(self._pieces[index])
        if number is None or number == self._expected:
            return number
        counts = not self._found or number == 1 or self._expected < number < self._expected + _MOST_LOST
        return number if counts and self._is_whole() and self._reads(index) else None

    def _is_whole(self) -> bool:
        return not self._found or self._is_row(self._found[-1])

    def _reads(self, index: int) -> bool:
        """Whether a row can be read from here up to the next number."""
        lines = [self._pieces[index]]
        for piece in self._pieces[index + 1 : index + _MOST_LINES]:
            if _BEGINS.match(piece.text) or self._is_row(lines):
                break
            lines.append(piece)
        return self._is_row(lines)

    def _is_numberless(self, index: int) -> bool:
        """Whether a row has lost its number: it is whole, so is the one above, and the next counts one further."""
        piece = self._pieces[index]
        following = next((n for p in self._pieces[index + 1 : index + 4] if (n := _number_of(p)) is not None), None)
        if not self._found or following != self._expected + 1 or _number_of(piece) is not None:
            return False
        return self._is_whole() and self._is_row([piece._replace(text=f"0 {piece.text}")])

    def _is_group(self, index: int) -> bool:
        """Whether a line heads the rows below it: no word of it can belong to the row above, which is whole."""
        piece = self._pieces[index]
        if len("".join(piece.text.split())) > _LONGEST_GROUP or not self._row_follows(index, 1):
            return False
        if not self._found:
            return True
        return self._is_whole() and (is_chapter(piece) or not self._is_row([*self._found[-1], piece]))

    def _row_follows(self, index: int, within: int) -> bool:
        below = self._pieces[index + 1 : index + 1 + within + _MOST_BETWEEN]
        lines = [piece for piece in below if not (is_chapter(piece) or read_heads(piece.text.split(), strict=True))]
        return any(_number_of(piece) in (self._expected, 1) for piece in lines[:within])

    def _is_parted(self, index: int) -> bool:
        """Whether a heading of the plan stands behind a whole row, and none counts on below it."""
        return bool(self._found) and parts_tables(self._pieces, index, self._expected) and self._is_whole()

    def _ends(self, index: int) -> bool:
        """Whether the line at `index` begins no row and does not go on with the last one: its units stand there, and
        no further row follows soon.
        """
        if not self._found:
            return not self._is_group(index)
        if is_annex(self._pieces[index]) and self._is_whole():
            return True
        if is_wrapped(self._found[-1]) and self._row_follows(index - 1, MOST_LINES - len(self._found[-1])):
            return False
        if len(self._found[-1]) > _MOST_LINES:
            return True
        if _number_of(self._pieces[index]) is not None:
            goes_on = _cuts_number(self._found[-1][-1], self._pieces[index])
            return not goes_on or (self._is_whole() and not self._row_follows(index, 1))
        return not self._row_follows(index, 3) and self._is_whole()


def _cuts_number(above: Piece, below: Piece) -> bool:
    """Whether a number begins a line that is but the rest of one, or counts what the line above speaks of."""
    return above.text[-1:].isdecimal() or _MEASURE.match(below.text) is not None


def is_wrapped(lines: Sequence[Piece]) -> bool:
    """Whether a row begins with its number alone on a line, its cells broken over the lines below."""
    first, *others = (piece.text for piece in lines)
    return (
        first.rstrip(".、．").isdecimal() and len(others) >= _FEWEST_LINES and not any(" " in text for text in others)
    )


def _number_of(piece: Piece) -> int | None:
    begins = _BEGINS.match(piece.text)
    return int(begins[1]) if begins else None

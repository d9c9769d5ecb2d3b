"""All clean lines of a plan as one text without blanks, so that a statement broken over lines is one stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from sciplan_tui.core.parse.draft import Line, Span
from sciplan_tui.core.parse.statement.roles import labels


class Flow:
    """All clean lines as one text without blanks, each position known by its line."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        pieces = ["".join(line.text.split()) for line in lines]
        self.starts: list[int] = []
        at = 0
        for piece in pieces:
            self.starts.append(at)
            at += len(piece) + 1
        self.text = "\n".join(pieces)
        self._numbers = [line.number for line in lines]
        self._joined = frozenset(index for index, line in enumerate(lines) if line.text and "\n" in line.raw)
        self._known: tuple[int, Sequence[int]] = (-1, ())

    @cached_property
    def labels(self) -> tuple[re.Match[str], ...]:
        """All labels of units in it, in order."""
        return tuple(labels(self.text))

    def position(self, number: int, column: int = 0) -> int:
        """Where a column of the clean line `number` stands in the flow (a joined line: the one it was joined to)."""
        index = bisect_right(self._numbers, number) - 1
        return self.starts[index] + (bisect_left(self._columns(index), column) if column else 0)

    def line_at(self, position: int) -> int:
        """The line of the file as stored on which the character at `position` stands."""
        index, column = self._column(position)
        return self.lines[index].line_at(column) if index in self._joined else self.lines[index].number

    def printed(self, start: int, end: int) -> str:
        """The clean words between two positions, with their blanks."""
        first, from_column = self._column(start)
        last, to_column = self._column(end - 1)
        if first == last:
            return self.lines[first].text[from_column : to_column + 1]
        between = [line.text for line in self.lines[first + 1 : last]]
        ends = [self.lines[first].text[from_column:], *between, self.lines[last].text[: to_column + 1]]
        return "\n".join(text for text in ends if text.strip())

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of the clean lines between two positions."""
        if start >= end:
            return ()
        first, from_column = self._column(start)
        last, to_column = self._column(end - 1)
        lines = self.lines[first : last + 1]
        begins = [from_column, *[0] * (len(lines) - 1)]
        stops = [*(len(line.text) for line in lines[:-1]), to_column + 1]
        return tuple(Span(*one) for one in zip(lines, begins, stops, strict=True) if one[0].text)

    def is_apart(self, position: int) -> bool:
        """Whether a blank, or the edge of its line, stands before the character at `position`."""
        index, column = self._column(position)
        return column == 0 or self.lines[index].text[column - 1].isspace()

    def bounds(self, position: int) -> tuple[int, int]:
        """Where the line that holds `position` begins and ends in the flow."""
        index = bisect_right(self.starts, position) - 1
        return self.starts[index], self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)

    def _column(self, position: int) -> tuple[int, int]:
        index = bisect_right(self.starts, position) - 1
        columns, place = self._columns(index), position - self.starts[index]
        return index, columns[place] if place < len(columns) else max(0, len(self.lines[index].text) - 1)

    def _columns(self, index: int) -> Sequence[int]:
        """The columns of a line that are no blanks. Those of the last line are kept: many ask for the same line."""
        if self._known[0] != index:
            text = self.lines[index].text
            blank = text.count(" ") or "".join(text.split()) != text
            columns = [at for at, mark in enumerate(text) if not mark.isspace()] if blank else range(len(text))
            self._known = (index, columns)
        return self._known[1]

"""Which lines of a table without upright lines make a row: told by level lines, by wider room between the lines, or by
the number that begins each row. Where none of them can be trusted, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sciplan_tui.readers.pdf.lines import TextLine
from sciplan_tui.readers.pdf.page import Rule
from sciplan_tui.readers.pdf.tables import is_full

_WIDER = 1.15
"""How many times the least way from line to line the way to the next row is at least."""
_NUMBER = re.compile(r"(\d{1,4})[.、．]?")
Cells = Sequence[TextLine | None]
"""What of a line stands in each column."""


@dataclass(frozen=True, slots=True)
class CellLines:
    """The lines of a table with their cells, and the width of each column. `numbered`: the first one has the numbers of
    the rows; `going`: they stand on top of a page, where a row may end that the page before began.
    """

    lines: Sequence[TextLine]
    cells: Sequence[Cells]
    widths: Sequence[float]
    numbered: bool
    going: bool

    def rows(self, rules: Sequence[Rule]) -> list[range]:
        """The places of the lines of each row; none where it can't be told where rows begin."""
        if not self.lines:
            return []
        ways = [above.middle - below.middle for above, below in pairwise(self.lines)]
        if levels := self._levels(rules):
            pairs = pairwise(self.lines)
            return _parted([any(below.middle < level < above.middle for level in levels) for above, below in pairs])
        apart = _parted([way > _WIDER * min(ways) for way in ways])
        named = _parted([cells[0] is not None for cells in self.cells[1:]])
        if len(named) == len(self.lines) and (self.numbered or len(apart) == 1) and self._are_named(named):
            return named
        if len(apart) > 1 and self._are_named(apart):
            return apart
        return named if self._count_on(named) and all(map(self._is_whole, named)) else []

    def _levels(self, rules: Sequence[Rule]) -> list[float]:
        top, bottom = self.lines[0].middle, self.lines[-1].middle
        return [rule.at for rule in rules if rule.level and bottom < rule.at < top]

    def _own(self, rows: Sequence[range]) -> Sequence[range]:
        """The rows that begin here: without the rest of one that the page before began."""
        rest = self.going and not any(self.cells[place][0] for place in rows[0])
        return rows[1:] if rest else rows

    def _are_named(self, rows: Sequence[range]) -> bool:
        """Whether each row has a name in front, or one number and no more; the first begins with it."""
        counts = [sum(self.cells[place][0] is not None for place in row) for row in self._own(rows)]
        begins = self.going or self.cells[0][0] is not None
        return begins and all(count == 1 if self.numbered else count for count in counts)

    def _count_on(self, rows: Sequence[range]) -> bool:
        """Whether the rows are numbered one after the other, anew below a heading; each begins with its number."""
        own = self._own(rows)
        told = [self._number(row[0]) for row in own]
        numbers = [number for number in told if number]
        headings = [row for row, number in zip(own, told, strict=True) if not number]
        return (
            self.numbered
            and all(self.cells[row[0]][0] for row in own)
            and all(below in (above + 1, 1) for above, below in pairwise(numbers))
            and all(len(row) == 1 and not any(self.cells[row[0]][1:]) for row in headings)
        )

    def _number(self, place: int) -> int | None:
        first = self.cells[place][0]
        found = _NUMBER.fullmatch(first.text) if first else None
        return int(found[1]) if found else None

    def _is_whole(self, row: range) -> bool:
        """Whether each cell begins in the first line of its row, and each line of it but the last one is full."""
        for column, width in enumerate(self.widths):
            filled = [place for place in row if self.cells[place][column]]
            lines = [line for place in filled if (line := self.cells[place][column])]
            if filled != list(row[: len(filled)]) or not all(is_full(*pair, width) for pair in pairwise(lines)):
                return False
        return True


def _parted(begins: Sequence[bool]) -> list[range]:
    """The rows of lines, of which each but the first begins one or not."""
    starts = [0, *(place for place, begin in enumerate(begins, start=1) if begin)]
    return [range(start, end) for start, end in pairwise([*starts, len(begins) + 1])]

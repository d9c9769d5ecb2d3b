"""Which lines of an aligned table make a row: each begins with its number, or has it in the middle of its lines.

A row whose cells are centred has as many lines above its number as below it, or one more or less. Where two rows meet,
no cell goes on from the last line of one to the first of the other: it ends with a full stop, or has room left. Of all
ways to part the lines the one with the fewest oddities is taken; the plain one, where it is as good.
"""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column

Line = Sequence[str]
"""The cells of a line, one for each column."""
_TELLING = UNIT_COLUMNS | {Column.TITLE, Column.CONTENT, Column.TARGET}
_ENDS = ("。", "；", ".", ";")
_RUNS_ON = ("、", "，", ",", "（", "(")
_ROOM = 2
"""Letters that a line has room for, where a cell ends on it."""
_GOES_ON, _UNEVEN = 3, 2
"""How odd it is that a cell goes on over the edge of a row, and each line by which a row is uneven."""
_MOST_LINES = 30
"""Lines on one side of a number."""


def rows_of_lines(lines: Sequence[Line], numbers: Sequence[int], columns: Sequence[Column]) -> list[int]:
    """Where each row begins; `numbers`: the lines that have one. The first row begins with the first line."""
    edges = _Edges(lines, columns)
    plain = numbers[0] + sum(edges.odd(at) for at in numbers[1:])
    odd, begins = _centred(len(lines), numbers, edges)
    return begins if odd < plain else [0, *numbers[1:]]


class _Edges:
    """How odd it would be that a row ends between two lines."""

    def __init__(self, lines: Sequence[Line], columns: Sequence[Column]) -> None:
        self._lines = lines
        self._telling = [at for at, column in enumerate(columns) if column in _TELLING]
        self._widest = [max(len(line[at]) for line in lines) for at in range(len(columns))]

    def odd(self, at: int) -> int:
        """The cells that go on from the line before `at`."""
        above, below = self._lines[at - 1], self._lines[at]
        return _GOES_ON * sum(self._goes_on(above[place], below[place], place) for place in self._telling)

    def _goes_on(self, above: str, below: str, place: int) -> bool:
        if not above or not below or above.endswith(_ENDS):
            return False
        return above.endswith(_RUNS_ON) or self._widest[place] - len(above) < _ROOM


def _centred(count: int, numbers: Sequence[int], edges: _Edges) -> tuple[int, list[int]]:
    """How odd the least odd way to part `count` lines is, and where each row begins in it."""
    ways: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for number, following in zip(numbers, [*numbers[1:], None], strict=True):
        found: dict[int, tuple[int, list[int]]] = {}
        ends = [count] if following is None else range(number + 1, min(following, number + _MOST_LINES) + 1)
        for begin, (odd, begins) in ways.items():
            for end in ends:
                uneven = max(0, abs((number - begin) - (end - 1 - number)) - 1)
                told = odd + _UNEVEN * uneven + (edges.odd(end) if end < count else 0)
                if end not in found or told < found[end][0]:
                    found[end] = told, [*begins, begin]
        ways = found
    return min(ways.values())

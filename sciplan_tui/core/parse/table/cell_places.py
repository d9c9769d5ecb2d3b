"""The cells of a row that has more or fewer than its head: each given to the column that it fits, in their order.

A unit cell may take several lines; one that is empty, or that a merged one covers, may have left no trace. Of all ways
to place the cells the one with the fewest oddities is taken; where another is as good, the row is in doubt: then
the cell of the leads is the last to be empty, and a unit too many supports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.rows import EMPTY, is_units
from sciplan_tui.core.parse.time.deadlines import deadline_clause, is_deadline

_NUMBER = re.compile(r"\d{1,4}[.、．]?")
_OFFICE = re.compile(r"[^\W\da-zA-Z_]{2,10}[处科室]")
_NAMES = re.compile(r"[、，,/ ]")
_LONGEST_NAME = 4
_IMPOSSIBLE = 1000
_NEW_ROW = 2
_MERGED = frozenset({Column.NUMBER, Column.GROUP, Column.TITLE, Column.OTHER})
"""What a further row of one number need not print again."""
_SKIPPED = {Column.GROUP: 1, Column.TITLE: 3, Column.OTHER: 0, Column.TARGET: 1}
_AGAIN = {Column.NUMBER: _IMPOSSIBLE, Column.DEADLINE: 3, Column.GROUP: 3}
_SAID = frozenset({Column.TITLE, Column.CONTENT})


class Placed(NamedTuple):
    """Rows of one number: for each, the indices of the cells in each column. `doubtful`: another way is as good."""

    rows: tuple[tuple[tuple[int, ...], ...], ...]
    doubtful: bool


class _Step(NamedTuple):
    """Where a cell may go: how odd it and all behind it are, how many ways are as good, its column, in a new row?"""

    odd: int
    ways: int
    column: int
    new: bool = False


def place(cells: Sequence[str], columns: Sequence[Column], *, broken: bool = False) -> Placed | None:
    """Rows whose cells fit their columns; None where they fit in no way.

    `broken`: they are words, of which a narrow cell may hold several, each the rest of a printed line. Takes time with
    the number of cells times the square of the number of columns.
    """
    again = [_again(above, cell, columns, broken) for above, cell in pairwise(("", *cells))]
    steps = _steps([_oddities(cell, columns) for cell in cells], again, columns)
    if not cells or steps[0][-1].odd >= _IMPOSSIBLE:
        return None
    rows = [[list[int]() for _ in columns]]
    above, doubtful = -1, steps[0][-1].ways > 1
    for index in range(len(cells)):
        step = steps[index][above]
        if step.new:
            rows.append([list[int]() for _ in columns])
        rows[-1][step.column].append(index)
        above = step.column
    lost = any(column in _SAID and not found for column, found in zip(columns, rows[0], strict=True))
    return Placed(tuple(tuple(map(tuple, row)) for row in rows), doubtful or lost)


def fits_column(cell: str, column: Column) -> bool:
    """Whether a cell can stand in a column, by what it holds."""
    return _oddities(cell, (column,))[0] < _IMPOSSIBLE


def _again(above: str, cell: str, columns: Sequence[Column], broken: bool) -> list[int]:
    """How odd it is that a cell goes on with the one above: the rest of a broken line is no longer than the line."""
    if broken:
        return [0 if len(cell) <= len(above) else 3] * len(columns)
    return [_AGAIN.get(column, 1) for column in columns]


def _steps(
    oddities: Sequence[Sequence[int]], again: Sequence[Sequence[int]], columns: Sequence[Column]
) -> list[list[_Step]]:
    """The best step for each cell, by the column of the cell above; the last stands for no cell above."""
    width = len(columns)
    below = [_Step(_skipped(columns, above + 1, width), 1, -1) for above in (*range(width), -1)]
    found = [below]
    for odd, more in zip(reversed(oddities), reversed(again), strict=True):
        below = [_best(odd, more, below, columns, above) for above in (*range(width), -1)]
        found.append(below)
    return found[::-1]


def _best(
    odd: Sequence[int], again: Sequence[int], below: Sequence[_Step], columns: Sequence[Column], above: int
) -> _Step:
    ways = sorted(
        _ways(odd, again, below, columns, above),
        key=lambda way: (way.odd, way.column == above or columns[way.column] is not Column.LEAD, -way.column),
    )
    least = ways[0].odd
    return ways[0]._replace(ways=min(2, sum(way.ways for way in ways if way.odd == least)))


def _ways(
    odd: Sequence[int], again: Sequence[int], below: Sequence[_Step], columns: Sequence[Column], above: int
) -> Iterator[_Step]:
    """All columns that a cell may go to: the one above again, a later one, any of a new row."""
    for place in range(len(columns)):
        here = odd[place] + below[place].odd
        if place == above:
            yield _Step(here + again[place], below[place].ways, place)
        elif place > above:
            yield _Step(here + _skipped(columns, above + 1, place), below[place].ways, place)
        if 0 <= above >= place:
            ended = _skipped(columns, above + 1, len(columns)) + _skipped(columns, 0, place, again=True)
            yield _Step(here + ended + _NEW_ROW, below[place].ways, place, new=True)


def _skipped(columns: Sequence[Column], start: int, stop: int, *, again: bool = False) -> int:
    """How odd it is that these columns are empty; `again`: in a further row."""
    return sum(_SKIPPED.get(column, 2) for column in columns[start:stop] if not (again and column in _MERGED))


def _oddities(cell: str, columns: Sequence[Column]) -> list[int]:
    """How odd it is that this cell stands in each of the columns."""
    empty, number = cell in EMPTY, _NUMBER.fullmatch(cell) is not None
    units = not empty and is_units(cell)
    dated = empty or is_dated(cell)
    told = {Column.NUMBER: 0 if number else _IMPOSSIBLE, Column.DEADLINE: 0 if dated else _IMPOSSIBLE}
    told[Column.OFFICE] = 0 if empty else 1 if _is_person(cell) else _IMPOSSIBLE
    told |= dict.fromkeys(UNIT_COLUMNS, 0 if empty or units else _IMPOSSIBLE)
    wording = 1 if empty else 4 if units else 3 if dated or number else 0
    told |= {Column.OTHER: 1, Column.GROUP: wording + (4 if len(cell) > 40 else 0)}
    return [told.get(column, wording) for column in columns]


def is_dated(cell: str) -> bool:
    """Whether a cell holds a date or a term and nothing else."""
    return is_deadline(cell) or deadline_clause(cell) is not None


def _is_person(cell: str) -> bool:
    names = [name for name in _NAMES.split(cell) if name]
    return _OFFICE.fullmatch(cell) is not None or all(
        len(name.rstrip("×＊*ＸXx")) <= _LONGEST_NAME and not name.isdecimal() for name in names
    )

"""A chart of a sheet: bars drawn of its number columns, so that no chart says what its table does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from sciplan_tui.core.sheet import Column, Sheet, Traced, Value


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar for each row of the sheet named `sheet`, made of pieces laid end to end.

    `name` is said as `export.chart.<name>`. `label` is the key of the column that names the bars, `pieces` the keys of
    the columns of numbers, first at the left. `rows`: the places of the rows drawn, from 0; None: all but headings.
    `part`: the plan whose rows they are, where the sheet has several; `left_out`: how many of them are not drawn.
    `high`: mm on paper, where it shares a page; None: as high as its bars are.
    """

    name: str
    sheet: str
    label: str
    pieces: tuple[str, ...]
    rows: tuple[int, ...] | None = None
    part: str = ""
    left_out: int = 0
    high: int | None = None


class Piece(NamedTuple):
    """The pieces of one column, one in each bar; `place` is that of the column in its sheet, from 0."""

    column: Column
    place: int
    numbers: tuple[int | float, ...]


class Bars(NamedTuple):
    """What is drawn: the places of the rows and of the column that names them, their names, and their pieces."""

    rows: tuple[int, ...]
    label: int
    names: tuple[Value, ...]
    pieces: tuple[Piece, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.rows and self.pieces)

    @property
    def longest(self) -> int | float:
        """The length of the longest bar."""
        return max((sum(one) for one in zip(*(piece.numbers for piece in self.pieces), strict=True)), default=0)


def bars(chart: Chart, sheet: Sheet) -> Bars:
    """The chart's bars; a cell without a number is a piece of no length, and columns that the sheet lacks are left out.

    KeyError: it lacks the column that names them.
    """
    places = {column.key: place for place, column in enumerate(sheet.columns)}
    rows = chart.rows if chart.rows is not None else _all(sheet)
    named = places[chart.label]
    return Bars(
        rows,
        named,
        tuple(_name(sheet.rows[row][named]) for row in rows),
        tuple(
            Piece(sheet.columns[places[key]], places[key], tuple(_number(sheet.rows[row][places[key]]) for row in rows))
            for key in chart.pieces
            if key in places
        ),
    )


def drawn_of(chart: Chart, sheets: Iterable[Sheet]) -> Sheet | None:
    """The first of these sheets that the chart is drawn of."""
    return next((sheet for sheet in sheets if sheet.name == chart.sheet), None)


def _all(sheet: Sheet) -> tuple[int, ...]:
    return tuple(row for row in range(len(sheet.rows)) if row not in sheet.headings)


def _name(value: Value) -> Value:
    """What stands by a bar; a query beneath it is the table's affair."""
    return value.said if isinstance(value, Traced) else value


def _number(value: Value) -> int | float:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0

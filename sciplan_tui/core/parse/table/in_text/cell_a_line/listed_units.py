"""Rows of a table of one cell a line, blank lines between them, its units one a line under heads of one role.

Which column a unit stands in cannot be told, and need not be: all say the same; only 主要责任单位 beside 责任单位 is
the first of the units. A row is what is worded, then its units. Several rows below one number are the parts of its
task; a number whose units stand once has them for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from sciplan_tui.core.parse.line.markers import Marker, Rank, marker
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.in_text.cell_a_line.cell_stretches import are_apart, behind, together, unsigned
from sciplan_tui.core.parse.table.rows import Cell, Piece, TaskRow, is_units

_MOST_CELLS = 20_000
_MOST_WORDED = 12
"""Lines that are worded between two lists of units; where more are, the table has ended."""
_LONGEST_UNIT, _LONGEST_UNKNOWN = 20, 8
_PARTED = re.compile("[、，,；;。：:]")
_MAIN, _MAIN_AND_OTHERS = "主要责任", [Column.LEAD, Column.RESPONSIBLE]
_DASHES = "—-·• "


class _Run(NamedTuple):
    """What is worded, and the units below it."""

    worded: list[Piece]
    units: list[Piece]


def read_listed(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """The rows from `at` on, and where they end; none where each row has just a unit for each column of units."""
    wanted = [column for column in columns if column in UNIT_COLUMNS]
    heads = pieces[max(0, at - len(columns)) : at]
    alike = len(set(wanted)) == 1 or (wanted == _MAIN_AND_OTHERS and any(_MAIN in head.text for head in heads))
    if len(wanted) < 2 or not alike or list(columns[-len(wanted) :]) != wanted:
        return [], at
    if not are_apart(heads):
        return [], at
    runs = list(_runs(unsigned(together(pieces[at : at + _MOST_CELLS]))))
    if len(runs) < 2 or not runs[0].worded or all(len(run.units) <= len(wanted) for run in runs):
        return [], at
    return list(_rows(runs, wanted)), behind(pieces, runs[-1].units[-1], at)


def _runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    """Each list of units with what is worded above it."""
    run = _Run([], [])
    for piece, below in zip_longest(pieces, pieces[1:]):
        if _is_unit(piece.text) or (run.units and below and _is_short(piece.text) and _is_unit(below.text)):
            run.units.append(piece)
            continue
        if run.units:
            yield run
            run = _Run([], [])
        run.worded.append(piece)
        if len(run.worded) > _MOST_WORDED:
            return
    if run.worded and run.units:
        yield run


def _is_unit(text: str) -> bool:
    return len(text) <= _LONGEST_UNIT and not _PARTED.search(text) and is_units(text)


def _is_short(text: str) -> bool:
    """Whether a line between two units may be one, though its name is none that is known."""
    return len(text) <= _LONGEST_UNKNOWN and not _PARTED.search(text) and text[0] not in _DASHES and not marker(text)


def _rows(runs: Sequence[_Run], columns: Sequence[Column]) -> Iterator[TaskRow]:
    """The rows: the title is the wording behind the number, the content what is worded below it."""
    number, title = "", ""
    for run in runs:
        heads = [(place, found) for place, piece in enumerate(run.worded) if (found := _number(piece.text))]
        place, found = heads[-1] if heads else (-1, None)
        if found:
            number, title = str(found.number or ""), run.worded[place].text[found.end :].strip()
        below = [piece.text.lstrip(_DASHES) for piece in run.worded[place + 1 :]]
        yield _row(run, number, title, below, columns)


def _number(text: str) -> Marker | None:
    found = marker(text)
    return found if found and not found.doubtful and found.rank < Rank.DASH else None


def _row(run: _Run, number: str, title: str, below: Sequence[str], columns: Sequence[Column]) -> TaskRow:
    leads = columns[0] is Column.LEAD
    parts = [run.units[:leads], run.units[leads:]]
    cells = tuple(
        Cell(column, "、".join("".join(piece.text.split()) for piece in units), units[0].line.number)
        for column, units in zip((columns[0], columns[-1]), parts, strict=True)
        if units
    )
    first, last = run.worded[0].place, run.units[-1].place
    told = [title, *below] if title else below
    return TaskRow(number, "".join(told[:1]), "\n".join(told[1:]), cells, first, last, cells[0].line)

"""Rows of a table of one cell a line that has no numbers: each has a cell for every column.

A row that has more cells or fewer is read by what they hold, where a whole one follows; a unit too many is the row's
above it. The first column may group the rows: its cell stands once, before the first of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.in_text.cell_a_line.cell_stretches import chunks, is_sure
from sciplan_tui.core.parse.table.in_text.cell_a_line.placed_rows import fitting_row, placed_rows
from sciplan_tui.core.parse.table.open_headings import heads_rows, may_be_group
from sciplan_tui.core.parse.table.rows import Cell, Piece, TaskRow, heading_of, is_units

Columns = Sequence[Column]


def read_numberless(pieces: Sequence[Piece], at: int, columns: Columns) -> tuple[list[TaskRow], int]:
    """The rows from `at` on, and where the table ends."""
    rows: list[TaskRow] = []
    group: Cell | None = None
    grouped = columns[0] is Column.GROUP
    columns = columns[1:] if grouped else columns
    while (found := _next_whole(pieces, at, columns, grouped)) is not None:
        between = pieces[at : found[0]]
        if between and (heads_rows(between[-1].text) or (grouped and _is_group(between))):
            group, between = heading_of(between[-1]), between[:-1]
        rows = _with(rows, between, columns, group)
        start, cells = found
        rows.append(fitting_row("", _title(cells, columns), cells, columns, cells[0])._replace(group=group))
        at = start + len(columns)
    return rows, at


def _next_whole(
    pieces: Sequence[Piece], at: int, columns: Columns, grouped: bool
) -> tuple[int, Sequence[Piece]] | None:
    """Where the next whole row begins, and its cells: here, or behind cells that can be told."""
    for start in range(at, min(at + 2 * len(columns), len(pieces))):
        cells = next(chunks(pieces[start : start + len(columns)], columns), None)
        if cells and not heads_rows(cells[0].text):
            before = pieces[at:start]
            told = _are_told(before, columns) or (grouped and _is_group(before))
            return (start, cells) if told and not is_sure(_title(cells, columns)) else None
    return None


def _title(cells: Sequence[Piece], columns: Columns) -> str:
    return next(piece.text for piece, column in zip(cells, columns, strict=True) if column is Column.TITLE)


def _is_group(cells: Sequence[Piece]) -> bool:
    """Whether the cells before a whole row are one that groups it and those below."""
    return len(cells) == 1 and may_be_group(cells[0].text)


def _are_told(cells: Sequence[Piece], columns: Columns) -> bool:
    """Whether the cells before a whole row are none, a heading, a unit too many, or a row."""
    own = [cell for cell in cells if not heads_rows(cell.text)]
    return not own or (len(own) == 1 and is_units(own[0].text)) or len(_one_row(own, columns)) == 1


def _one_row(cells: Sequence[Piece], columns: Columns) -> list[TaskRow]:
    return placed_rows(cells, columns) if any(is_units(cell.text) for cell in cells) else []


def _with(rows: list[TaskRow], cells: Sequence[Piece], columns: Columns, group: Cell | None) -> list[TaskRow]:
    """The rows with what stands before the next whole one."""
    if not cells:
        return rows
    if len(cells) > 1:
        return [*rows, *(row._replace(group=group) for row in _one_row(cells, columns))]
    last = [column for column in columns if column in UNIT_COLUMNS][-1]
    extra = Cell(last, cells[0].text, cells[0].line.number)
    return [*rows[:-1], *(row._replace(cells=(*row.cells, extra), short=True) for row in rows[-1:])]

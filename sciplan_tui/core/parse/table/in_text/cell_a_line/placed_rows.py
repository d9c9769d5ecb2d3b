"""Rows made of cells that are known to stand in these columns, or that fit them in one way only."""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.parse.table.cell_places import place
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.rows import Cell, Piece, TaskRow, row_of


def placed_rows(cells: Sequence[Piece], columns: Sequence[Column]) -> list[TaskRow]:
    """The rows that these cells are if each stands in the column that it fits; none where they fit in no way."""
    found = place([cell.text for cell in cells], columns)
    rows = []
    for indices in found.rows if found else ():
        placed = [(column, [cells[at] for at in own]) for column, own in zip(columns, indices, strict=True)]
        told = sorted((cell for _, own in placed for cell in own), key=lambda cell: cell.place)
        unheld = not any(own for column, own in placed if column in UNIT_COLUMNS)
        rows.append(row_of(placed, told, short=(found is not None and found.doubtful) or unheld))
    return rows


def fitting_row(number: str, title: str, chunk: Sequence[Piece], columns: Sequence[Column], first: Piece) -> TaskRow:
    """The row whose cells behind the title stand one in each of these columns; `first`: its first cell."""
    cells = tuple(Cell(column, piece.text, piece.line.number) for column, piece in zip(columns, chunk, strict=True))
    content = next((cell.text for cell in cells if cell.column is Column.CONTENT), "")
    line = next(cell.line for cell in cells if cell.column in UNIT_COLUMNS)
    start, last = min(first.place, chunk[0].place), chunk[-1].place + chunk[-1].text.count("\n")
    return TaskRow(number, title.replace("\n", ""), content.replace("\n", ""), cells, start, last, line)

"""Tables whose columns are the tasks: a row names them, the row below it (责任单位) tells whose each is, and the rows
below that tell of each what a place or a year has of it. They are turned, so that each task is a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sciplan_tui.core.document import Document, Table, TableRow
from sciplan_tui.core.parse.statement.roles import NO_LABEL
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, read_head
from sciplan_tui.core.parse.table.unit_cells import read_unit_cell

_FEWEST = 2
"""Tasks beside each other; one alone is a card."""
_GROUP, _TITLE, _CONTENT = "类别", "任务名称", "内容"


def with_columns_as_rows(document: Document) -> Document:
    """The document with such tables turned."""
    blocks = (_turned(block) if isinstance(block, Table) and not block.unread else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _turned(table: Table) -> Table:
    """The table with a head and a row a task for each row of units; what stands above the first of them stays."""
    owners = [at for at, row in enumerate(table.rows) if at and _names_units(row, table.rows[at - 1])]
    if not owners:
        return table
    begins = [
        at - 2 if at > 1 and _label(table.rows[at - 2]) == _label(table.rows[at - 1]) else at - 1 for at in owners
    ]
    rows = list(table.rows[: begins[0]])
    for at, (begin, end) in zip(owners, pairwise([*begins, len(table.rows)]), strict=True):
        rows += _rows(table.rows[begin:end], at - begin)
    return Table(tuple(rows))


def _names_units(row: TableRow, above: TableRow) -> bool:
    """Whether a row tells whose each task of the row above it is."""
    units = [cell for cell in row.cells[1:] if cell.strip()]
    tasks = [cell for cell in above.cells[1:] if cell.strip()]
    if min(len(units), len(tasks)) < _FEWEST or read_head(_label(row)) not in UNIT_COLUMNS:
        return False
    return UNIT_COLUMNS.isdisjoint(map(read_head, units + tasks)) and all(map(_are_units, units))


def _label(row: TableRow) -> str:
    return "".join(row.cells[0].split()) if row.cells else ""


def _are_units(cell: str) -> bool:
    reading = read_unit_cell(cell, NO_LABEL)
    return bool(reading.roles) and reading.sure


def _rows(rows: Sequence[TableRow], owner: int) -> Iterator[TableRow]:
    """The head and the tasks of one stretch, whose row of units is its row `owner`."""
    named, told = rows[owner - 1], rows[owner + 1 :]
    groups, units = (_spread(rows[at]) for at in (0, owner))
    yield rows[0]._replace(cells=(_GROUP, _TITLE, _label(rows[owner]), _CONTENT))
    for place, title in enumerate(named.cells[1:], start=1):
        if title.strip():
            content = "；".join(f"{_label(row)}：{cell}" for row in told if (cell := _cell(row, place)))
            group = groups[place] if owner > 1 and place < len(groups) else ""
            title = "".join(title.splitlines())
            yield named._replace(cells=(group, title, units[place] if place < len(units) else "", content))


def _spread(row: TableRow) -> list[str]:
    """The cells of a row, an empty one with what its neighbour spans."""
    spread: list[str] = []
    for cell in row.cells:
        spread.append(cell if cell.strip() or not spread[1:] else spread[-1])
    return spread


def _cell(row: TableRow, place: int) -> str:
    return "".join(row.cells[place].split()) if place < len(row.cells) else ""

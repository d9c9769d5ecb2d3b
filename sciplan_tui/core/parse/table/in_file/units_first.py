"""Tables that go by unit (责任单位｜任务): a unit stands once, before the first of its tasks, above empty cells.

They are filled, as those of a merged cell are by its reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.document import Document, Table, TableRow
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_heads

_HIGHEST = 6
"""Rows among which the head is looked for."""
_FEWEST = 2
"""Cells that are filled in a row of a task; one alone may head the rows below it."""


def with_units_filled(document: Document) -> Document:
    """The document with the units of such tables before each of their tasks."""
    blocks = (_filled(block) if isinstance(block, Table) and not block.unread else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _filled(table: Table) -> Table:
    for at, row in enumerate(table.rows[:_HIGHEST]):
        if columns := read_heads(row.cells):
            goes_by_unit = columns[0] in UNIT_COLUMNS and Column.NUMBER not in columns
            return Table((*table.rows[: at + 1], *_rows(table.rows[at + 1 :]))) if goes_by_unit else table
    return table


def _rows(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    unit = ""
    for row in rows:
        first, *others = row.cells or ("",)
        unit = first if first.strip() else unit
        covered = not first.strip() and sum(bool(cell.strip()) for cell in others) >= _FEWEST
        yield row._replace(cells=(unit, *others)) if covered else row

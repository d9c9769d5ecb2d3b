"""Columns whose heads say nothing that is known, though their cells name units.

Without a head, right of a column of units: the head of that one spans both. With a head that gives no role (乡镇): it
is told, and left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head
from sciplan_tui.core.parse.table.rows import EMPTY, is_units
from sciplan_tui.core.plan import Problem

_MOST_ROWS = 40
"""Rows that are looked at."""
_LONGEST = 200


def spanned(heads: Sequence[str], columns: Sequence[Column], rows: Sequence[TableRow]) -> list[Column]:
    """The columns, each nameless one that holds units being what the one left of it is."""
    told = list(columns)
    for place in range(1, len(told)):
        nameless = told[place] is Column.OTHER and not "".join(heads[place : place + 1]).strip()
        if nameless and told[place - 1] in UNIT_COLUMNS and first_units(place, rows):
            told[place] = told[place - 1]
    return told


def unread_columns(
    heads: Sequence[str], columns: Sequence[Column], rows: Sequence[TableRow]
) -> Iterator[tuple[str, str]]:
    """The heads that give no role, with the units that stand first below each."""
    for place, (head, column) in enumerate(zip(heads, columns, strict=False)):
        if column is Column.OTHER and head.strip() and read_head(head) is None and (units := first_units(place, rows)):
            yield "".join(head.split()), units


def column_problem(head: str, units: str, line: int) -> Problem:
    """What is told of such a column."""
    return Problem("column_unread", line, (("head", head), ("text", units)))


def first_units(place: int, rows: Sequence[TableRow]) -> str:
    """The first cell of a column all cells of which name units; nothing where one does not."""
    cells = [row.cells[place].strip() for row in rows[:_MOST_ROWS] if place < len(row.cells)]
    filled = [cell for cell in cells if cell not in EMPTY]
    return filled[0] if filled and all(len(cell) <= _LONGEST and is_units(cell) for cell in filled) else ""

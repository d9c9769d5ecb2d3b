"""Rows that are short of cells: merged cells of the rows above cover what they lack, and have left no trace in them.

    1 ⇥ 海上行动 ⇥ 修灯塔 ⇥ 市海洋局
    2 ⇥ 清航道 ⇥ 市港口局             (海上行动 covers its first two rows)

Each cell goes to the column that it fits. A column left out between two that are filled holds what stands above; those
behind the last one are empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.table.cell_places import place
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column


class Filled(NamedTuple):
    """For each column the index of its cell, or None; `covered`: the columns that a cell above covers; `doubtful`:
    another way is as good, or units are taken from above.
    """

    cells: tuple[int | None, ...]
    covered: frozenset[int]
    doubtful: bool


def fill(cells: Sequence[str], columns: Sequence[Column]) -> Filled | None:
    """Where the cells of a short row stand; None where they fit in no way, or not one in a column."""
    found = place(cells, columns)
    if found is None or len(found.rows) != 1 or any(len(indices) > 1 for indices in found.rows[0]):
        return None
    told = tuple(next(iter(indices), None) for indices in found.rows[0])
    last = max(at for at, index in enumerate(told) if index is not None)
    covered = frozenset(at for at in range(last) if told[at] is None)
    return Filled(told, covered, found.doubtful or any(columns[at] in UNIT_COLUMNS for at in covered))


def whole_row(cells: Sequence[str], columns: Sequence[Column], above: Sequence[str]) -> tuple[list[str], bool]:
    """A cell for each column, and whether that is in doubt; `above`: those of the row above."""
    found = fill(cells, columns) if 1 < len(cells) < len(columns) and all(cells) else None
    if found is None:
        return [*cells, *[""] * len(columns)][: len(columns)], False
    own = ["" if index is None else cells[index] for index in found.cells]
    return [above[at] if at in found.covered else cell for at, cell in enumerate(own)], found.doubtful

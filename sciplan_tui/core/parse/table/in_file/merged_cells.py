"""Cells that are merged over several columns: a reader may have put their words into each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column


def unmerged(cells: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The cells of a row; words that stand side by side as a task and as its units are one cell, kept in the first of
    its columns: no task is its own unit.
    """
    kept = list(cells)
    for text, run in groupby(range(min(len(cells), len(columns))), key=lambda place: cells[place].strip()):
        places = list(run)
        over = {columns[place] for place in places}
        if text and Column.TITLE in over and not UNIT_COLUMNS.isdisjoint(over):
            kept[places[0] + 1 : places[-1] + 1] = [""] * (len(places) - 1)
    return kept

"""A table's cell of units: one list, or labels with their lists, whose lines may be names of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from sciplan_tui.core.parse.statement.parted_lines import lines_parted
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.parse.statement.roles import Label, labels_alone
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.unit.persons import asks_for_persons, without_telephones

_SHORT, _MOST_CELLS = 300, 1_000
"""Characters of a cell, and cells, that are kept."""


def read_unit_cell(text: str, default: Label) -> Reading:
    """A table cell under a head such as 责任单位, which gives the `default` label.

    Its lines are names of their own where each is a whole list. Whoever finds out how a table is laid out asks for the
    same cells again and again: what short ones say is kept.
    """
    return _read_cell(text, default) if len(text) <= _SHORT else _read_cell.__wrapped__(text, default)


@lru_cache(_MOST_CELLS)
def _read_cell(text: str, default: Label) -> Reading:
    reading = read_statement(lines_parted(text), default)
    unnamed = tuple(("units_missing", label) for label in labels_alone("".join(text.split())))
    return reading._replace(problems=(*reading.problems, *unnamed))


def units_alone(cells: Sequence[str], heads: Sequence[str], columns: Sequence[Column]) -> tuple[str, ...]:
    """The cells of a row, those of units without persons where a head asks for them too (责任单位及责任人), and without
    telephones.
    """
    asked = any(column in UNIT_COLUMNS and asks_for_persons(head) for head, column in zip(heads, columns, strict=False))
    pairs = zip_longest(cells, columns[: len(cells)], fillvalue=Column.OTHER)
    return tuple(without_telephones(cell, persons=asked) if column in UNIT_COLUMNS else cell for cell, column in pairs)

"""What the text tables hand over: their rows, each a task with the cells that name its units."""

from __future__ import annotations

import re
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.statement import Reading, read_unit_cell
from sciplan_tui.core.parse.table_heads import UNIT_COLUMNS, Column

EMPTY = frozenset({"", "/", "／", "—", "-", "－", "——", "无"})
"""What stands in a cell that names nobody."""
_LONGEST_TITLE = 40
GRID_MARKS = frozenset("│┃|｜║┌├└┏┣┗╔╠╚+")
"""What a line of a grid drawn in characters begins with."""


class Cell(NamedTuple):
    """One cell: its column, its words, the line where it begins."""

    column: Column
    text: str
    line: int


class TaskRow(NamedTuple):
    """One row: a task with its units. `first` and `last` are indices into the lines; its units begin at `line`.

    `unread`: its units could not be told from its other words. `short`: it has fewer cells than its head, and which
    is missing is a guess.
    """

    number: str
    title: str
    content: str
    cells: tuple[Cell, ...]
    first: int
    last: int
    line: int
    unread: bool = False
    short: bool = False

    @property
    def name(self) -> str:
        """The title; of a row without one the first sentence of its content, else its place in brackets."""
        return self.title or first_sentence(self.content) or f"[第{self.number or self.line}项]"

    def readings(self) -> tuple[tuple[Cell, Reading], ...]:
        """What each unit cell says."""
        units = (cell for cell in self.cells if cell.column in UNIT_COLUMNS and cell.text not in EMPTY)
        return tuple((cell, read_unit_cell(cell.text, cell.column.label)) for cell in units)

    @property
    def deadline(self) -> str | None:
        """The cell under 时间节点 or 完成时限, without blanks."""
        found = ("".join(cell.text.split()) for cell in self.cells if cell.column is Column.DEADLINE)
        return next((text for text in found if text not in EMPTY), None)


def first_sentence(content: str) -> str:
    """What a longer wording is called by: its first sentence, no longer than a title."""
    return re.split("[。；;\n]", content)[0][:_LONGEST_TITLE]


class Piece(NamedTuple):
    """A line that is not empty, and where it stands."""

    place: int
    line: Line
    text: str


def is_units(text: str, column: Column = Column.RESPONSIBLE) -> bool:
    """Do these words name units and nothing else?"""
    reading = read_unit_cell(text, column.label)
    return bool(reading.roles) and reading.sure

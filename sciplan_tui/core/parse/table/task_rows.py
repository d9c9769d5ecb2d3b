"""The head and the rows of a plain task table: cells by the meaning of their columns."""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import (
    UNIT_COLUMNS,
    Column,
    beside_leads,
    lower_heads,
    name_indicator,
    name_title,
    read_head,
    with_groups,
)
from sciplan_tui.core.parse.table.merged_cells import unmerged
from sciplan_tui.errors import ReadingError

HEAD_WITHIN = 15
"""The head stands among the first rows; further down it would be another table."""
_EMPTY = frozenset({"", "/", "／", "-", "—", "——", "无", "\\"})


def find_head(rows: Sequence[TableRow]) -> tuple[int, list[Column]]:
    """Where the head row stands, and what its columns hold; of a head in two rows, the lower one says more.

    Raises ReadingError with the heads found if there is none.
    """
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        columns = _read_head(row.cells)
        told = [column for column in columns if column is not Column.OTHER]
        if Column.TITLE in columns and len(told) >= 2:
            lower = lower_heads(row.cells, rows[at + 1].cells) if at + 1 < len(rows) else None
            return (at + 1, _read_head(lower)) if lower else (at, columns)
    widest = max(rows[:HEAD_WITHIN], key=lambda row: sum(bool(cell.strip()) for cell in row.cells), default=None)
    heads = tuple(cell.strip()[:20] for cell in widest.cells[:20] if cell.strip()) if widest else ()
    raise ReadingError("no_task_column", heads=heads)


def _read_head(cells: Sequence[str]) -> list[Column]:
    printed = with_groups(cells, beside_leads(cells, [read_head(cell.strip()) or Column.OTHER for cell in cells]))
    name_indicator(cells, printed)
    columns = _one_title(printed)
    name_title(cells, columns)
    return columns


def _one_title(columns: list[Column]) -> list[Column]:
    """Where no column is called task, the content is the task; of two, the second is the content."""
    for other in (Column.CONTENT, Column.TARGET, Column.GROUP):
        if Column.TITLE not in columns and other in columns and any(column in UNIT_COLUMNS for column in columns):
            columns[columns.index(other)] = Column.TITLE
    first = columns.index(Column.TITLE) if Column.TITLE in columns else len(columns)
    return [Column.CONTENT if c is Column.TITLE and i > first else c for i, c in enumerate(columns)]


class Row:
    """One row's cells by the meaning of their columns."""

    def __init__(self, row: TableRow, columns: Sequence[Column]) -> None:
        self.line = row.line
        self.cells = [
            (column, text)
            for column, cell in zip(columns, unmerged(row.cells, columns), strict=False)
            if (text := cell.strip()) not in _EMPTY
        ]

    def of(self, column: Column) -> str | None:
        """What stands in the columns of this meaning."""
        return "\n".join(text for told, text in self.cells if told is column) or None

    @property
    def content(self) -> str | None:
        """The wording that can stand for a title that is missing."""
        return self.of(Column.CONTENT) or self.of(Column.TARGET)

    def number(self, lost: str) -> None:
        """Give the row the number that it has lost."""
        self.cells.insert(0, (Column.NUMBER, lost))

    @property
    def heading(self) -> str | None:
        """The only filled cell, where it is no number: the heading of the rows below."""
        alone = len(self.cells) == 1 and self.cells[0][0] in (Column.NUMBER, Column.TITLE, Column.GROUP, Column.CONTENT)
        return self.cells[0][1] if alone and not self.cells[0][1].isdigit() and len(self.cells[0][1]) <= 40 else None

"""The head and the rows of a plain task table: cells by the meaning of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import (
    UNIT_COLUMNS,
    Column,
    beside_leads,
    name_indicator,
    name_title,
    read_head,
    to_the_end,
    with_groups,
)
from sciplan_tui.core.parse.table.heads_in_two_rows import head_of_rows
from sciplan_tui.core.parse.table.in_file.merged_cells import unmerged
from sciplan_tui.core.parse.table.rows import is_in_words, with_number
from sciplan_tui.errors import ReadingError

HEAD_WITHIN = 15
"""The head stands among the first rows; further down it would be another table."""
_HEADING = (Column.NUMBER, Column.TITLE, Column.GROUP, Column.CONTENT)
_LONGEST_HEADING = 40
_NOTE_ROW = re.compile(r"[※*]?\s*(?:备?注|附注|说明|填表说明)\s*\d?\s*[：:]")
_FOOT = re.compile(
    r"\s*(?:单位|部门)?(?:负责人|主要领导|填[表报]人|填[表报]单位|制表人?|审[核签批]人?|复核人?|经办人|联系人|联系电话)\s*(?:[（(]签[字章名][）)])?\s*[：:]"
)
"""What is to be signed below a table."""
_TOTALS = frozenset({"合计", "总计", "小计", "共计"})
_EMPTY = frozenset({"", "/", "／", "-", "—", "——", "无", "\\"})


class TableHead(NamedTuple):
    """Where a head ends, what its columns hold, and its heads in full: of several rows, the lower ones say more."""

    at: int
    columns: list[Column]
    cells: Sequence[str]


def find_head(rows: Sequence[TableRow]) -> TableHead:
    """The head of a task table.

    Raises ReadingError with the heads found if there is none.
    """
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        columns = _read_head(row.cells)
        told = [column for column in columns if column is not Column.OTHER]
        if Column.TITLE in columns and len(told) >= 2:
            taken, whole = head_of_rows([below.cells for below in rows[at : at + 3]])
            return TableHead(at + taken - 1, _read_head(whole) if taken > 1 else columns, whole)
    widest = max(rows[:HEAD_WITHIN], key=lambda row: sum(bool(cell.strip()) for cell in row.cells), default=None)
    heads = tuple(cell.strip()[:20] for cell in widest.cells[:20] if cell.strip()) if widest else ()
    raise ReadingError("no_task_column", heads=heads)


def _read_head(cells: Sequence[str]) -> list[Column]:
    printed = with_groups(cells, beside_leads(cells, [read_head(cell.strip()) or Column.OTHER for cell in cells]))
    name_indicator(cells, printed)
    columns = to_the_end(cells, _one_title(printed))
    name_title(cells, columns)
    return columns


def _one_title(columns: list[Column]) -> list[Column]:
    """Where no column is called task, the content is the task; of two, the second is the content."""
    for other in (Column.CONTENT, Column.TARGET, Column.GROUP):
        if Column.TITLE not in columns and other in columns and any(column in UNIT_COLUMNS for column in columns):
            columns[columns.index(other)] = Column.TITLE
    first = columns.index(Column.TITLE) if Column.TITLE in columns else len(columns)
    return [Column.CONTENT if c is Column.TITLE and i > first else c for i, c in enumerate(columns)]


def names_no_task(cells: Sequence[str]) -> bool:
    """Whether a row is a note (注：★为牵头单位), a total, or the foot of the table, which its author signs."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or "".join(filled[0].split()) in _TOTALS:
        return bool(filled)
    if all(map(_FOOT.match, filled)):
        return True
    return len(set(filled)) == 1 and _NOTE_ROW.match(filled[0]) is not None


class Row:
    """One row's cells by the meaning of their columns; `in_words`: tasks are numbered 一, 二."""

    def __init__(self, row: TableRow, columns: Sequence[Column], *, in_words: bool = False) -> None:
        self.line = row.line
        self._in_words = in_words
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

    def part(self, number: str, title: str) -> None:
        """Give the row the number that its title begins with, and the rest of it."""
        rest = [(column, title if column is Column.TITLE else text) for column, text in self.cells]
        self.cells = [(Column.NUMBER, number), *rest]

    @property
    def heading(self) -> str | None:
        """The only filled cell, where it is no number: the heading of the rows below. Its numeral may stand in the cell
        before it (二 | 灯塔行动).
        """
        cells = self.cells
        if len(cells) == 2 and cells[0][0] is Column.NUMBER and not self._in_words and is_in_words(cells[0][1]):
            cells = [(cells[1][0], with_number(cells[0][1], cells[1][1]))]
        if len(cells) != 1 or cells[0][0] not in _HEADING:
            return None
        words = cells[0][1]
        return words if not words.isdigit() and len(words) <= _LONGEST_HEADING else None


def numbered_in_words(rows: Sequence[TableRow], columns: Sequence[Column]) -> bool:
    """Whether rows that name units have such a number."""
    return any(
        is_in_words(row.of(Column.NUMBER) or "") and any(column in UNIT_COLUMNS for column, _ in row.cells)
        for row in (Row(row, columns) for row in rows)
    )

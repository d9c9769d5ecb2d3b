"""The task rows of a table that is one in the file: tasks, further rows of a task, and headings of the rows below them.

Every row ends as one of these, or is left over and told: none is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.in_text.row_a_line.grid_rows import task_row
from sciplan_tui.core.parse.table.open_headings import OpenHeadings
from sciplan_tui.core.parse.table.rows import Piece, TaskRow, heading_of
from sciplan_tui.core.parse.table.task_rows import Row

_SAYING = UNIT_COLUMNS | {Column.CONTENT, Column.TARGET}
"""What a row without a number and a task of its own says about the task above."""


@dataclass(slots=True)
class DocumentRows:
    """The rows as they are read one behind the other; `left`: the lines of those that name no task and head none.

    `in_words`: tasks are numbered 一, 二, so that such a number heads none.
    """

    columns: Sequence[Column]
    in_words: bool = False
    rows: list[TaskRow] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    _headings: OpenHeadings = field(default_factory=OpenHeadings)
    _named: tuple[str, str] = ("", "")

    def read(self, cells: Sequence[str], piece: Piece) -> None:
        """Take the next row; `piece` is the line that it is laid out on."""
        told = Row(TableRow(piece.line.number, tuple(cells)), self.columns, in_words=self.in_words)
        if not told.cells:
            return
        if told.heading:
            self._headings.begin(heading_of(piece._replace(text=told.heading)))
            self._named = ("", "")
        elif self._says(told):
            self.rows.append(self._headings.over(task_row(self._whole(told, cells), self.columns, [piece])))
        else:
            self.left.append(piece.line.number)

    def end(self) -> None:
        """Say that no row follows: what was to head some is left over."""
        self._headings.end()
        self.left = sorted([*self.left, *self._headings.left])

    def _says(self, told: Row) -> bool:
        """Whether the row names a task, or says something about the one above."""
        return any(column is Column.TITLE or column in _SAYING for column, _ in told.cells)

    def _whole(self, told: Row, cells: Sequence[str]) -> list[str]:
        """The cells with the number and the task of the row above, where the row has neither."""
        number, title = told.of(Column.NUMBER), told.of(Column.TITLE)
        if number or title:
            self._named = (number or "", title or "")
        named = dict(zip((Column.NUMBER, Column.TITLE), self._named, strict=True))
        return [named.get(column, cell) for column, cell in zip(self.columns, cells, strict=True)]

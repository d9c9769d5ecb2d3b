"""Rows of a table whose cells are parted by bars, as a saved page leaves it: `1 | 修灯塔 | 市海洋局 |`, a row or a
cell a line.

A cell that is broken over lines goes on up to its bar. A row is whole when it has as many cells as its head; one that
begins with the next number begins anew. Cells that a merged one covers may leave no trace: a row short of cells is
placed by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.line.markers import begins_heading
from sciplan_tui.core.parse.table.cell_places import place
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head, read_heads
from sciplan_tui.core.parse.table.heads_in_two_rows import unfolded
from sciplan_tui.core.parse.table.in_text.between_tables import is_chapter, parts_tables
from sciplan_tui.core.parse.table.in_text.row_a_line.short_rows import fill
from sciplan_tui.core.parse.table.in_text.text_heads import may_be_head
from sciplan_tui.core.parse.table.open_headings import OpenHeadings, headed
from sciplan_tui.core.parse.table.rows import (
    EMPTY,
    Cell,
    Piece,
    TaskRow,
    heading_of,
    is_units,
    row_of,
    unread_row,
    with_merged,
)

_EDGE = re.compile("[|｜│┃]")
_NUMBERED = re.compile(r"(\d{1,4})[.、．]? ?[|｜│┃]")
_NUMBER = re.compile(r"\d{1,4}[.、．]?")
_DASHES = re.compile(":?-{2,}:?")
"""The rule below a head of Markdown: ---|---|---."""
_MOST_HEADS = 24
_MOST_LOST = 6
"""A number that is further on than this counts something else."""
_WITHIN = 6
"""Lines without a bar that may stand within one cell."""
_PAGE_FACT = re.compile("(?:索引号|信息来源|发布机构|发布机关|成文日期|浏览次数)[:：]")
"""What a page prints of itself below its table, in bars as well."""
Columns = tuple[Column, ...]


class _Row:
    """A row as it grows: its cells, the last one open, and the lines that it stands on."""

    def __init__(self, piece: Piece) -> None:
        self.cells, self.lines = _parted(piece), [piece]

    def go_on(self, piece: Piece) -> None:
        above, (first, *others) = self.cells.pop(), _parted(piece)
        self.cells += [above._replace(text=f"{above.text}\n{first.text}") if above.text else first, *others]
        self.lines.append(piece)

    def count(self, closed: bool) -> int:
        """How many cells are whole; `closed`: a bar stands behind the last one of a row as well."""
        return len(self.cells) - closed

    def told(self, closed: bool) -> list[Piece]:
        """The cells, without what is left open behind the last bar."""
        return self.cells[:-1] if closed and not self.cells[-1].text else self.cells


def _parted(piece: Piece) -> list[Piece]:
    return [piece._replace(text=part.strip()) for part in _EDGE.split(piece.text)]


def read_barred(pieces: Sequence[Piece], at: int) -> tuple[tuple[TaskRow, ...], int]:
    """The task rows below the head at `at`, and where they end; no rows where it is no task table's head."""
    found = _head(pieces, at)
    if found is None:
        return (), at + 1
    columns, body, closed = found
    rows = list(_gathered(pieces, body, len(columns), closed))
    told, read = _Told(columns), list[list[TaskRow]]()
    for row in rows:
        read.append(list(told.task_rows(row.told(closed), row.lines)))
    over = list(_headings(rows, closed))
    while read and not any(one.number or one.readings() for one in read[-1]):
        del read[-1], rows[-1]
    tasks = [
        headed(one, headings)
        for row, found, headings in zip(rows, read, over, strict=False)
        for one in found or _unread(row.told(closed), row.lines)
    ]
    return tuple(with_merged(tasks)), body + sum(len(row.lines) for row in rows)


def _headings(rows: Sequence[_Row], closed: bool) -> Iterator[tuple[Cell, ...]]:
    """The headings over each row: cells that stood alone in rows above it."""
    headings = OpenHeadings()
    for row in rows:
        cells = [cell for cell in row.told(closed) if cell.text]
        if len(cells) == 1 and not _NUMBER.fullmatch(cells[0].text):
            headings.begin(heading_of(cells[0]))
            yield ()
        else:
            yield headings.go_on()


def _unread(cells: Sequence[Piece], lines: Sequence[Piece]) -> list[TaskRow]:
    """A row that has a number and cells, none of which could be told; what has neither heads the rows below it."""
    if len(cells) < 2 or not _NUMBER.fullmatch(cells[0].text):
        return []
    return [unread_row(cells[0].text, cells[1:], lines)]


def _head(pieces: Sequence[Piece], at: int) -> tuple[Columns, int, bool] | None:
    """The columns of the head that begins here, where its rows begin, and whether a bar closes each row."""
    row, best = _Row(pieces[at]), None
    for end in range(at + 1, min(at + _MOST_HEADS, len(pieces))):
        closed = not row.cells[-1].text
        heads = ["".join(cell.text.split()) for cell in row.told(closed)]
        following = pieces[end].text
        counted = _NUMBERED.match(following) is not None and all(map(may_be_head, heads))
        if (closed or len(row.lines) == 1) and (columns := read_heads(unfolded(heads), strict=not counted)):
            best = columns, end, closed
        if (closed and read_head(heads[0]) is None) or _NUMBERED.match(following) or begins_heading(following):
            break
        row.go_on(pieces[end])
    return best


def _gathered(pieces: Sequence[Piece], at: int, width: int, closed: bool) -> Iterator[_Row]:
    """The rows with the lines of each."""
    row: _Row | None = None
    expected = 1
    for index in range(at, len(pieces)):
        piece = pieces[index]
        if _PAGE_FACT.match(piece.text) or not any(
            _EDGE.search(one.text) for one in pieces[index : index + 1 + _WITHIN]
        ):
            break
        if row is not None and row.count(closed) >= width and parts_tables(pieces, index, expected):
            break
        numbered = _NUMBERED.match(piece.text)
        number = int(numbered[1]) if numbered else None
        if row is not None and not _begins(row, piece, number, expected, width, closed):
            row.go_on(piece)
            continue
        if row is not None:
            yield row
        row, expected = _Row(piece), (expected if number is None else number + 1)
    if row is not None:
        yield row


def _begins(row: _Row, piece: Piece, number: int | None, expected: int, width: int, closed: bool) -> bool:
    """Whether a row begins at `piece`: the one above is whole, or the next number stands here."""
    count = row.count(closed)
    if is_chapter(piece) and (count >= width or (count == 1 and is_chapter(row.cells[0]))):
        return True
    if count >= width:
        return closed or _EDGE.search(piece.text) is not None
    if number is None:
        return not closed and count > 1 and count + len(_EDGE.findall(piece.text)) > width
    if count == 1:
        return _NUMBER.fullmatch(row.cells[0].text) is None
    return count > 1 and 0 <= number - expected < _MOST_LOST


class _Told:
    """The tasks that rows tell, one row after the other: what a row is short of may stand in the one above."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._above: Sequence[Piece | None] = [None] * len(columns)

    def task_rows(self, cells: Sequence[Piece], lines: Sequence[Piece]) -> Iterator[TaskRow]:
        """The tasks of one row; none where its cells fit no columns, or it heads others, or is the head again."""
        columns = self._columns
        if all(_DASHES.fullmatch(cell.text) for cell in cells if cell.text):
            return
        filled = _without_last(cells, columns) if len(cells) == len(columns) else cells
        if len(filled) == len(columns):
            if read_heads([cell.text for cell in cells], strict=True) != columns:
                self._above = cells
                yield row_of([(column, (cell,)) for column, cell in zip(columns, cells, strict=True)], lines)
        elif 2 <= len(filled) < len(columns):
            yield from self._covered(filled, lines) or _placed(filled, lines, columns)
        else:
            self._above = [None] * len(columns)

    def _covered(self, cells: Sequence[Piece], lines: Sequence[Piece]) -> list[TaskRow]:
        """The task of a row that is short of cells in one way only, or in one that is the least odd."""
        found = fill([cell.text for cell in cells], self._columns) if all(cell.text for cell in cells) else None
        if found is None:
            return []
        own = [None if index is None else cells[index] for index in found.cells]
        self._above = [self._above[at] if at in found.covered else cell for at, cell in enumerate(own)]
        told = zip(self._columns, ((cell,) if cell else () for cell in self._above), strict=True)
        return [row_of(list(told), lines, short=found.doubtful)]


def _without_last(cells: Sequence[Piece], columns: Columns) -> Sequence[Piece]:
    """The cells without empty ones at the end that make up for one left out: other words stand under the units then."""
    end = len(cells)
    while end and not cells[end - 1].text:
        end -= 1
    units = [cell.text for cell, column in zip(cells, columns, strict=True) if column in UNIT_COLUMNS]
    return cells if all(text in EMPTY or is_units(text) for text in units) else cells[:end]


def _placed(cells: Sequence[Piece], lines: Sequence[Piece], columns: Columns) -> Iterator[TaskRow]:
    """The tasks of cells fewer than the columns, each in the column that it fits."""
    texts = [cell.text for cell in cells]
    own = columns if _NUMBER.fullmatch(texts[0]) else tuple(one for one in columns if one is not Column.NUMBER)
    found = place(texts, own)
    for row in found.rows if found else ():
        placed = [(column, [cells[at] for at in indices]) for column, indices in zip(own, row, strict=True)]
        yield row_of(placed, lines, short=bool(found and found.doubtful))

"""Task tables that lost their grid in the text: one cell a line, or one row a line with blanks between the cells.

The heads tell the columns (`table_heads`); a row begins with its number. What a merged cell spans is printed once: a
later row then has neither number nor title. A head that comes again after a page break is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sciplan_tui.core.parse import blank_rows, cell_rows
from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.table_heads import Column, read_head, read_heads
from sciplan_tui.core.parse.table_rows import Piece, TaskRow

_OWNER = re.compile(r"单位|部门|牵头|责任|配合")
_PAGE = re.compile(r"[-—－–]{1,3}\s*(?:\d{1,4}\s*[-—－–]{1,3})?$")
_TITLE = re.compile(r".{4,60}(?:表|清单|台账|方案)(?:[（(].{1,30}[)）])?$")


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table found among the lines `[first, last]` (indices), its own title above it included."""

    title: str
    first: int
    last: int
    rows: tuple[TaskRow, ...]


def find_tables(lines: Sequence[Line]) -> tuple[TextTable, ...]:
    """The task tables among the clean lines, in order."""
    if not any(line.text and len(line.text) <= 60 and _OWNER.search(line.text) for line in lines):
        return ()
    pieces = [
        Piece(i, line, text) for i, line in enumerate(lines) if (text := line.text.strip()) and not _PAGE.match(text)
    ]
    return tuple(_tables(pieces))


def _tables(pieces: Sequence[Piece]) -> Iterator[TextTable]:
    at = 0
    while at < len(pieces):
        head = _head_at(pieces, at)
        if head is None:
            at += 1
            continue
        columns, body, in_lines = head
        rows, end = (blank_rows if in_lines else cell_rows).read_rows(pieces, body, columns)
        if rows:
            title, first = _title_above(pieces, at)
            yield TextTable(title, first, pieces[end - 1].index, tuple(rows))
        at = max(end, body)


def _head_at(pieces: Sequence[Piece], at: int) -> tuple[tuple[Column, ...], int, bool] | None:
    """The columns of a head that begins here, where its rows begin, and whether each row is one line."""
    text = pieces[at].text
    if len(text) > 80:
        return None
    tokens = text.split()
    if len(tokens) >= 3:
        columns = read_heads(tokens, strict=True) if _OWNER.search(text) else None
        return (columns, at + 1, True) if columns else None
    first = read_head(text)
    if first not in {Column.NUMBER, Column.TITLE, Column.GROUP}:
        return None
    end = at + 1
    while end < len(pieces) and end - at < 14 and read_head(pieces[end].text) is not None:
        end += 1
    columns = read_heads([piece.text for piece in pieces[at:end]], strict=True) if end - at >= 3 else None
    return (columns, end, False) if columns else None


def _title_above(pieces: Sequence[Piece], at: int) -> tuple[str, int]:
    above = pieces[at - 1] if at else None
    if above and _TITLE.fullmatch(above.text) and not above.text.endswith("。"):
        return above.text, above.index
    return "", pieces[at].index

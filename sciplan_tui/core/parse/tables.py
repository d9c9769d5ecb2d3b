"""Task tables that lost their grid in the text: one cell a line, or one row a line with blanks between the cells.

The heads tell the columns (`table_heads`); a row begins with its number. What a merged cell spans is printed once: a
later row then has neither number nor title. A head that comes again after a page break is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.markers import begins_heading
from sciplan_tui.core.parse.table_heads import Column, read_head, read_heads
from sciplan_tui.core.parse.table_rows import BARS, GRID_MARKS, Piece, TaskRow

_FIRST = frozenset({Column.NUMBER, Column.TITLE, Column.GROUP})
"""What the first column of a task table may be."""
_OWNER = re.compile(r"单位|部门|牵头|责任|配合")
_LONGEST_HEAD = 160
"""Characters of a line that holds a head, its wide blanks included."""
_FEWEST_GAPS = 2
_SPACED = re.compile(" ")
_SPACED_WORDS = re.compile(r"(?:(?<!\S)[^\s\d](?: [^\s\d](?!\S))+)|\S+")
_PAGE = re.compile(r"[-—－–]{1,3}\s*(?:\d{1,4}\s*[-—－–]{1,3})?$")
_TITLE = re.compile(r".{4,60}(?:表|清单|台账|方案)(?:[（(].{1,30}[)）])?$")


class TextTable(NamedTuple):
    """A table found among the lines `[first, last]` (indices), its own title above it included."""

    title: str
    first: int
    last: int
    rows: tuple[TaskRow, ...]


def find_tables(lines: Sequence[Line]) -> tuple[TextTable, ...]:
    """The task tables among the clean lines, in order."""
    if not any(line.text and len(line.text) <= _LONGEST_HEAD and _OWNER.search(line.text) for line in lines):
        return ()
    pieces = [
        Piece(i, line, text) for i, line in enumerate(lines) if (text := _narrow(line.text)) and not _PAGE.match(text)
    ]
    return tuple(_tables(pieces))


def _narrow(text: str) -> str:
    """The line with one blank for each wide one (columns that stand below each other)."""
    return " ".join(text.split()) if "  " in text else text.strip()


def _tables(pieces: Sequence[Piece]) -> Iterator[TextTable]:
    at = 0
    while at < len(pieces):
        if _may_be_grid(pieces[at]) and (drawn := _grid_at(pieces, at)):
            grid, end = drawn
            if grid:
                title, first = _title_above(pieces, at)
                yield TextTable(title, first, pieces[end - 1].place, grid)
            at = end
            continue
        head = _head_at(pieces, at)
        if head is None:
            at += 1
            continue
        columns, body, in_lines = head
        rows, end = _aligned(pieces, at, columns) or _rows_at(pieces, body, columns, in_lines)
        if rows:
            title, first = _title_above(pieces, at)
            yield TextTable(title, first, pieces[end - 1].place, tuple(rows))
        at = max(end, body)


def _aligned(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int] | None:
    """The rows below a head whose cells wide blanks part, where they stand below it."""
    if pieces[at].line.text.count("  ") < _FEWEST_GAPS:
        return None
    from sciplan_tui.core.parse.aligned_rows import read_aligned

    return read_aligned(pieces, at, columns)


def _rows_at(pieces: Sequence[Piece], at: int, columns: Sequence[Column], in_lines: bool) -> tuple[list[TaskRow], int]:
    """The rows below a head; the two ways to read them are loaded when the first table of their kind is met."""
    if in_lines:
        from sciplan_tui.core.parse.blank_rows import read_rows
    else:
        from sciplan_tui.core.parse.cell_rows import read_rows
    return read_rows(pieces, at, columns)


def _may_be_grid(piece: Piece) -> bool:
    text = piece.text
    drawn = text[0] in GRID_MARKS and (text.count(text[0]) > 1 or text[0] not in "|+")
    return drawn or piece.line.raw.count("\t", 1) > 1 or _is_barred(text)


def _is_barred(text: str) -> bool:
    """Whether a line begins with a head and a bar behind it."""
    bar = next((place for place, mark in enumerate(text[:24]) if mark in BARS), 0)
    return bar > 0 and read_head(text[:bar]) in _FIRST


def _grid_at(pieces: Sequence[Piece], at: int) -> tuple[tuple[TaskRow, ...], int] | None:
    if "\t" in pieces[at].line.raw:
        from sciplan_tui.core.parse.tab_rows import read_tabbed

        rows, end = read_tabbed(pieces, at)
        return (rows, end) if rows else None
    if pieces[at].text[0] not in GRID_MARKS:
        from sciplan_tui.core.parse.bar_rows import read_barred

        rows, end = read_barred(pieces, at)
        return (rows, end) if rows else None
    from sciplan_tui.core.parse.grid_rows import is_grid, read_grid

    return read_grid(pieces, at) if is_grid(pieces[at].text) else None


def _head_at(pieces: Sequence[Piece], at: int) -> tuple[tuple[Column, ...], int, bool] | None:
    """The columns of a head that begins here, where its rows begin, and whether each row is one line."""
    text = pieces[at].text
    if len(text) > 80:
        return None
    tokens = _tokens(text)
    if len(tokens) >= 3:
        return _head_in_lines(pieces, at, tokens)
    cells, end = _head_cells(pieces, at)
    columns = read_heads(cells, strict=True) if len(cells) >= 3 else None
    return (columns, end, False) if columns else None


def _tokens(text: str) -> list[str]:
    """The words of a line; those printed with a blank between all characters (工 作 任 务) are one."""
    return [_SPACED.sub("", word) for word in _SPACED_WORDS.findall(text)]


def _head_in_lines(
    pieces: Sequence[Piece], at: int, tokens: Sequence[str]
) -> tuple[tuple[Column, ...], int, bool] | None:
    """A head on one line; its last cell may be broken over a line or two more."""
    if read_head(tokens[0]) not in _FIRST:
        return None
    *others, last = tokens
    found = None
    for end in range(at + 1, min(at + 4, len(pieces) + 1)):
        columns = read_heads([*others, last], strict=True)
        if columns:
            found = columns, end, True
        if end == len(pieces) or not _may_go_on(pieces[end].text, last):
            break
        last += pieces[end].text
    return found


def _may_go_on(text: str, above: str) -> bool:
    """Whether a short line is the rest of a head cell: no head itself, but the cell above is one with it."""
    return len(text) <= 6 and not text.isdecimal() and read_head(text) is None and read_head(above + text) is not None


def _is_half(text: str) -> bool:
    return len(text) <= 4 and not any(mark.isdecimal() for mark in text)


def _head_cells(pieces: Sequence[Piece], at: int) -> tuple[list[str], int]:
    """The head cells that stand on lines of their own from `at` on, broken ones whole, and where they end."""
    cells: list[str] = []
    end = at
    while end < len(pieces) and end - at < 24:
        text = pieces[end].text
        following = pieces[end + 1].text if end + 1 < len(pieces) else ""
        if len(text) > 20 or (
            not cells and read_head(text) not in _FIRST and read_head(text + following) not in _FIRST
        ):
            break
        if cells and _may_go_on(text, cells[-1]):
            cells[-1] += text
        elif read_head(text) is not None and not begins_heading(text):
            cells.append(text)
        elif _is_half(text) and len(following) <= 6 and read_head(text + following) is not None:
            cells.append(text + following)
            end += 1
        else:
            break
        end += 1
    return cells, end


def is_title(text: str) -> bool:
    """Whether a line may be the title of a table."""
    return _TITLE.fullmatch(text) is not None and not text.endswith("。")


def _title_above(pieces: Sequence[Piece], at: int) -> tuple[str, int]:
    above = pieces[at - 1] if at else None
    if above and is_title(above.text):
        return above.text, above.place
    return "", pieces[at].place

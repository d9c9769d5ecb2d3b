"""Rows of a table that keeps its grid in characters: cells between │ or |, words broken over the lines of a cell.

Where rules part the rows (├────┼────┤), all lines between two rules are one row; else each line is one. A rule that
leaves out columns (├────┤市财政局│) parts the rows of the others only: the cell there is all these rows'. A cell that a
merged one covers is empty else, and stands for what is above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_heads
from sciplan_tui.core.parse.table.heads_in_two_rows import in_two_lines
from sciplan_tui.core.parse.table.in_text.row_a_line.short_rows import whole_row
from sciplan_tui.core.parse.table.open_headings import OpenHeadings, heads_rows
from sciplan_tui.core.parse.table.rows import (
    EMPTY,
    GRID_MARKS,
    Cell,
    Piece,
    TaskRow,
    heading_among,
    is_units,
)
from sciplan_tui.core.parse.table.task_rows import numbered_in_words
from sciplan_tui.core.parse.unit.sure_units import names_a_unit

_BARS = "│┃|｜║"
_EDGE = re.compile(f"[{_BARS}]")
_RULE = re.compile(f"[{_BARS}]? ?[-─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬+:=—\\s{_BARS}]+$")
_MIXED, _DRAWN = re.compile(f"[{_BARS}├┤┬┴┼┣┫┳┻╋╠╣╦╩╬+]"), re.compile("[─━═]{2,}|-{3,}")
"""What parts the cells of a line that is a rule in some columns only, and the rule in them."""
_ROOM = 4
"""Blanks behind the words of a cell's line in which the next word would have had room."""
_BREAK = re.compile("<br ?/?>", re.IGNORECASE)
"""A line break within a cell."""
_BEGINS = re.compile("[市省区县州旗各]")
"""How a name begins that is no rest of one."""

Row = tuple[list[str], Sequence[Piece]]
"""The cells of a row, and the lines that it stands on."""


def is_grid(text: str) -> bool:
    """Whether a line belongs to a grid of characters."""
    return text[:1] in GRID_MARKS and (
        _RULE.match(text) is not None or len(_MIXED.findall(text)) > 2 or len(_EDGE.findall(text)) > 1
    )


def read_grid(pieces: Sequence[Piece], at: int) -> tuple[tuple[TaskRow, ...], int]:
    """The task rows of the grid that begins at `at`, and where it ends; no rows where its head is no task table's."""
    end = at
    while end < len(pieces) and is_grid(pieces[end].text):
        end += 1
    rows = list(_rows(pieces[at:end]))
    lower = in_two_lines(rows[0][0], rows[1][0]) if len(rows) > 1 else None
    columns = read_heads(lower or rows[0][0]) if rows else None
    if not columns:
        return (), end
    return tuple(_task_rows(rows[2 if lower else 1 :], columns)), end


def _rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    if sum(1 for piece in pieces if _is_rule(piece.text)) > 2:
        yield from _ruled_rows(pieces)
        return
    yield from ((_cells([piece]), [piece]) for piece in pieces if not _is_rule(piece.text))


def _ruled_rows(pieces: Sequence[Piece]) -> Iterator[Row]:
    """The rows between rules; a cell that a rule leaves out stands in the rows above and below it."""
    rows: list[tuple[list[list[str]], list[Piece]]] = []
    begins = True
    for piece in pieces:
        cells = _MIXED.split(piece.text)[1:-1]
        if not (mixed := any(map(_is_drawn, cells))):
            cells = _with_room(piece)
        if _is_rule(piece.text) and not (mixed and any(cell.isspace() for cell in cells)):
            begins = True
            continue
        drawn = [mixed and _is_drawn(cell) for cell in cells]
        above = [] if begins else rows[-1][0]
        kept = [[] if ruled or at >= len(above) else above[at] for at, ruled in enumerate(drawn)]
        if begins or mixed:
            rows.append((kept, []))
        rows[-1][0].extend(kept[len(rows[-1][0]) :])
        rows[-1][1].append(piece)
        for lines, cell, ruled in zip(kept, cells, drawn, strict=True):
            lines += [] if ruled else [cell]
        begins = False
    for found, places in rows:
        yield ["\n".join(map(str.strip, lines)) if _is_list(lines) else _joined(lines) for lines in found], places


def _is_list(lines: Sequence[str]) -> bool:
    """Whether each line of a cell names a unit, and one ends where there was room for more: no words are broken."""
    filled = [line for line in lines if line.strip()]
    ended = any(len(line) - len(line.rstrip()) >= _ROOM for line in filled[:-1])
    return ended and all(names_a_unit(line.strip()) for line in filled)


def _is_rule(text: str) -> bool:
    return _RULE.match(text) is not None and any(mark in text for mark in "-─━═")


def _cells(lines: Sequence[Piece]) -> list[str]:
    """The cells of one row, their broken words whole again."""
    parted = [[_joined([cell]) for cell in _parted(piece.text)] for piece in lines]
    width = max(map(len, parted))
    return ["".join("".join(cells[place : place + 1]) for cells in parted) for place in range(width)]


def _is_drawn(cell: str) -> bool:
    return _DRAWN.fullmatch(cell.strip()) is not None


def _parted(text: str) -> list[str]:
    cells = _EDGE.split(text)[1:]
    return cells[:-1] if cells and not cells[-1].strip() else cells


def _with_room(piece: Piece) -> list[str]:
    """The cells of a line with the blanks behind their words, of which the text keeps one."""
    cells, printed = _parted(piece.text), _parted(piece.line.raw.strip())
    if len(cells) != len(printed):
        return cells
    return [cell.rstrip() + " " * (len(raw) - len(raw.rstrip())) for cell, raw in zip(cells, printed, strict=True)]


def _joined(lines: Sequence[str]) -> str:
    return "".join(_BREAK.sub("\n", line).strip() for line in lines)


def _task_rows(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[TaskRow]:
    whole: list[tuple[list[str], list[Piece]]] = []
    unsure = set[int]()
    for cells, lines in rows:
        full, doubtful = whole_row(cells, columns, whole[-1][0] if whole else [""] * len(columns))
        if read_heads(full, strict=True) == tuple(columns):
            continue
        if whole and _goes_on(full, columns) and not _stands_alone(full, whole[-1][0], columns):
            before, above = whole[-1]
            whole[-1] = [up + cell for up, cell in zip(before, full, strict=True)], [*above, *lines]
        else:
            whole.append((full, [*lines]))
            unsure |= {lines[0].place} if doubtful else set()
    above_cells, headings = [""] * len(columns), OpenHeadings()
    in_words = numbered_in_words([TableRow(0, tuple(full)) for full, _ in whole], columns)
    for full, places in whole:
        alone = heading_among(full, places[0], in_words=in_words)
        if alone and heads_rows(alone.text):
            above_cells = [""] * len(columns)
            headings.begin(alone)
            continue
        filled = zip(full, above_cells, columns, strict=True)
        further = not any(cell for cell, column in zip(full, columns, strict=True) if column is Column.NUMBER)
        above_cells = [cell or (up if _is_merged(column, further) else "") for cell, up, column in filled]
        if any(above_cells):
            row = task_row(above_cells, columns, places)
            yield headings.over(row._replace(short=row.first in unsure))


def _is_merged(column: Column, further: bool) -> bool:
    """Whether an empty cell stands for the one above; `further`: the row has no number of its own."""
    return column is Column.GROUP or (further and column in (Column.NUMBER, Column.TITLE))


def _stands_alone(cells: Sequence[str], above: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a line without a number and a task names whole units below whole ones: a further row of the task."""
    units = [(cell, up) for cell, up, column in zip(cells, above, columns, strict=True) if column in UNIT_COLUMNS]
    said = [up for up, column in zip(above, columns, strict=True) if column is Column.CONTENT]
    return (
        all(cell and up and is_units(cell) and is_units(up) and _BEGINS.match(cell) for cell, up in units)
        and bool(said)
        and all(up.endswith(("。", "；")) for up in said)
    )


def _goes_on(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether a line without a number or task of its own only goes on with broken words of the row above."""
    named = [cell for cell, column in zip(cells, columns, strict=True) if column in (Column.NUMBER, Column.TITLE)]
    return not any(named)


def task_row(cells: Sequence[str], columns: Sequence[Column], lines: Sequence[Piece]) -> TaskRow:
    """The task that the cells of one row tell; `lines` are those that it stands on."""
    by_column = {column: "".join(cell.split()) for cell, column in zip(cells, columns, strict=True)}
    first = lines[0]
    kept = tuple(
        Cell(column, cell, first.line.number)
        for cell, column in zip(cells, columns, strict=True)
        if column is Column.DEADLINE or (column in UNIT_COLUMNS and "".join(cell.split()) not in EMPTY)
    )
    number = by_column.get(Column.NUMBER, "").rstrip(".、．")
    title, content = by_column.get(Column.TITLE, ""), by_column.get(Column.CONTENT, "")
    group = by_column.get(Column.GROUP, "")
    above = Cell(Column.GROUP, group, first.line.number) if group not in EMPTY else None
    return TaskRow(number, title, content, kept, first.place, lines[-1].place, first.line.number, group=above)

"""Rows of a table that is printed with one cell a line: each row begins with its number, or each has all its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sciplan_tui.core.parse.cell_places import fits_column, is_dated, place
from sciplan_tui.core.parse.markers import Rank, marker
from sciplan_tui.core.parse.table_heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table_rows import EMPTY, Cell, Piece, TaskRow, is_units, row_of, unread_row, with_merged

_NUMBER = re.compile(r"(\d{1,4})[.、．]?$")
_MOST_CELLS = 400
"""Cells of the rows of one number; where no number follows for so long, the table has ended."""
_LONGEST_GROUP = 30
_LONGEST_CELL = 40
_NARROW = UNIT_COLUMNS | {Column.OFFICE, Column.DEADLINE}
_SIGNED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_BEGINS = re.compile(r"[市省区县州旗各]|团[省市区县州]|有关|相关|其他")
"""How the name of a unit surely begins."""


def read_rows(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """One cell a line. Each stretch between two numbers holds the rows of one number."""
    if columns[0] is not Column.NUMBER:
        return _rows_without_numbers(pieces, at, columns)
    starts = _number_cells(pieces, at, columns[columns.index(Column.TITLE) + 1 :])
    rows: list[TaskRow] = []
    end = at
    if not starts:
        return rows, at
    heads = {piece.text for piece in pieces[at - len(columns) : at]}
    apart = _are_apart(pieces[at - len(columns) : at])
    for start, stop in zip(starts, [*starts[1:], None], strict=True):
        cells = [piece for piece in pieces[start + 1 : stop or start + 60] if piece.text not in heads]
        while stop and len(cells) > 1 and _is_chapter(cells[-1].text):
            cells.pop()
        cells = cells if stop else _unsigned(cells, rows)
        ways = [_together(cells), cells] if apart else [cells]
        read = [(*_rows_of_number(pieces[start], way, columns[1:], exact=stop is not None), way) for way in ways]
        found, used, cells = min(read, key=_doubts)
        rows += found
        end = stop or (_behind(pieces, cells[used - 1], start) if used else start + 1)
    return rows, end


def _doubts(read: tuple[Sequence[TaskRow], int, list[Piece]]) -> tuple[bool, int]:
    """How doubtful a way to read the rows of a number is: nothing found, then the rows that are not sure."""
    return not read[0], sum(row.short or row.unread for row in read[0])


def _are_apart(heads: Sequence[Piece]) -> bool:
    """Whether blank lines part the cells, as they part those of the head: lines right below each other are one cell."""
    return all(below.place > above.place + 1 for above, below in pairwise(heads))


def _together(lines: Sequence[Piece]) -> list[Piece]:
    """The lines that stand right below each other as one cell each."""
    cells: list[Piece] = []
    last = -1
    for line in lines:
        if cells and line.place == last + 1 and not is_dated(cells[-1].text):
            cells[-1] = cells[-1]._replace(text=f"{cells[-1].text}\n{line.text}")
        else:
            cells.append(line)
        last = line.place
    return cells


def _behind(pieces: Sequence[Piece], cell: Piece, start: int) -> int:
    """Where the first piece stands behind a cell, all its lines included."""
    last = cell.place + cell.text.count("\n")
    return next((at for at in range(start, len(pieces)) if pieces[at].place > last), len(pieces))


def _number_cells(pieces: Sequence[Piece], at: int, tail: Sequence[Column]) -> list[int]:
    """Where the numbers stand: each the next one, or one that begins anew or skips a few, if a whole row follows."""
    starts: list[int] = []
    expected: int | None = None
    for index in range(at, len(pieces)):
        if index - (starts[-1] if starts else at) > _MOST_CELLS:
            break
        found = _NUMBER.fullmatch(pieces[index].text)
        number = int(found[1]) if found else None
        if number is None or not (starts or index - at < 3):
            continue
        if expected in (None, number) or ((number == 1 or number > expected) and _is_row(pieces, index, tail)):
            starts.append(index)
            expected = number + 1
    return starts


def _is_row(pieces: Sequence[Piece], index: int, tail: Sequence[Column]) -> bool:
    """Whether a whole row follows the number at `index`: a title and one cell for each column of the tail."""
    if len(pieces) <= index + 1 or is_units(pieces[index + 1].text):
        return False
    cells = pieces[index + 2 : index + 2 + len(tail)]
    return not UNIT_COLUMNS.isdisjoint(tail) and next(_chunks(cells, tail), None) is not None


def _rows_of_number(
    number: Piece, cells: Sequence[Piece], columns: Sequence[Column], *, exact: bool
) -> tuple[list[TaskRow], int]:
    """The rows of one number, and how many cells they take. A group cell may stand before the title."""
    tail = columns[columns.index(Column.TITLE) + 1 :]
    if UNIT_COLUMNS.isdisjoint(tail):
        return [], 0
    for before in (1, 2):
        chunks = list(_chunks(cells[before:], tail))
        used = before + len(chunks) * len(tail)
        ended = used == len(cells) or not (exact or any(_is_sure(cell.text) for cell in cells[used : used + 1]))
        if chunks and ended and not (before > 1 and is_units(cells[before - 1].text)):
            title = cells[before - 1].text
            return [_row(number.text, title, chunk, tail, cells[0]) for chunk in chunks], used
    if exact and (rows := _whole_rows(number.text, cells, tail)):
        return rows, len(cells)
    if exact and len(cells) == 1 + len(tail) and _fit_but_units(cells[1:], tail):
        return [_row(number.text, cells[0].text, cells[1:], tail, cells[0])], len(cells)
    if exact and cells:
        return list(with_merged(_placed_rows(number, cells, columns))), len(cells)
    if last := [] if exact else _last_cells(cells, columns):
        return list(with_merged(_placed_rows(number, last, columns))), len(last)
    return [], 0


def _unsigned(cells: list[Piece], rows: Sequence[TaskRow]) -> list[Piece]:
    """The cells behind the last number without the signature and all behind it: a body, and the day it signed on."""
    if any(row.deadline and _SIGNED.fullmatch(row.deadline) for row in rows):
        return cells
    signed = (at for at, cell in enumerate(cells) if _SIGNED.fullmatch("".join(cell.text.split())))
    return cells[: max(0, next(signed, len(cells) + 1) - 1)]


def _last_cells(cells: Sequence[Piece], columns: Sequence[Column]) -> Sequence[Piece]:
    """The cells of the row that no number follows: its wording, then what fits the narrow columns."""
    narrow = [column for column in columns if column in _NARROW]
    wide, found, full = len(columns) - len(narrow), False, False
    for count, cell in enumerate(cells):
        fits = [column for column in narrow if count and fits_column(cell.text, column)]
        if (not fits and (found or count >= wide)) or full:
            return cells[:count]
        found = found or bool(fits)
        full = fits == [Column.DEADLINE] == narrow[-1:]
    return cells


def _is_sure(text: str) -> bool:
    """Whether a line surely names units: they begin with their level."""
    return _BEGINS.match(text) is not None and is_units(text)


def _whole_rows(number: str, cells: Sequence[Piece], tail: Sequence[Column]) -> list[TaskRow]:
    """Whole rows up to the next number: the first bears this one, the others have lost theirs. What heads the rows
    below the next number may stand behind them.
    """
    rows: list[TaskRow] = []
    width = 1 + len(tail)
    for start in range(0, len(cells) - width + 1, width):
        chunk = next(_chunks(cells[start + 1 : start + width], tail), None)
        if chunk is None:
            return []
        rows.append(_row("" if rows else number, cells[start].text, chunk, tail, cells[start]))
    left = cells[len(rows) * width :]
    return rows if len(left) < 2 and all(_may_be_group(cell.text) for cell in left) else []


def _is_chapter(text: str) -> bool:
    """Whether a line heads the rows below it: 二、海上行动."""
    found = marker(text)
    return found is not None and found.rank < Rank.ITEM and _may_be_group(text)


def _may_be_group(text: str) -> bool:
    return len(text) <= _LONGEST_GROUP and not is_units(text)


def _chunks(cells: Sequence[Piece], columns: Sequence[Column]) -> Iterator[Sequence[Piece]]:
    for start in range(0, len(cells) - len(columns) + 1, len(columns)):
        chunk = cells[start : start + len(columns)]
        if not all(_fits(piece.text, column) for piece, column in zip(chunk, columns, strict=True)):
            return
        yield chunk


def _fit_but_units(cells: Sequence[Piece], columns: Sequence[Column]) -> bool:
    """As many cells as columns, and one surely of units: the other unit cells are too, whatever their words."""
    named = [(piece.text, column) for piece, column in zip(cells, columns, strict=True)]
    others = all(column in UNIT_COLUMNS or _fits(text, column) for text, column in named)
    return others and any(is_units(text, column) for text, column in named if column in UNIT_COLUMNS)


def _fits(text: str, column: Column) -> bool:
    if column in UNIT_COLUMNS:
        return text in EMPTY or is_units(text, column)
    if column in (Column.OFFICE, Column.DEADLINE):
        return len(text) <= _LONGEST_CELL and (text in EMPTY or not is_units(text))
    return True


def _placed_rows(number: Piece, cells: Sequence[Piece], columns: Sequence[Column]) -> list[TaskRow]:
    """The rows whose cells do not fit their columns one by one: a cell takes several lines, or left no trace."""
    found = place([cell.text for cell in cells], columns)
    if found is None:
        from sciplan_tui.core.parse.blank_rows import read_row

        row = read_row([number, *cells], (Column.NUMBER, *columns))
        return [row or unread_row(number.text, cells, [number, *cells])]
    rows = []
    for indices in found.rows:
        placed = [(column, [cells[at] for at in own]) for column, own in zip(columns, indices, strict=True)]
        told = sorted((cell for _, own in placed for cell in own), key=lambda cell: cell.place)
        unheld = not any(own for column, own in placed if column in UNIT_COLUMNS)
        row = row_of(placed, told, short=found.doubtful or unheld)
        rows.append(row._replace(number=number.text.rstrip(".、．")))
    return rows


def _row(number: str, title: str, chunk: Sequence[Piece], columns: Sequence[Column], first: Piece) -> TaskRow:
    cells = tuple(Cell(column, piece.text, piece.line.number) for column, piece in zip(columns, chunk, strict=True))
    content = next((cell.text for cell in cells if cell.column is Column.CONTENT), "")
    line = next(cell.line for cell in cells if cell.column in UNIT_COLUMNS)
    start, last = min(first.place, chunk[0].place), chunk[-1].place + chunk[-1].text.count("\n")
    return TaskRow(number, title.replace("\n", ""), content.replace("\n", ""), cells, start, last, line)


def _rows_without_numbers(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    rows: list[TaskRow] = []
    for chunk in _chunks(pieces[at:], columns):
        title = next(p.text for p, column in zip(chunk, columns, strict=True) if column is Column.TITLE)
        rows.append(_row("", title, chunk, columns, chunk[0]))
    return rows, at + len(rows) * len(columns)

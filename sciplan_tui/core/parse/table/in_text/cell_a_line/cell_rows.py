"""Rows of a table that is printed with one cell a line: each row begins with its number, or each has all its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, islice, takewhile

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.line.chrome import is_chrome
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.table.cell_places import fits_column
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.in_text.cell_a_line.cell_stretches import (
    BEGINS,
    are_apart,
    behind,
    chunks,
    fits,
    is_sure,
    stretches,
    together,
)
from sciplan_tui.core.parse.table.in_text.cell_a_line.numbered_titles import numbers_apart
from sciplan_tui.core.parse.table.in_text.cell_a_line.numerals_in_cells import in_figures
from sciplan_tui.core.parse.table.in_text.cell_a_line.placed_rows import fitting_row, placed_rows
from sciplan_tui.core.parse.table.in_text.wrapped_cells import last_wrapped, wrapped_row
from sciplan_tui.core.parse.table.open_headings import headed, may_be_group
from sciplan_tui.core.parse.table.rows import (
    Cell,
    Piece,
    TaskRow,
    heading_of,
    is_units,
    unread_row,
    with_merged,
)
from sciplan_tui.core.unit.function import unit_function

_NARROW = UNIT_COLUMNS | {Column.OFFICE, Column.DEADLINE}
_WORDED = frozenset({Column.TITLE, Column.CONTENT, Column.TARGET, Column.GROUP, Column.OTHER})
_GROUP = re.compile(r"\w{2,12}")
_KIND = re.compile("(?:工作)?专班|(?:工作)?领导小组|指挥部|委员会|管委会|(?:有限)?公司|集团")
_SHORTEST_TASK = 6
_RUNS_ON = ("、", "，", ",")
_GOES_ON = re.compile(rf"[、，,和及]{HAN}?$")
"""A mark, or one with a single sign behind it, which is no name."""
Rows = tuple[list[TaskRow], int]
"""Rows, and how many cells they take."""


def read_rows(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """One cell a line; and where the table ends. Each stretch between two numbers holds the rows of one number."""
    if Column.NUMBER not in columns[:2] or (columns[0] is not Column.NUMBER and not _are_grouped(columns)):
        return _numberless(pieces, at, columns)
    if columns[0] is Column.NUMBER and (told := in_figures(pieces, at)):
        rows, end = _numbered(told.pieces, at, columns)
        if rows:
            return rows, told.places[end]
    return _numbered(pieces, at, columns)


def _numbered(pieces: Sequence[Piece], at: int, columns: Sequence[Column], above: Rank = Rank.ITEM) -> Rows:
    rows: list[TaskRow] = []
    end, told = at, columns[columns.index(Column.NUMBER) + 1 :]
    apart = are_apart(pieces[max(0, at - len(columns)) : at])
    for number, cells, headings, start, stop in stretches(pieces, at, columns, above):
        ways = [_mended(way) for way in ([together(cells), cells] if apart else [cells])]
        read = [(*_rows_of_number(number, way, told, exact=stop is not None), way) for way in ways]
        found, used, cells = min(read, key=_doubts)
        rows += [headed(row, headings) for row in found]
        end = stop or (behind(pieces, cells[used - 1], start) if used else start + 1)
    return (rows, end) if rows else _numberless(pieces, at, told)


def _are_grouped(columns: Sequence[Column]) -> bool:
    """Whether the column before the numbers is one of headings, which the cells of the tasks can be told from: no
    others are worded, or units stand between.
    """
    told = columns[-1] in UNIT_COLUMNS or not _WORDED.intersection(columns[2:]) - {Column.TITLE}
    return columns[0] is Column.GROUP and told


def _numberless(pieces: Sequence[Piece], at: int, columns: Sequence[Column]) -> tuple[list[TaskRow], int]:
    """The rows of a table that has no numbers, or has lost them all."""
    from sciplan_tui.core.parse.table.in_text.cell_a_line.listed_units import read_listed
    from sciplan_tui.core.parse.table.in_text.cell_a_line.numberless_rows import read_numberless

    rows, end = read_listed(pieces, at, columns)
    if not rows and Column.NUMBER not in columns and (apart := numbers_apart(pieces, at, columns)):
        rows, end = _numbered(apart.pieces, at, apart.columns, apart.rank)
        unsure = sum(row.short or row.unread for row in rows)
        rows, end = ([], at) if 2 * unsure > len(rows) else (rows, apart.places[end])
    return (rows, end) if rows else read_numberless(pieces, at, columns)


def _doubts(read: tuple[Sequence[TaskRow], int, list[Piece]]) -> tuple[bool, int]:
    """How doubtful a way to read the rows of a number is: nothing found, then the rows that are not sure."""
    return not read[0], sum(row.short or row.unread for row in read[0])


def _rows_of_number(number: Piece, cells: Sequence[Piece], columns: Sequence[Column], *, exact: bool) -> Rows:
    """The rows of one number; `exact`: another number stands behind its cells."""
    tail = columns[columns.index(Column.TITLE) + 1 :]
    if not UNIT_COLUMNS.isdisjoint(tail):
        if found := _fitting_rows(number, cells, tail, exact=exact):
            return found
        if exact and (rows := _whole_rows(number.text, cells, tail)):
            return rows, len(cells)
        if exact and len(cells) == 1 + len(tail) and _fit_but_units(cells[1:], tail):
            return [fitting_row(number.text, cells[0].text, cells[1:], tail, cells[0])], len(cells)
    own = cells if exact else _last_cells(cells, columns) or _broken_cells(cells, columns)
    rows = _placed_rows(number, own, columns) if own else []
    if not rows or any(row.short or row.unread for row in rows):
        name = number.text.rstrip(".、．")
        found = _wrapped(name, cells, columns, exact=exact)
        if found and not found[0][0].short:
            return found
    if rows:
        return list(with_merged(rows)), len(own)
    return ([unread_row(number.text, cells[:2], [number, cells[0]])], 1) if _is_task(cells) else ([], 0)


def _wrapped(number: str, cells: Sequence[Piece], columns: Sequence[Column], *, exact: bool) -> Rows | None:
    """The row whose cells are broken over lines, those that were put together apart again."""
    lines = [cell._replace(text=text) for cell in cells for text in cell.text.split("\n")]
    if exact:
        row = wrapped_row(number, lines, columns)
        return ([row], len(cells)) if row else None
    last = last_wrapped(number, lines, columns)
    if last is None:
        return None
    ends = accumulate(cell.text.count("\n") + 1 for cell in cells)
    return [last[0]], sum(end <= last[1] for end in ends)


def _is_task(cells: Sequence[Piece]) -> bool:
    """Whether the first of these cells is the wording of a task, though its units cannot be told."""
    return bool(cells) and len(cells[0].text) >= _SHORTEST_TASK and not is_chrome(cells[0].text)


def _fitting_rows(number: Piece, cells: Sequence[Piece], tail: Sequence[Column], *, exact: bool) -> Rows | None:
    """The title and rows whose cells fit the columns behind it one by one. A group cell may stand before the title.

    Units alone, with nothing that tells them apart, are no rows of their own.
    """
    for before in (1, 2) if cells and _GROUP.fullmatch(cells[0].text) else (1,):
        found = list(chunks(cells[before:], tail))
        used = before + len(found) * len(tail)
        ended = used == len(cells) or not (exact or any(is_sure(cell.text) for cell in cells[used : used + 1]))
        if len(found) > 1 and len(tail) == 1:
            return None
        title = cells[before - 1].text if found else ""
        if found and ended and not (before > 1 and (is_units(title) or title.endswith(_RUNS_ON))):
            rows = [fitting_row(number.text, title, chunk, tail, cells[0]) for chunk in found]
            return [row._replace(group=_above(cells[: before - 1])) for row in rows], used
    return None


def _above(cells: Sequence[Piece]) -> Cell | None:
    return heading_of(cells[0]) if cells else None


def _last_cells(cells: Sequence[Piece], columns: Sequence[Column]) -> Sequence[Piece]:
    """The cells of the row that no number follows: its wording, then what fits the narrow columns."""
    if _NARROW.intersection(columns[: columns.index(Column.TITLE)]):
        return cells[: len(columns)]
    narrow = [column for column in columns if column in _NARROW]
    wide, found, full = len(columns) - len(narrow), False, False
    for count, cell in enumerate(cells):
        fitting = [column for column in narrow if count and fits_column(cell.text, column)]
        if (not fitting and (found or count >= wide)) or full:
            return cells[:count] if found else []
        found = found or bool(fitting)
        full = fitting == [Column.DEADLINE] == narrow[-1:]
    return cells if found else []


def _broken_cells(cells: Sequence[Piece], columns: Sequence[Column]) -> Sequence[Piece]:
    """The cells of the row that no number follows, whose wording is broken over lines: up to its units."""
    narrow = [column for column in columns if column in _NARROW]
    for at, cell in enumerate(cells[1 : 2 * len(columns)], start=1):
        if BEGINS.match(cell.text) and is_units(cell.text):
            units = takewhile(lambda one: any(fits_column(one.text, column) for column in narrow), cells[at:])
            return cells[: at + len(list(islice(units, len(narrow))))]
    return []


def _whole_rows(number: str, cells: Sequence[Piece], tail: Sequence[Column]) -> list[TaskRow]:
    """Whole rows up to the next number: the first bears this one, the others have lost theirs. What heads the rows
    below the next number may stand behind them.
    """
    rows: list[TaskRow] = []
    width = 1 + len(tail)
    for start in range(0, len(cells) - width + 1, width):
        chunk = next(chunks(cells[start + 1 : start + width], tail), None)
        if chunk is None:
            return []
        rows.append(fitting_row("" if rows else number, cells[start].text, chunk, tail, cells[start]))
    left = cells[len(rows) * width :]
    return rows if len(left) < 2 and all(may_be_group(cell.text) for cell in left) else []


def _fit_but_units(cells: Sequence[Piece], columns: Sequence[Column]) -> bool:
    """As many cells as columns, and one surely of units: the other unit cells are too, whatever their words."""
    named = [(piece.text, column) for piece, column in zip(cells, columns, strict=True)]
    others = all(column in UNIT_COLUMNS or fits(text, column) for text, column in named)
    return others and any(is_units(text, column) for text, column in named if column in UNIT_COLUMNS)


def _placed_rows(number: Piece, cells: Sequence[Piece], columns: Sequence[Column]) -> list[TaskRow]:
    """The rows whose cells do not fit their columns one by one: a cell takes several lines, or left no trace."""
    if rows := placed_rows(cells, columns):
        return [row._replace(number=number.text.rstrip(".、．")) for row in rows]
    from sciplan_tui.core.parse.table.in_text.row_a_line.blank_rows import read_row

    row = read_row([number, *cells], (Column.NUMBER, *columns))
    return [row or unread_row(number.text, cells, [number, *cells])]


def _mended(cells: Sequence[Piece]) -> list[Piece]:
    """The cells with the names that are broken over two lines whole: 市港口, 局."""
    whole = list(cells[:1])
    for cell in cells[1:]:
        above = whole[-1].text
        if len(whole) > 1 and _breaks_off(above, cell.text):
            whole[-1] = whole[-1]._replace(text=f"{above}\n{cell.text}")
        else:
            whole.append(cell)
    return whole


def _breaks_off(above: str, below: str) -> bool:
    """Whether a name that begins above ends below."""
    if not BEGINS.match(above) or not is_units(f"{above}\n{below}"):
        return False
    if above.endswith(_RUNS_ON):
        return True
    return not is_units(above) and (_GOES_ON.search(above) is not None or not is_units(below) or _is_rest(above, below))


def _is_rest(above: str, below: str) -> bool:
    """Whether only both together tell what the unit is for (市科学技, 术协会), or one of which kind it is (专班)."""
    if _KIND.fullmatch(below):
        return True
    return unit_function(below) is None and unit_function(above + below) is not None

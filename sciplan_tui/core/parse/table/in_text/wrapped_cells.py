"""A row whose cells are all broken over lines, each line a part of one cell: 市人力资⏎源和社会⏎保障局.

Nothing marks where a cell ends. So the row is read from its end: the lines that make up units, and the deadline, as
the last columns ask for; what stands before them is the task, its title as wide as the first line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.parse.statement.roles import Label
from sciplan_tui.core.parse.table.cell_places import is_dated
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column
from sciplan_tui.core.parse.table.in_text.cell_alignment import tail_columns
from sciplan_tui.core.parse.table.rows import EMPTY, Cell, Piece, TaskRow
from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.parse.unit.sure_units import is_surely_unit
from sciplan_tui.core.plan import Role

_MOST_CELL = 12
"""Lines of one of the last cells."""
MOST_LINES = 48
"""Lines of one row."""
_RUNS_ON = ("、", "，", ",", "和", "及", "（", "(", "〔")
_BEGINS = re.compile(r"[市省区县州旗各]|团[省市区县州]|有关|相关|其他|国家|国网|中国|全国|人民银行")
_REST = re.compile("[市区县州旗](?:人民)?政")
"""How the end of a government's name may begin a line: 河东⏎区人民政府."""
_COMPANIES = ("公司", "集团", "银行", "分行", "中心", "大学", "学院", "医院", "学校")
_HIDDEN = 3
"""How odd it is that a name begins a line right behind a whole one, and is of the same cell."""
_IMPOSSIBLE = 1000
_LIST = Label(Role.RESPONSIBLE)
Split = tuple[int, tuple[int, ...]]
"""How odd it is to part lines so, and where each cell begins."""


def wrapped_row(number: str, lines: Sequence[Piece], columns: Sequence[Column]) -> TaskRow | None:
    """The row of these lines, its number left out; None where its last columns can't be told from their words, or each
    line names units of its own.
    """
    tail = tail_columns(columns)
    if UNIT_COLUMNS.isdisjoint(tail) or not len(columns) < len(lines) <= MOST_LINES:
        return None
    texts = ["".join(line.text.split()) for line in lines]
    odd, starts = _split(texts, tail)
    if odd >= _IMPOSSIBLE or all(map(_are_units, texts[starts[0] :])):
        return None
    title, content = _titled(texts[: starts[0]], single=len(columns) == len(tail) + 1)
    cells = tuple(
        Cell(column, text, lines[start].line.number)
        for column, (start, end) in zip(tail, pairwise((*starts, len(lines))), strict=True)
        if (text := "".join(texts[start:end])) not in EMPTY
    )
    line = next((cell.line for cell in cells if cell.column in UNIT_COLUMNS), lines[0].line.number)
    return TaskRow(number, title, content, cells, lines[0].place, lines[-1].place, line, short=odd >= _HIDDEN)


def last_wrapped(number: str, lines: Sequence[Piece], columns: Sequence[Column]) -> tuple[TaskRow, int] | None:
    """The row that these lines begin with, no number standing behind it, and how many are its own: as many as go on
    with its units.
    """
    found: tuple[TaskRow, int] | None = None
    for count in range(len(columns) + 1, min(len(lines), MOST_LINES) + 1):
        if row := wrapped_row(number, lines[:count], columns):
            found = row, count
        elif found and count > found[1] + 2:
            break
    return found


def _split(texts: Sequence[str], tail: Sequence[Column]) -> Split:
    """The best way to part the last lines into cells that fit their columns; some lines are left before them."""

    @cache
    def best(end: int, place: int) -> Split:
        if place < 0:
            return 0, ()
        ways = (
            (_oddity(texts[start:end], texts[start - 1], tail[place]), start)
            for start in range(end - 1, max(0, end - _MOST_CELL), -1)
        )
        found: Split = _IMPOSSIBLE, ()
        for odd, start in ways:
            before = best(start, place - 1) if odd < found[0] else found
            if odd + before[0] < found[0]:
                found = odd + before[0], (*before[1], start)
        return found

    return best(len(texts), len(tail) - 1)


def _oddity(lines: Sequence[str], above: str, column: Column) -> int:
    """How odd it is that lines are one whole cell of a column; `above`: the line before them."""
    text = "".join(lines)
    if len(lines) == 1 and text in EMPTY:
        return 0
    if column is Column.DEADLINE:
        return 0 if is_dated(text) else _IMPOSSIBLE
    if column not in UNIT_COLUMNS or above.endswith(_RUNS_ON) or text.endswith(_RUNS_ON) or not _are_units(text):
        return _IMPOSSIBLE
    hidden = sum(_ends_name(one) and _BEGINS.match(other) is not None for one, other in pairwise(lines))
    begins = _BEGINS.match(lines[0]) is not None and _REST.match(text) is None
    return _HIDDEN * hidden + (0 if begins else 1 + (_REST.match(text) is not None))


def _are_units(text: str) -> bool:
    reading = read_statement(text, _LIST)
    names = [unit.name for _, unit in reading.roles]
    begins = bool(names) and (is_surely_unit(names[0]) or _BEGINS.match(names[0]) is not None)
    return begins and reading.sure and all(map(_is_name, names))


def _is_name(name: str) -> bool:
    known = name.endswith(_COMPANIES) or _BEGINS.match(name) is not None
    return is_surely_unit(name) or (known and plausible(name))


def _ends_name(line: str) -> bool:
    return not line.endswith(_RUNS_ON) and is_surely_unit(re.split("[、，,]", line)[-1])


def _titled(texts: Sequence[str], *, single: bool) -> tuple[str, str]:
    """The title and what else is said of a task; `single`: there is no column for anything else."""
    end = 1
    while end < len(texts) and len(texts[end - 1]) >= len(texts[0]) >= len(texts[end]):
        end += 1
    return ("".join(texts), "") if single else ("".join(texts[:end]), "".join(texts[end:]))

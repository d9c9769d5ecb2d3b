"""Rows of a table whose cells are parted by tabs, as a sheet pasted into a text leaves it.

A row has as many tabs as its head. A line with fewer goes on with the row above, whose cell held a line break, unless
it begins with a number of its own: then the row is short of cells at its end. A cell that a merged one covers is empty,
and stands for what is above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import Column, read_head, read_heads
from sciplan_tui.core.parse.table.heads_in_two_rows import in_two_lines
from sciplan_tui.core.parse.table.in_text.between_tables import is_chapter, number_of, parts_tables
from sciplan_tui.core.parse.table.in_text.row_a_line.grid_rows import task_row
from sciplan_tui.core.parse.table.in_text.row_a_line.short_rows import whole_row
from sciplan_tui.core.parse.table.open_headings import OpenHeadings
from sciplan_tui.core.parse.table.rows import Piece, TaskRow, heading_among, is_in_words
from sciplan_tui.core.parse.table.task_rows import numbered_in_words

_NUMBERED = re.compile(r"[\s\"]*\d{1,4}[.、．]?\s*\t")
_MERGED = frozenset({Column.NUMBER, Column.GROUP, Column.TITLE})
_FEWEST_HEADS = 2
_WITHIN = 6
"""Lines without a tab that may stand within one cell."""


def read_tabbed(pieces: Sequence[Piece], at: int) -> tuple[tuple[TaskRow, ...], int]:
    """The task rows below the head at `at`, and where they end; no rows where it is no task table's head."""
    heads = _cells([pieces[at]])
    if sum(map(bool, heads)) < _FEWEST_HEADS:  # the title of the table, whose row has the tabs of the others
        return (), at + 1
    below = pieces[at + 1 : at + 2]
    lower = in_two_lines(heads, _cells(below)) if below and "\t" in below[0].line.raw else None
    columns = read_heads(lower or heads)
    if not columns:
        return (), at + 1
    rows, end = _gathered(pieces, at + (2 if lower else 1), len(columns) - 1)
    return tuple(task_rows([(_cells(lines), lines) for lines in rows], columns)), end


def _gathered(pieces: Sequence[Piece], at: int, width: int) -> tuple[list[list[Piece]], int]:
    """The lines of each row; `width`: the tabs of a whole one."""
    rows: list[list[Piece]] = []
    held = width
    for index in range(at, len(pieces)):
        raw = pieces[index].line.raw
        tabs = raw.count("\t")
        if rows and held >= width and not tabs and parts_tables(pieces, index, (number_of(rows[-1][0]) or 0) + 1):
            return rows, index
        if rows and _is_quoted(rows[-1]) and not _NUMBERED.match(raw):
            rows[-1].append(pieces[index])
            held += tabs
            continue
        if not tabs and not any(piece.line.raw.count("\t") for piece in pieces[index + 1 : index + 1 + _WITHIN]):
            return rows, index
        if (held >= width or not rows) and _heads_rows(pieces, index):
            rows.append([pieces[index]])
            held = width
        elif rows and not _NUMBERED.match(raw) and (not tabs or held + tabs <= width):
            rows[-1].append(pieces[index])
            held += tabs
        else:
            rows.append([pieces[index]])
            held = tabs
    return rows, len(pieces)


def _heads_rows(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line without tabs heads the rows below it: 二、重点工程, and a numbered row below it and its kind."""
    if "\t" in pieces[index].line.raw or not (
        is_chapter(pieces[index]) or read_head(pieces[index].text) is Column.GROUP
    ):
        return False
    below = next((piece for piece in pieces[index + 1 : index + 1 + _WITHIN] if not is_chapter(piece)), None)
    first = below.line.raw.partition("\t")[0].strip() if below else ""
    return below is not None and (is_in_words(first) or _NUMBERED.match(below.line.raw) is not None)


def _is_quoted(lines: Sequence[Piece]) -> bool:
    """Whether a cell in quotation marks, which holds line breaks, is still open."""
    return len(lines) <= _WITHIN and sum(piece.line.raw.count('"') for piece in lines) % 2 == 1


def _cells(lines: Sequence[Piece]) -> list[str]:
    cells = [""]
    for piece in lines:
        raw, done, column = piece.line.raw, 0, 0
        printed = [""] * (raw.count("\t") + 1)
        for index, mark in enumerate(piece.line.text):
            at = piece.line.offset(index)
            column += raw.count("\t", done, at)
            done = at
            printed[column] += mark
        cells = [*cells[:-1], f"{cells[-1]}\n{printed[0]}".strip("\n"), *printed[1:]]
    return [cell.strip().strip('"') for cell in cells]


def task_rows(told: Sequence[tuple[list[str], Sequence[Piece]]], columns: Sequence[Column]) -> Iterator[TaskRow]:
    """The tasks that rows tell, each with its cells and the lines it stands on; what heads rows stands over them."""
    above, headings = [""] * len(columns), OpenHeadings()
    in_words = numbered_in_words([TableRow(0, tuple(cells)) for cells, _ in told], columns)
    for printed, lines in told:
        cells, doubtful = whole_row(printed, columns, above)
        if read_heads(cells, strict=True) == tuple(columns):
            continue
        if alone := heading_among(cells, lines[0], in_words=in_words):
            headings.begin(alone)
            above = [""] * len(columns)
            continue
        whole = zip(cells, above, columns, strict=True)
        below = not any(cell for cell, column in zip(cells, columns, strict=True) if column is Column.NUMBER)
        above = [cell or (up if column in _MERGED and below else "") for cell, up, column in whole]
        if any(above):
            row = task_row(above, columns, lines)
            yield headings.over(row._replace(short=doubtful))

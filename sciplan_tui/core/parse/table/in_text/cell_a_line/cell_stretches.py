"""The lines of a table that is printed one cell a line, as stretches: each number with the cells up to the next one.

What heads the rows below (二、海上行动) is no cell, nor is a head that comes again, nor the signature at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.table.cell_places import is_dated
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head
from sciplan_tui.core.parse.table.in_text.between_tables import chapter_above, is_annex
from sciplan_tui.core.parse.table.in_text.text_heads import MOST_CELLS, head_at
from sciplan_tui.core.parse.table.open_headings import OpenHeadings, heads_rows, may_be_group
from sciplan_tui.core.parse.table.rows import EMPTY, Cell, Piece, heading_of, is_units

_NUMBER = re.compile(r"(\d{1,4})(?:[.、．]|[*＊※★▲△])?$")
"""A number, perhaps with a mark that sets its row apart: 3*."""
_MOST_CELLS = 400
"""Cells of the rows of one number; where no number follows for so long, the table has ended."""
_MOST_LAST = 60
"""Cells behind the last number that are looked at."""
_LONGEST_CELL = 40
_FIRST_WITHIN = 3
"""Headings that may stand above the first number."""
BEGINS = re.compile(r"[市省区县州旗各]|团[省市区县州]|有关|相关|其他")
"""How the name of a unit surely begins."""
_REST = re.compile("方面|领域|行动|工程|工作|建设|类")
"""What is no heading by itself, but the end of the one above."""
_UPRIGHT = re.compile(f"{HAN}{{1,4}}")
_SIGNED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


class Stretch(NamedTuple):
    """A number, the cells behind it, the headings over its rows, and where the next number stands, if one does."""

    number: Piece
    cells: list[Piece]
    headings: tuple[Cell, ...]
    start: int
    stop: int | None


def stretches(
    pieces: Sequence[Piece], at: int, columns: Sequence[Column], above: Rank = Rank.ITEM
) -> Iterator[Stretch]:
    """The stretches of the table whose head ends at `at`. What stands in a column before the numbers heads the rows
    below it. `above`: the rank that headings of the rows are higher than.
    """
    grouped = columns[0] is not Column.NUMBER
    pieces = pieces[: _other_head(pieces, at)]
    starts = _numbers(pieces, at, columns[columns.index(Column.TITLE) + 1 :])
    heads = {piece.text for piece in pieces[max(0, at - len(columns)) : at]}
    headings = OpenHeadings()
    _open(headings, list(pieces[at : starts[0]]) if starts else [], 0 if grouped else None, above)
    signed = False
    for start, stop in zip(starts, [*starts[1:], None], strict=False):
        cells = [piece for piece in pieces[start + 1 : stop or start + _MOST_LAST] if piece.text not in heads]
        over = headings.go_on()
        _open(headings, cells if stop else [], 1 if grouped else None, above)
        signed = signed or (stop is not None and any(_SIGNED.fullmatch(cell.text) for cell in cells))
        yield Stretch(pieces[start], cells if stop or signed else unsigned(cells), over, start, stop)


def _other_head(pieces: Sequence[Piece], at: int) -> int:
    """Where the head of another table begins, or the annex with it; one that comes again after a page break has the
    same words.
    """
    own = "".join(piece.text for piece in pieces[max(0, at - MOST_CELLS) : at])
    for index in range(at, len(pieces)):
        if is_annex(pieces[index]) and any(head_at(pieces, below) for below in _below(pieces, index)):
            return index
        if read_head(pieces[index].text) is not Column.NUMBER or (head := head_at(pieces, index)) is None:
            continue
        if not own.endswith("".join(piece.text for piece in pieces[index : head.body])):
            return index
        begins_anew = pieces[head.body : head.body + 1] and _NUMBER.fullmatch(pieces[head.body].text)
        if begins_anew and begins_anew[1] == "1" and (chapter := chapter_above(pieces, index)) is not None:
            return max(at, chapter)
    return len(pieces)


def _below(pieces: Sequence[Piece], index: int) -> range:
    """The places right below a line, where the title of an annex and its head stand."""
    return range(index + 1, min(index + 4, len(pieces)))


def _open(headings: OpenHeadings, cells: list[Piece], kept: int | None, above: Rank) -> None:
    """Open what heads the rows below the last of these cells; it is taken away from them. `kept`: behind so many cells
    any short one heads them, if it names no units or stands below a chapter.
    """
    found: list[Cell] = []
    first = _join_upright(cells, kept) if kept is not None else _join_broken(cells, above)
    if kept is not None:
        first = next((at for at in range(kept, first) if heads_rows(cells[at].text, above)), first)
    while cells and (
        heads_rows(cells[-1].text, above)
        or len(cells) > first
        or (kept is not None and len(cells) > kept and may_be_group(cells[-1].text))
    ):
        found.append(heading_of(cells.pop()))
    for heading in reversed(found):
        headings.begin(heading)


def _join_upright(cells: list[Piece], kept: int) -> int:
    """Make one of the last cells that are a word or two each, for a narrow column breaks 灯塔, 与, 码头 over lines; and
    tell how many cells there are now.
    """
    if len(cells) > kept + 1 and _REST.fullmatch(cells[-1].text) and may_be_group(cells[-2].text):
        cells[-2:] = [cells[-2]._replace(text=cells[-2].text + cells[-1].text)]
    last = reversed(cells[kept:])
    upright = list(takewhile(lambda cell: _UPRIGHT.fullmatch(cell.text) and may_be_group(cell.text), last))
    if len(upright) > 1:
        whole = "".join(cell.text for cell in reversed(upright))
        cells[-len(upright) :] = [upright[-1]._replace(text=whole)]
    return len(cells)


def _join_broken(cells: list[Piece], above: Rank) -> int:
    """Make one of the last heading and the rest of it, which a narrow column breaks: 二、航道和⏎码头."""
    broken = len(cells) > 1 and heads_rows(cells[-2].text, above) and not heads_rows(cells[-1].text, above)
    if broken and may_be_group(cells[-1].text):
        cells[-2:] = [cells[-2]._replace(text=cells[-2].text + cells[-1].text)]
    return len(cells)


def unsigned(cells: list[Piece]) -> list[Piece]:
    """The cells behind the last number without the signature and all behind it: a body, and the day it signed on."""
    signed = (at for at, cell in enumerate(cells) if _SIGNED.fullmatch("".join(cell.text.split())))
    return cells[: max(0, next(signed, len(cells) + 1) - 1)]


def are_apart(heads: Sequence[Piece]) -> bool:
    """Whether blank lines part the cells of a head."""
    return all(below.place > above.place + 1 for above, below in pairwise(heads))


def together(lines: Sequence[Piece]) -> list[Piece]:
    """The lines that stand right below each other as one cell each, where blank lines part the cells."""
    cells: list[Piece] = []
    last = -1
    for line in lines:
        if cells and line.place == last + 1 and not is_dated(cells[-1].text):
            cells[-1] = cells[-1]._replace(text=f"{cells[-1].text}\n{line.text}")
        else:
            cells.append(line)
        last = line.place
    return cells


def behind(pieces: Sequence[Piece], cell: Piece, start: int) -> int:
    """Where the first piece stands behind a cell, all its lines included."""
    last = cell.place + cell.text.count("\n")
    return next((at for at in range(start, len(pieces)) if pieces[at].place > last), len(pieces))


def _numbers(pieces: Sequence[Piece], at: int, tail: Sequence[Column]) -> list[int]:
    """Where the numbers stand: each the next one, or one that begins anew or skips a few, if a whole row follows."""
    starts: list[int] = []
    expected: int | None = None
    for index in range(at, len(pieces)):
        if index - (starts[-1] if starts else at) > _MOST_CELLS:
            break
        found = _NUMBER.fullmatch(pieces[index].text)
        number = int(found[1]) if found else None
        if number is None or not (starts or index - at <= _FIRST_WITHIN):
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
    return not UNIT_COLUMNS.isdisjoint(tail) and next(chunks(cells, tail), None) is not None


def chunks(cells: Sequence[Piece], columns: Sequence[Column]) -> Iterator[Sequence[Piece]]:
    """The cells by as many as there are columns, as long as each fits its own."""
    for start in range(0, len(cells) - len(columns) + 1, len(columns)):
        chunk = cells[start : start + len(columns)]
        if not all(fits(piece.text, column) for piece, column in zip(chunk, columns, strict=True)):
            return
        yield chunk


def fits(text: str, column: Column) -> bool:
    """Whether a cell that stands in the place of a column may be its: units name units, narrow ones are short."""
    if column in UNIT_COLUMNS:
        return text in EMPTY or is_units(text, column)
    if column in (Column.OFFICE, Column.DEADLINE):
        return len(text) <= _LONGEST_CELL and (text in EMPTY or not is_units(text))
    return column is not Column.CONTENT or not is_sure(text)


def is_sure(text: str) -> bool:
    """Whether a line surely names units: they begin with their level."""
    return BEGINS.match(text) is not None and is_units(text)

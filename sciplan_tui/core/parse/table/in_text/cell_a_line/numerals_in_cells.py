"""Tables of one cell a line that are numbered in words, which are then read as others: （一） is 1 to them.

What a numeral without brackets stands above, with a title of its own (二⏎清航道⏎（一）), heads the rows below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.numeral import numeral
from sciplan_tui.core.parse.table.rows import EMPTY, Piece, is_units

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_BRACKETED, _PLAIN = re.compile(f"[（(]({_NUMERAL})[）)]"), re.compile(f"({_NUMERAL})[、.．]?")
_FIRST_WITHIN, _LONGEST_TITLE = 3, 30


class InFigures(NamedTuple):
    """The pieces with figures for numerals, and where each of them stood; its last place is behind them all."""

    pieces: Sequence[Piece]
    places: Sequence[int]


def in_figures(pieces: Sequence[Piece], at: int) -> InFigures | None:
    """The pieces of a table whose rows begin at `at`; None where they are numbered in figures, or not at all."""
    first = [piece.text for piece in pieces[at : at + _FIRST_WITHIN]]
    if any(text.rstrip(".、．").isdecimal() for text in first):
        return None
    if any(map(_BRACKETED.fullmatch, first)):
        told = list(_with_headings(pieces, at))
    elif first and _PLAIN.fullmatch(first[0]):
        told = [(place, _figure(pieces[place], _PLAIN)) for place in range(at, len(pieces))]
    else:
        return None
    return InFigures([*pieces[:at], *(piece for _, piece in told)], [*range(at), *(at for at, _ in told), len(pieces)])


def _with_headings(pieces: Sequence[Piece], at: int) -> Iterator[tuple[int, Piece]]:
    """The pieces with their places; a numeral and its title above the next number are one."""
    place = at
    while place < len(pieces):
        if number := _heads(pieces, place, first=place == at):
            title = pieces[place + 1]
            yield place, title._replace(text=f"{number}、{title.text}")
            place += 2
        else:
            yield place, _figure(pieces[place], _BRACKETED)
            place += 1


def _heads(pieces: Sequence[Piece], place: int, *, first: bool) -> str:
    """The numeral that a heading begins with here; the first may be printed as a dash, as 一 looks."""
    cells = [piece.text for piece in pieces[place : place + 3]]
    if len(cells) < 3 or not _BRACKETED.fullmatch(cells[2]) or len(cells[1]) > _LONGEST_TITLE or is_units(cells[1]):
        return ""
    found = _PLAIN.fullmatch(cells[0])
    return found[1] if found else "一" if first and cells[0] in EMPTY else ""


def _figure(piece: Piece, form: re.Pattern[str]) -> Piece:
    found = form.fullmatch(piece.text)
    return piece._replace(text=str(numeral(found[1]))) if found else piece

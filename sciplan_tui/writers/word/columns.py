"""How wide the columns of a table in Word are, and how large its text: no word, number or date is parted where the
page has room for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil

from sciplan_tui.core.cell_width import cell_width, widest_line
from sciplan_tui.core.sheet import Column, Sheet, Traced, Value
from sciplan_tui.writers.wording import head, upright, worded

_TWIPS = 56.7
"""To a millimetre; Word measures in twentieths of a point."""
_LEAST, _MOST = 5, 60
"""Characters that a column is reckoned with at least and at most; wider text goes on below."""
_CELL, _WHOLE, _SHORT = 5, 13, 8
"""Twips of half a Chinese character to each half point; so many of them a narrow column is given before wide ones have
more, as a date needs; and a text as short as that (长期坚持) is kept on its line."""
_SIZE, _COMPACT, _SMALL = (21, 100), (18, 60), (16, 25)
"""Half points and twips beside it: of text, of text in a compact paper, and in a table of many columns."""
_MANY = 14
_SMALLER = 0.8
"""Of the size of a table's text, somewhat more than a query beneath it has."""
_MOST_IN_HEAD = 20
"""Characters of a word in a head that is kept whole (comparator, responsible), whatever stands below it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Twips of each column, half points of the text, and twips beside it."""

    widths: tuple[int, ...]
    size: int
    beside: int


def laid(sheet: Sheet, width: int, *, compact: bool) -> Laid:
    """How the table lies on `width` mm, in the largest text in which its words stay whole."""
    whole, standing = width * _TWIPS, upright(sheet.columns)
    needed = [_needed(sheet, place, standing=place in standing) for place in range(len(sheet.columns))]
    for size, beside in _sizes(sheet, compact=compact):
        tiers = [[one[tier] * size * _CELL + 2 * beside for one in needed] for tier in range(3)]
        if sum(tiers[0]) <= whole:
            break
    return Laid(tuple(int(one) for one in _shared(tiers, whole)), size, beside)


def _sizes(sheet: Sheet, *, compact: bool) -> tuple[tuple[int, int], ...]:
    if len(sheet.columns) > _MANY:
        return (_SMALL,)
    return (_COMPACT, _SMALL) if compact else (_SIZE, _COMPACT, _SMALL)


def _needed(sheet: Sheet, place: int, *, standing: bool) -> tuple[int, int, int]:
    """Characters of a column: for its words to be whole, what it is given before others have more, and for all."""
    column = sheet.columns[place]
    cells = [row[place] for number, row in enumerate(sheet.rows) if number not in sheet.headings]
    texts = {_of(value) for value in cells}
    queries = {value.query for value in cells if isinstance(value, Traced)}
    own = _LEAST if standing else widest_line(head(column)) + 2
    own = own if column.title is None else min(own, _WHOLE)
    words = max(0 if standing else _in_head(column), min(_WHOLE, max(map(_longest, texts), default=0)))
    needed = max(own, words, min(_MOST, max(map(_whole, texts), default=0) + 1))
    beneath = min(_MOST, ceil(max(map(cell_width, queries), default=0) * _SMALLER))
    return words, max(words, min(needed, _WHOLE)), max(needed, beneath)


def _of(value: Value) -> str:
    """What a column must have room for; a query beneath it may be broken."""
    return str(worded(value.said if isinstance(value, Traced) else value))


def _whole(text: str) -> int:
    """The characters of its widest line; Latin letters and digits are somewhat wider than half a Chinese one."""
    latin = (sum(sign.isascii() and sign.isalnum() for sign in line) for line in text.split("\n"))
    return widest_line(text) + ceil(max(latin) / 3)


def _in_head(column: Column) -> int:
    """The longest word of a head, which is bold."""
    return min(_longest(head(column)) + 1, _MOST_IN_HEAD)


def _longest(text: str) -> int:
    """The characters of what is not parted; Latin letters and digits are somewhat wider than half a Chinese one, and
    m and w half as wide again.
    """
    words: list[int] = [
        ceil(1.25 * len(word) + 0.6 * sum(map(word.lower().count, "mw"))) for word in _latin().findall(text)
    ]
    wide = widest_line(text)
    return max(*words, 0, wide if wide <= _SHORT else 0)


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[!-~\u00c0-\u024f]+")


def _shared(tiers: Sequence[Sequence[float]], whole: float) -> list[float]:
    """`whole` in parts: each has what the last tier that there is room for asks, and what is left by what the next one
    asks more."""
    fits = [tier for tier in tiers if sum(tier) <= whole]
    if not fits or len(fits) == len(tiers):
        asked = tiers[-1] if fits else tiers[0]
        return [whole * one / sum(asked) for one in asked]
    has, asks = fits[-1], tiers[len(fits)]
    left, more = whole - sum(has), sum(asks) - sum(has)
    return [one + left * (next_ - one) / more for one, next_ in zip(has, asks, strict=True)]

"""Numbers of the rows of a task table that stand in no cell of their own: before the title (1.修灯塔), or lost, as that
of a row between 3 and 5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 2
STYLES = (re.compile(r"(\d{1,3})[.．、] ?(?=[^\W\d])"), re.compile(r"[（(](\d{1,3})[）)] ?(?=[^\W\d])"))
"""A number before a title: 1.修灯塔, （1）修灯塔."""


def number_before(title: str, number: int) -> bool:
    """Whether a title bears this number, in any style."""
    found = (style.match(title) for style in STYLES)
    return any(one is not None and int(one[1]) == number for one in found)


def titles_apart(titles: Sequence[str]) -> list[tuple[str, str]]:
    """Each title's number and its rest, where all have one and they count on; none else. A title may come again."""
    return next((told for style in STYLES if (told := _in_style(titles, style))), [])


def _in_style(titles: Sequence[str], style: re.Pattern[str]) -> list[tuple[str, str]]:
    found = [style.match(title) for title in titles]
    told = [(one[1], title[one.end() :]) for one, title in zip(found, titles, strict=True) if one]
    if len(told) < len(titles) or len(set(told)) < _FEWEST:
        return []
    counts = all(int(one[0]) + 1 == int(other[0]) or one == other for one, other in pairwise(told))
    return told if counts else []


def lost_numbers(numbers: Sequence[str]) -> dict[int, str]:
    """The numbers, by the place of their row, that rows without one (empty) must have had.

    Only where the numbers around leave room for just so many rows: else the number cell may be a merged one.
    """
    found: dict[int, str] = {}
    above, waiting = 0, list[int]()
    for place, number in enumerate(numbers):
        if not number:
            waiting.append(place)
            continue
        value = int(number) if number.isdecimal() and len(number) < 5 else 0
        if waiting and value == above + len(waiting) + 1:
            found |= {row: str(above + i) for i, row in enumerate(waiting, start=1)}
        above, waiting = value, []
    return found

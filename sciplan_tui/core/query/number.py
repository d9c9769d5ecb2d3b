"""A word of the query that is the printed number of a task: 12  12.  （三）  三、  第12项."""

from __future__ import annotations

import re
from typing import NamedTuple

from sciplan_tui.core.folding import fold
from sciplan_tui.core.numeral import numeral

_NUMERAL = r"(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_FORMS = rf"第{_NUMERAL}[项条款点]|\({_NUMERAL}\)|{_NUMERAL}[.、,)]?"
"""Compiled, and kept, when first asked for: the first screen has no query."""


class Number(NamedTuple):
    """What a task is numbered; `bracketed`: only where the number stands in brackets."""

    value: int
    bracketed: bool


def number_meant(word: str) -> Number | None:
    """The number that a word is; None: it is none."""
    found = re.fullmatch(_FORMS, fold(word))
    if found is None:
        return None
    return Number(numeral(next(filter(None, found.groups()))), bracketed=found[2] is not None)

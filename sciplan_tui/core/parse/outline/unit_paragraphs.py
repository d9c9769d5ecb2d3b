"""Paragraphs without a number that each begin with a unit, whose duties they tell: 市教育局：牵头…。 · 市教育局负责…。

Three of a section must be surely units', and two thirds of its paragraphs like them; then each is a task of its unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.unit.registry import unit_class

_FEWEST = 3
_SURE = frozenset({"party", "government", "mass", "locality", "vertical"})


@cache
def _units() -> re.Pattern[str]:
    """Compiled for the plan whose headings stand alone."""
    return re.compile(
        r"(?P<units>[^，,。；;：:]{2,60}?)(?:[：:] ?|(?=(?:负责|牵头|承担|配合)(?!人|单位|部门|领导)))"
        r"(?P<duty>[^\W\d].{4,})"
    )


@cache
def _does() -> re.Pattern[str]:
    """A duty has one of these words, which a telephone list has not."""
    return re.compile(
        "负责|牵头|承担|配合|协助|参与|做好|抓好|组织|开展|指导|加强|推[进动广]|落实|实施|制定|督促|支持|保障|依法|会同|宣传|把|将|发挥|建立|完善"
    )


def unit_end(text: str) -> int:
    """Where the units end that a paragraph begins with; 0 where it begins with none."""
    found = _units().match(text)
    if found is None or not _does().search(found["duty"]):
        return 0
    reading = read_statement(found["units"])
    known = reading.roles and reading.sure and unit_class(reading.roles[0][1].name) in _SURE
    return found.end("units") if known else 0


def find_unit_paragraphs(texts: Sequence[str]) -> tuple[int, ...]:
    """The indices of the paragraphs that are tasks of their units, from the first to the last; none of too few."""
    told = [index for index, text in enumerate(texts) if unit_end(text)]
    if len(told) < _FEWEST:
        return ()
    between = [index for index in range(told[0], told[-1] + 1) if texts[index]]
    return tuple(between) if len(told) * 3 >= len(between) * 2 else ()

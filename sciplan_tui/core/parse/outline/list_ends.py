"""Numbers that end a list of units, in a plan that was copied into one line: 责任单位：市海洋局、市港口局2.换灯泡。

No sentence ends before them. 二是 counts there too: a point that names its units is a task, and so is the 一是 before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sciplan_tui.core.parse.line.markers import Marker, Rank, glued_markers
from sciplan_tui.core.parse.statement.roles import labels, read_label

_LIST = re.compile("[^。；;！？\n]{2,200}")
_POINT = re.compile("(?<=[^\\W\\d])[。；]? ?(?P<point>[二三四五六七八九十]是)(?=\\w)")
_APART = 4
"""Characters behind a list in which the next point begins."""
_FIRST_POINT = re.compile("(?:[。；;！） ]|^)(?P<point>一是)(?=\\w)")
_CHINESE = "一二三四五六七八九十"


def with_list_ends(text: str, marks: Sequence[Marker]) -> list[Marker]:
    """The markers of a line with those that end a list of units, in their order; `marks`: those that stand apart."""
    starts = [label.end() for label in labels(text) if read_label(label).role]
    if len(starts) < 2:
        return list(marks)
    known = {mark.start: mark for mark in marks}
    ends = {mark.start: mark for start in starts if (mark := _end(text, start))}
    points = {mark.start: mark for mark in _points(text, starts)}
    return [mark for _, mark in sorted({**ends, **known, **points}.items())]


def _end(text: str, start: int) -> Marker | None:
    """The number that ends the list which begins at `start`."""
    found = _LIST.match(text, start)
    return next(iter(glued_markers(text, start + 2, found.end())), None) if found else None


def _points(text: str, starts: Sequence[int]) -> Iterator[Marker]:
    """The points that each end with a list of units: all that follow 一是 without a gap."""
    above = 0
    for before, start in pairwise((0, *starts)):
        found = _LIST.match(text, start)
        following = _POINT.search(text, start, found.end() + _APART) if found else None
        number = _CHINESE.index(following["point"][0]) + 1 if following else 0
        first = _FIRST_POINT.search(text, before, start) if number == 2 else None
        if first:
            yield _point(text, first)
        if following and (first or (above and number == above + 1)):
            yield _point(text, following)
        above = number if following and (first or number == above + 1) else 0


def _point(text: str, found: re.Match[str]) -> Marker:
    start = found.start("point")
    return Marker(Rank.POINT, found["point"], _CHINESE.index(text[start]) + 1, start, found.end())

"""Which of the numbers in a line are headings: those that go on counting, wherever in the line they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from sciplan_tui.core.parse.line.markers import Marker, Rank, counts_on, inline_markers, marker

_AHEAD = 30
_ENDS_STATED = re.compile(r"(?:牵头|负责|配合|责任|参与|单位|部门)[^（(）)]{0,150}[)）〕】]。?$")
_STATED = 200
"""Characters before a point in which the statement of the one above stands."""
_TITLE = 60
"""Characters of a title that stands right above the first number below it."""
_LISTED = re.compile("(?:单位|部门)[:：].+(?:单位|部门)[:：]")
_FEWEST_LISTS = 2


def counted(text: str, current: Rank | None, last: dict[Rank, int], parts: frozenset[str]) -> list[Marker]:
    """The markers of a line that are headings: the one it begins with, and those inside that go on counting.

    `current`: the rank of the heading above, `last`: the last number of each rank, which goes on with this line;
    `parts`: the first figures of the decimal numbers, for a figure alone (`2 重点任务`) counts only above `2.1`.
    """
    marks: list[Marker] = []
    leading = marker(text)
    runs_on = leading is not None and leading.rank is Rank.POINT and counts_on(text, leading)
    if leading and _opens(leading, last, parts, current is None, runs_on):
        marks.append(leading)
        last[leading.rank] = leading.number or 0
    inside = _stated(text, _inside(text, leading, runs_on))
    for index, mark in enumerate(inside):
        above = marks[-1].rank if marks else current
        if _goes_on(mark, inside[index + 1 : index + _AHEAD], above, last):
            marks.append(mark)
            last[mark.rank] = mark.number or 0
    return marks


def _inside(text: str, leading: Marker | None, runs_on: bool) -> list[Marker]:
    """The markers behind the first words of a line; where it names units several times, those that end such a list."""
    marks = inline_markers(text, leading.end if leading else 1)
    if text.count("单位") + text.count("部门") < _FEWEST_LISTS or not _LISTED.search(text):
        return marks
    from sciplan_tui.core.parse.outline.list_ends import with_list_ends

    start = leading.end if leading and not runs_on else 0
    return [mark for mark in with_list_ends(text, marks) if mark.start >= start]


def _stated(text: str, marks: list[Marker]) -> list[Marker]:
    """The markers inside a line without those of points: (1)…；(2)… count only where each closes with a statement."""
    points = [mark for mark in marks if mark.rank is Rank.SUBITEM]
    if not points or all(_ENDS_STATED.search(text, max(0, mark.start - _STATED), mark.start) for mark in points[1:]):
        return marks if len(points) != 1 else [mark for mark in marks if mark.rank is not Rank.SUBITEM]
    return [mark for mark in marks if mark.rank is not Rank.SUBITEM]


def _opens(leading: Marker, last: dict[Rank, int], parts: frozenset[str], first: bool, runs_on: bool) -> bool:
    """Whether a line's own marker is a heading; `runs_on`: 二是 follows 一是 on the line, which is a paragraph then."""
    if not leading.doubtful:
        return not runs_on
    in_order = leading.number == last.get(leading.rank, 0) + 1
    return (in_order or first) and leading.printed in parts if leading.printed.isdecimal() else in_order


def _goes_on(mark: Marker, rest: Sequence[Marker], current: Rank | None, last: dict[Rank, int]) -> bool:
    """Whether a number inside a line is a heading: the next of its rank, or the first of two below what is open.

    A stretch of a plan begins with any number that is counted on, or with a heading right above one.
    """
    followed = _counts_on(mark, rest)
    if current is None:
        return followed or _stands_above(mark, rest)
    begun = last.get(mark.rank, 0)
    if mark.number == 1 or not begun:
        return current < mark.rank and followed
    return mark.number == begun + 1 or _skips(mark, rest, begun)


def _skips(mark: Marker, rest: Sequence[Marker], begun: int) -> bool:
    """Whether the numbers leave some out: none of those between follows, but the first item of a section does, or an
    item that counts on.
    """
    number = mark.number or 0
    if number <= begun or not rest or rest[0].rank is not Rank.ITEM:
        return False
    beside = takewhile(lambda other: other.rank > mark.rank or (other.rank is mark.rank and other.number != 1), rest)
    if any(other.rank is mark.rank and begun < (other.number or 0) < number for other in beside):
        return False
    return rest[0].number == (1 if mark.rank is Rank.SECTION else number + 1)


def _counts_on(mark: Marker, rest: Sequence[Marker]) -> bool:
    """Whether the next number of its rank stands among those behind it."""
    return any(other.rank == mark.rank and other.number == (mark.number or 0) + 1 for other in rest)


def _stands_above(mark: Marker, rest: Sequence[Marker]) -> bool:
    """Whether a heading has nothing but its title before numbers of a lower rank."""
    below = rest[0] if rest else None
    near = below is not None and below.rank > mark.rank and below.start - mark.end < _TITLE
    return below is not None and near and _counts_on(below, rest[1:])

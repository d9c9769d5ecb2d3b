"""Headings without any number that are told by their indentation: a line above deeper ones is their heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.tree import Heading, whole

_RANKS = (Rank.PART, Rank.SECTION, Rank.ITEM, Rank.SUBITEM, Rank.DASH)
_FEWEST_DEPTHS, _FEWEST_HEADINGS, _FEWEST_STATEMENTS = 3, 3, 2
_SAID = ("负责", "牵头", "配合", "落实", "单位：", "单位:")
_LONGEST = 40


def depth(line: Line) -> int:
    """How far a line is indented, in characters."""
    return len(line.raw[: line.offset(0)]) if line.text else 0


def find_indented_headings(lines: Sequence[Line]) -> tuple[int, ...]:
    """The indices of the headings; none where the text is no tree by its indentation, or names nobody."""
    filled = [index for index, line in enumerate(lines) if line.text]
    depths = {index: depth(lines[index]) for index in filled}
    if len(set(depths.values())) < _FEWEST_DEPTHS:
        return ()
    above = [one for one, below in pairwise(filled) if depths[one] < depths[below]]
    top = [index for index in filled if depths[index] == depths[filled[0]]]
    found = above[1:] if len(top) == 1 and above[:1] == top else above
    said = sum(any(word in lines[index].text for word in _SAID) for index in filled if index not in set(found))
    short = all(len(lines[index].text) <= _LONGEST for index in found)
    return tuple(found) if short and len(found) >= _FEWEST_HEADINGS and said >= _FEWEST_STATEMENTS else ()


def indented_outline(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    """The headings of such a plan in order, each with the lines that are deeper."""
    headings: list[Heading] = []
    bare = frozenset(layout.bare)
    levels = sorted({depth(lines[index]) for index in bare})
    for index in range(layout.body, layout.close):
        line = lines[index]
        if index in bare:
            rank = _RANKS[min(levels.index(depth(line)), len(_RANKS) - 1)]
            headings.append(Heading(rank=rank, title=line.text, line=line.number, span=whole(line)))
        elif line.text:
            headings[-1].body.append(whole(line))
    return headings

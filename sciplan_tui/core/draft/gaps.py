"""The gaps of a paper: what a person must fill in before it goes out."""

from __future__ import annotations

from sciplan_tui.core.paper import Block, Heading, Line, Paper
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say

_WHAT = "\x00"


def gaps(paper: Paper) -> int:
    """How many are marked, in its lines and in the cells of its tables."""
    whole, (begin, _, _) = say("paper.gap"), say("paper.gap_of", what=_WHAT).partition(_WHAT)
    return sum(text.count(begin) + text.count(whole) for block in paper.blocks for text in _texts(block))


def _texts(block: Block) -> list[str]:
    if isinstance(block, Heading | Line):
        return [block.text]
    if isinstance(block, Sheet):
        return [cell for row in block.rows for cell in row if isinstance(cell, str)]
    return []

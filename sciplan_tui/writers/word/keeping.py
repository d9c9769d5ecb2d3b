"""What stays together, so that no run of pages ends with a page of two or three lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sciplan_tui.core.paper import Block, Heading, Line, PageBreak
from sciplan_tui.core.sheet import Sheet

LEAST = 8
"""Lines that a last page has, if all that is set before it has as many."""


class Kept(NamedTuple):
    """Of a table how many of its last rows stay with what follows; whether the block itself stays with the next."""

    rows: int = 0
    with_next: bool = False


def kept_together(blocks: Sequence[Block]) -> list[Kept]:
    """For each block of a paper what stays with what follows it, counted from where pages end: at a break, at last. A
    line right above a table stays with it."""
    found, needed, last, over_table = list[Kept](), LEAST, True, False
    for block in reversed(blocks):
        if isinstance(block, PageBreak):
            found.append(Kept())
            needed, last, over_table = LEAST, True, False
            continue
        lines = len(block.rows) + 1 if isinstance(block, Sheet) else 1 if isinstance(block, Heading | Line) else LEAST
        rows = max(0, min(needed, len(block.rows))) if isinstance(block, Sheet) else 0
        heads = over_table and isinstance(block, Line)
        found.append(Kept(rows, with_next=heads or (needed > 0 and not last)))
        needed, last, over_table = needed - lines, False, isinstance(block, Sheet)
    return found[::-1]

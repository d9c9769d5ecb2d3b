"""The cell at the edge of a list that shows which part of it is in view."""

from __future__ import annotations


def in_thumb(y: int, top: int, rows: int, lines: int) -> bool:
    """Whether the edge is lit in row `y`, where `rows` of `lines` show from `top` on; never where all of them show."""
    if lines <= rows:
        return False
    size = max(1, rows * rows // lines)
    first = top * (rows - size) // max(lines - rows, 1)
    return first <= y < first + size

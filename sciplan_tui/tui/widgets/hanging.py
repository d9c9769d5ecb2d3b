"""Lines that wrap under themselves: what runs over begins where the text began, not at the edge of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells
from textual.content import Content

from sciplan_tui.core.line_break import whole_words
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.plain import joined, plain

Piece = tuple[str, str]
"""A stretch of text and its style."""


def hang(lead: Sequence[Piece], items: Iterable[Sequence[Piece]], width: int, between: str = "  ") -> Content:
    """`lead`, then the items, each kept whole where it fits, on lines of at most `width` cells."""
    indent = sum(cell_len(narrow(text)) for text, _ in lead)
    lines: list[list[Content]] = [[plain(*piece) for piece in lead]]
    used = indent
    for item in items:
        for chunk, pieces in enumerate(_fitting(item, max(width - indent, 8))):
            size = sum(cell_len(text) for text, _ in pieces)
            gap = between if used > indent and not chunk else ""
            if used > indent and used + len(gap) + size > width:
                lines.append([plain(" " * indent)])
                used, gap = indent, ""
            lines[-1] += [plain(gap), *(plain(*piece) for piece in pieces)]
            used += len(gap) + size
    return joined(Content("").join(line) for line in lines)


def _fitting(item: Sequence[Piece], room: int) -> list[list[Piece]]:
    """An item as it is, or, too long for one line, in stretches that each fill one."""
    item = [(narrow(text), style) for text, style in item]
    if sum(cell_len(text) for text, _ in item) <= room:
        return [item]
    lines: list[list[Piece]] = [[]]
    used = 0
    for text, style in item:
        while text:
            head = whole_words(text, chop_cells(text, room - used)[0]) if room - used > 1 else ""
            lines[-1].append((head, style))
            text, used = text[len(head) :], used + cell_len(head)
            if text:
                text = text.lstrip(" ") if head else text
                lines.append([])
                used = 0
    return lines

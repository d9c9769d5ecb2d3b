"""A cell of a table on a terminal: its lines end where lines may end. Imported only where such a table is drawn."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.containers import Lines
from rich.text import Text

from sciplan_tui.core.line_break import fitting


class WrappedCell(Text):
    """Text without styles."""

    def wrap(self, console: Console, width: int, **_: Any) -> Lines:
        """The lines, none of them wider than `width` cells."""
        lines, left = [], self.plain
        while left:
            head = fitting(left, max(width, 2))
            lines.append(Text(head))
            left = left[len(head) :].lstrip()
        return Lines(lines or [Text()])

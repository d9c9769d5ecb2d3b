"""Labels side by side on as many lines as they need, each whole, told apart by brackets: what fields choose among."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sciplan_tui.tui.widgets.plain import in_rows, joined, plain

AROUND = 2
"""Cells around a label, where its brackets stand."""


class Labels(Widget, can_focus=True):
    """The field tells its labels in their order (`labels`), how one looks (`drawn`), and what a click on it does."""

    def labels(self) -> Sequence[str]:
        """All of them."""
        raise NotImplementedError

    def drawn(self, index: int, label: str) -> Content:
        """One of them with what stands around it."""
        raise NotImplementedError

    def clicked(self, index: int) -> None:
        """A click on one of them."""
        raise NotImplementedError

    def render(self) -> Content:
        """Line by line."""
        labels = self.labels()
        rows = ([self.drawn(index, labels[index]) for index in row] for row in self._rows(self.size.width))
        return joined(map(Content("").join, rows))

    def _cells(self) -> list[int]:
        return [plain(label).cell_length + AROUND for label in self.labels()]

    def _rows(self, width: int) -> list[list[int]]:
        """Which labels stand on which line."""
        return in_rows(self._cells(), width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the labels need."""
        return len(self._rows(width))

    def on_click(self, event: events.Click) -> None:
        """Which of them stands there."""
        at, cells, rows = 0, self._cells(), self._rows(self.size.width)
        for index in rows[event.y] if event.y < len(rows) else []:
            at += cells[index]
            if event.x < at:
                self.clicked(index)
                return

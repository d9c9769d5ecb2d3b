"""The matrix as a person works with it: what the grid shows, and selecting, opening, the mouse."""

from __future__ import annotations

from dataclasses import replace

from textual import events

from sciplan_tui.tui.messages import FoldClicked, SelectionChanged, TaskOpened
from sciplan_tui.tui.widgets.matrix_grid import MatrixGrid
from sciplan_tui.tui.widgets.matrix_layout import CELL

WHEEL = 3


class MatrixView(MatrixGrid):
    """Speaks up by messages: the cursor moved, so many are selected, a task is to be opened."""

    _anchor: int | None = None

    @property
    def ranging(self) -> bool:
        """Whether a range is being selected."""
        return self._anchor is not None

    @property
    def selected(self) -> frozenset[int]:
        """The tasks that are selected."""
        return self.scene.selected

    # Selecting

    def select(self, tasks: frozenset[int]) -> None:
        """Select exactly these tasks."""
        self.scene = replace(self.scene, selected=tasks)
        self.refresh()
        self.post_message(SelectionChanged(len(tasks)))

    def action_select(self) -> None:
        """Select the task under the cursor, or let it go, and step down; at the end of a range, keep the range."""
        if self._anchor is not None:
            self._anchor = None
            return
        if self.ref:
            self.select(self.selected ^ {self.ref.task_id})
        self.action_step(1, 0)

    def action_range(self) -> None:
        """Begin a range here, or end it."""
        self._anchor = self.scene.line if self._anchor is None else None
        self.extend()

    def extend(self) -> None:
        """While a range is begun: select all from its beginning to the cursor."""
        if self._anchor is None:
            return
        low, high = sorted((self._anchor, self.scene.line))
        indexes = [index for index in self.lines[low : high + 1] if index >= 0]
        self.select(self.selected | {self.frame.rows[index].task_id for index in indexes})

    def clear_selection(self) -> bool:
        """Let all selected tasks go; False when there was none."""
        had, self._anchor = bool(self.selected), None
        if had:
            self.select(frozenset())
        return had

    def action_open(self) -> None:
        """Open the task under the cursor."""
        if self.ref:
            self.post_message(TaskOpened(self.ref.task_id))

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the click is; a double click opens the task, one on a collective unfolds it."""
        layout = self.scene.layout
        if event.y < layout.head:
            self._click_head(event.x)
            return
        if self.top + event.y - layout.head < len(self.lines):
            self.move(self.top + event.y - layout.head, self._column_under(event.x))
            if event.chain == 2:
                self.action_open()

    def _click_head(self, x: int) -> None:
        self.move(self.scene.line, self._column_under(x))
        if self.unit is not None and self.unit.fold:
            self.post_message(FoldClicked())

    def _column_under(self, x: int) -> int:
        layout = self.scene.layout
        if layout.tree <= x < layout.marks_at:
            column = (x - layout.tree + self.offset_x) // CELL
            return column if layout.units[column] else self.scene.column
        if layout.marks_at < x < layout.marks_at + layout.marks_width:
            return len(layout.units) + (x - layout.marks_at - 1) // 3
        return -1

    def _scroll_by(self, event: events.MouseEvent, lines: int, columns: int) -> None:
        event.stop()
        event.prevent_default()
        self.scroll_to(self.offset_x + columns, self.top + lines, animate=False, force=True)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the view, not the cursor; with Shift it moves sideways."""
        self._scroll_by(event, 0 if event.shift else WHEEL, 4 if event.shift else 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the view, not the cursor; with Shift it moves sideways."""
        self._scroll_by(event, 0 if event.shift else -WHEEL, -4 if event.shift else 0)

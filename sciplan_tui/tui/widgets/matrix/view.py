"""The matrix as a person works with it: what the grid shows, and selecting, opening, the mouse."""

from __future__ import annotations

from dataclasses import replace

from textual import events

from sciplan_tui.core.view.spec import Density
from sciplan_tui.tui.messages import FoldClicked, FoldRowClicked, MarkClicked, SelectionChanged, TaskOpened, UnitOpened
from sciplan_tui.tui.widgets.matrix.columns import head_name
from sciplan_tui.tui.widgets.matrix.cursor import shown_at
from sciplan_tui.tui.widgets.matrix.grid import MatrixGrid
from sciplan_tui.tui.widgets.matrix.head import fold_row
from sciplan_tui.tui.widgets.matrix.layout import MARK
from sciplan_tui.tui.widgets.matrix.tree import CHOSEN, on_fold_sign

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
        self.move(self.scene.line + 1)

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
        """Put the cursor where the click is, or fold what the fold sign there is of, or at the very left select the
        task; with Shift, all from the cursor to there. A double click opens the task or the unit, or marks.
        """
        line = self.top + event.y - self.scene.layout.head
        if event.y < self.scene.layout.head:
            self._click_head(event.x, event.y, double=event.chain == 2)
        elif event.chain == 2 and self.scene.layout.density is Density.LINES:
            self._open_clicked()
        else:
            line, held = shown_at(self.scene, line)
            if held >= 0:
                self.move(line, held)
            elif line < len(self.lines):
                self._click_line(event.x, line, shift=event.shift, double=event.chain == 2)

    def _open_clicked(self) -> None:
        """Open what the first click of two chose: where units stand below their task, it may have moved since."""
        if self.milestone is not None:
            self.post_message(MarkClicked())
        elif self.unit is not None:
            self.post_message(UnitOpened(self.unit.unit_id))
        else:
            self.action_open()

    def _click_line(self, x: int, line: int, *, shift: bool, double: bool) -> None:
        self._anchor = self.scene.line if shift else self._anchor
        self.move(line)
        self.move(line, self._column_under(x))
        if shift:
            self._anchor = None
        elif self.ref and x < CHOSEN:
            self.select(self.selected ^ {self.ref.task_id})
        elif self.ref and on_fold_sign(self.scene, self.ref, x):
            self.post_message(FoldRowClicked(self.ref.task_id))
        elif double and self.milestone is not None:
            self.post_message(MarkClicked())
        elif double:
            self.action_open()

    def _click_head(self, x: int, y: int, *, double: bool) -> None:
        self.move(self.scene.line, self._column_under(x))
        unit = self.unit
        if unit is not None and unit.fold and self._on_fold_sign(x, y, head_name(unit)):
            self.post_message(FoldClicked())
        elif unit is not None and double:
            self.post_message(UnitOpened(unit.unit_id))

    def _on_fold_sign(self, x: int, y: int, name: str) -> bool:
        layout = self.scene.layout
        if layout.density is Density.UPRIGHT:
            return y == layout.bands + fold_row(name, layout.names)
        return y == layout.bands and x + self.offset_x == layout.tree + layout.starts[self.scene.column]

    def _column_under(self, x: int) -> int:
        """The column at a cell of the widget; over a blank one, the one the cursor is on."""
        layout = self.scene.layout
        if layout.units and layout.tree <= x < layout.sums_at:
            column = layout.column_at(x - layout.tree + self.offset_x)
            return column if layout.units[column] else self.scene.column
        if layout.marks_at < x < layout.marks_at + layout.marks_width:
            return len(self.scene.units) + (x - layout.marks_at - 1) // MARK
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

"""The grid of the matrix on screen: scrolls, holds the cursor, answers the keys that move it. It draws only what shows.

It takes a Frame and a function that reads windows of rows, and speaks up by messages. The cursor belongs to a task, not
to a place: it finds its task again through every filter and refresh.
One file because Textual looks for a widget's keys, mouse and drawing in one class.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from sciplan_tui.core.matrix import Frame, MatrixRow, PlanHead, RoleCounts, RowRef, UnitColumn
from sciplan_tui.core.outline.rows import row_of
from sciplan_tui.core.view.spec import Density
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.messages import CursorMoved, Tallied
from sciplan_tui.tui.widgets.line_view import LineView
from sciplan_tui.tui.widgets.matrix import cursor as moves
from sciplan_tui.tui.widgets.matrix.body import body_lines
from sciplan_tui.tui.widgets.matrix.columns import Units
from sciplan_tui.tui.widgets.matrix.holdings import Holdings, holdings
from sciplan_tui.tui.widgets.matrix.kept import KeptLines
from sciplan_tui.tui.widgets.matrix.layout import lay_out
from sciplan_tui.tui.widgets.matrix.lines import empty_strip
from sciplan_tui.tui.widgets.matrix.scene import Scene, Words, column_place
from sciplan_tui.tui.widgets.matrix.tree import tree_width
from sciplan_tui.tui.widgets.matrix.unit_lines import unit_strip
from sciplan_tui.tui.widgets.rows import Rows, Window
from sciplan_tui.tui.widgets.thumb import in_thumb

MEASURED = 64
"""Rows whose titles decide how wide the tree is."""


ColumnKey = tuple[str, int | str]
"""What a column is of: a unit's id, or a milestone's key."""


class MatrixGrid(LineView, can_focus=True):
    """Tasks down, units across, marks at the edge, and a cursor on one cell.

    The cursor is also a unit's: `_away` is the one it goes back to when that has a column again.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("move")

    def __init__(self, frame: Frame, window: Window, words: Words, *, colour: bool = True) -> None:
        super().__init__(id="matrix")
        self._window = window
        self.lines = body_lines(frame)
        self._rows = Rows(frame, window)
        self._wanted: int | None = None
        self._away: ColumnKey | None = None
        self._kept = KeptLines()
        self.scene = Scene(frame, lay_out(frame, 0, 0), words, colour=colour)
        self._longest = self._measure()
        self._place(moves.first_line(self.lines))

    # What is shown

    @property
    def frame(self) -> Frame:
        """The frame on screen."""
        return self.scene.frame

    def show(self, frame: Frame, window: Window | None = None) -> None:
        """Show another frame (a filter, a refresh), staying on the same task, if it is left."""
        old, units, at, column = self.frame, self.scene.units, self._stand(), self._away or self._column_key()
        self._window = window or self._window
        self._rows, self.lines = Rows(frame, self._window), body_lines(frame)
        same = _counted(frame) == _counted(old)
        self.scene = replace(self.scene, frame=frame, totals=self.scene.totals if same else None)
        self._longest = self._measure()
        self._lay_out()
        self.scene = replace(self.scene, column=-1)
        self._place(moves.landing_line(old, frame, self.lines, at))
        self._find_column(column, units if frame.spec == old.spec else ())
        self._settle()
        self._wanted = at.task if at.task is not None else self._wanted

    def speak(self, words: Words) -> None:
        """Show the same with other words and signs."""
        self.scene = replace(self.scene, words=words)
        self.refresh()

    def tally(self, totals: Mapping[int, RoleCounts]) -> None:
        """Show in how many tasks each unit has which role, now that it has been counted."""
        self.scene = replace(self.scene, totals=totals)
        self.refresh(Region(0, 0, self.size.width, self.scene.layout.head))
        if self.unit is not None:
            self.post_message(Tallied())

    def _lay_out(self) -> None:
        self.scene = replace(self.scene, layout=lay_out(self.frame, *self.size, self._longest))

    def _laid_out(self) -> bool:
        return (self.scene.layout.width, self.scene.layout.height) == self.size

    def _measure(self) -> int:
        """Cells that the longest line of the first screens needs in the tree."""
        rows = ((ref, self._rows.row(index)) for index, ref in enumerate(self.frame.rows[:MEASURED]))
        return max((tree_width(self.frame.spec, ref, row) for ref, row in rows if row), default=0)

    def on_resize(self) -> None:
        """Lay out anew, unless it was drawn in this size already; the cursor stays in view."""
        if not self._laid_out():
            self._lay_out()
        self._reach()

    def render_lines(self, crop: Region) -> list[Strip]:
        """As many lines as are asked for. The first screen is drawn before its size is told."""
        if not self._laid_out():
            self._lay_out()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Row `y` of the widget: a row of the head, or a line of the body."""
        if self.scene.offset != self.offset_x:
            self.scene = replace(self.scene, offset=self.offset_x)
        scene, head = self.scene, self.scene.layout.head
        if y < head:
            return self._kept.head(scene, y)
        line, held = moves.shown_at(scene, self.top + y - head)
        thumb = in_thumb(y - head, self.top, self.body_rows, self._shown_lines)
        if line >= len(self.lines):
            return empty_strip(scene, thumb)
        index = self.lines[line]
        if index < 0:
            return self._kept.plan(scene, scene.frame.plans[~index], line, thumb)
        ref, row = scene.frame.rows[index], self._rows.row(index)
        if held >= 0 and row:
            return unit_strip(scene, ref, row, held, thumb)
        return self._kept.row(scene, ref, row, line, thumb)

    # Where things are

    @property
    def body_rows(self) -> int:
        """Lines of the body that show."""
        return max(self.scene.layout.height - self.scene.layout.head, 1)

    @property
    def _shown_lines(self) -> int:
        """The lines of the body with those of the units below the cursor's task."""
        return len(self.lines) + self.scene.opened

    @property
    def top(self) -> int:
        """The first line of the body in view."""
        return max(0, min(round(self.scroll_y), self._shown_lines - self.body_rows))

    @property
    def offset_x(self) -> int:
        """Cells of units that are scrolled away to the left."""
        return max(0, min(round(self.scroll_x), self.scene.layout.furthest))

    @property
    def ref(self) -> RowRef | None:
        """The task under the cursor; None on the head of a plan or when nothing is shown."""
        line = self.scene.line
        if line >= len(self.lines) or self.lines[line] < 0:
            return None
        return self.frame.rows[self.lines[line]]

    @property
    def head(self) -> PlanHead | None:
        """The plan on whose head the cursor is."""
        line = self.scene.line
        return self.frame.plans[~self.lines[line]] if line < len(self.lines) and self.lines[line] < 0 else None

    @property
    def row(self) -> MatrixRow | None:
        """The row under the cursor."""
        return self._rows.row(self.lines[self.scene.line]) if self.ref else None

    @property
    def unit(self) -> UnitColumn | None:
        """The unit whose column the cursor is on."""
        column = self.scene.column
        return self.scene.units[column] if 0 <= column < len(self.scene.units) else None

    @property
    def milestone(self) -> str | None:
        """The key of the milestone whose column the cursor is on."""
        slots, mark = self.scene.layout.slots, self.scene.mark
        return slots[mark].key if mark >= 0 and slots else None

    # Moving

    def _place(self, line: int) -> None:
        line, column = max(0, min(line, len(self.lines) - 1)), self._column_key()
        self.scene = replace(self.scene, line=line)
        self._wanted = self.ref.task_id if self.ref else None
        if on := self.ref or self.head:
            self.scene = replace(self.scene, plan_id=on.plan_id)
        if self.scene.layout.density is Density.LINES:
            self.scene = replace(self.scene, holdings=self._holdings())
            if column:
                self._find_column(column)
        elif self.scene.holdings:
            self.scene = replace(self.scene, holdings=())

    def _holdings(self) -> Holdings:
        row = self.row
        return holdings(self.frame, row) if row else ()

    def _stand(self) -> moves.Stand:
        ref, head = self.ref, self.head
        return moves.Stand(self._wanted, ref.task_id if ref else None, head.plan_id if head else None)

    def _column_key(self) -> ColumnKey | None:
        unit, milestone = self.unit, self.milestone
        if unit:
            return "unit", unit.unit_id
        return ("mark", milestone) if milestone else None

    def _find_column(self, key: ColumnKey | None, before: Units = ()) -> None:
        """Put the cursor on a column, or on that of the unit which took its place among those `before`."""
        heir = moves.heir(before, self.scene.units, int(key[1])) if key and key[0] == "unit" else None
        key = key if heir is None else ("unit", heir)
        every: list[ColumnKey | None] = [("unit", unit.unit_id) if unit else None for unit in self.scene.units]
        every += [("mark", slot.key) for slot in self.scene.layout.slots]
        found = key is not None and key in every
        self.scene = replace(self.scene, column=every.index(key) if found else -1)
        self._away = None if found else key

    def _settle(self) -> None:
        """Size and scroll to the cursor, and draw everything."""
        self._reach()
        self.refresh()

    def _reach(self) -> None:
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        layout, scene = self.scene.layout, self.scene
        self.virtual_size = Size(layout.width + layout.furthest, layout.head + self._shown_lines)
        offset = moves.scroll_to_column(layout, self.offset_x, scene.column)
        if self.ref and scene.column < 0:
            offset = moves.plan_offset(layout, offset, self.ref.plan_id)
        top = moves.scroll_to_task(self.top, scene, self.body_rows)
        self.scroll_to(offset, top, animate=False, force=True)

    def move(self, line: int, column: int | None = None) -> None:
        """Put the cursor on a line and a column, and draw what changed."""
        before, scroll = self.scene, (self.offset_x, self.top)
        self._place(line)
        if column is not None:
            column = min(column, self.scene.columns - 1)
            self.scene, self._away = replace(self.scene, column=column), None
        self.extend()
        self._follow()
        same = (before.plan_id, before.selected) == (self.scene.plan_id, self.scene.selected)
        same = same and not (before.holdings or self.scene.holdings)
        if same and (self.offset_x, self.top) == scroll:
            self._draw_change(before)
        else:
            self.refresh()
        self.post_message(CursorMoved())

    def extend(self) -> None:
        """Take the lines that the cursor has passed into a range; there is none here."""

    def _draw_change(self, before: Scene) -> None:
        head, width = self.scene.layout.head, self.size.width
        lines = {before.line, self.scene.line}
        regions = [Region(0, head + line - self.top, width, 1) for line in lines]
        if before.column != self.scene.column:
            places = (column_place(on, self.offset_x) for on in (before, self.scene))
            columns = sorted(filter(None, places))
            if len(columns) == 2 and sum(columns[0]) == columns[1][0]:
                columns = [(columns[0][0], columns[0][1] + columns[1][1])]
            for x, wide in columns:
                regions += moves.column_regions(self.scene.layout, x, wide, self.lines.heads, self.top, self.body_rows)
        self.refresh(*regions)

    def find(self, task_id: int) -> None:
        """Put the cursor on a task, if it is shown."""
        row = row_of(self.frame.rows, task_id)
        if row is not None:
            self.move(self.lines.of_row(row))

    def find_unit(self, unit_id: int) -> None:
        """Put the cursor on a unit's column, now or when it has one."""
        column = next((at for at, unit in enumerate(self.scene.units) if unit and unit.unit_id == unit_id), None)
        if column is not None:
            self.move(self.scene.line, column)
        else:
            self._away = ("unit", unit_id)

    def neighbour(self, task_id: int, by: int) -> int:
        """The task that many rows below (or above) another; itself at the end."""
        rows = self.frame.rows
        at = (row_of(rows, task_id) or 0) + by
        return rows[max(0, min(at, len(rows) - 1))].task_id if rows else task_id

    def action_step(self, lines: int, columns: int) -> None:
        """Move by lines or columns."""
        if columns:
            self.move(self.scene.line, moves.step_column(self.scene, columns))
        else:
            self.move(*moves.step_line(self.scene, lines))

    def action_page(self, pages: int) -> None:
        """Move by a screen, of which the units below a task take their part."""
        self.move(self.scene.line + pages * max(self.body_rows - 1 - self.scene.opened, 1))

    def action_edge(self, where: str) -> None:
        """Move to the first or last line, or to the tree or the last column."""
        if where in ("first", "last"):
            self.move(0 if where == "first" else len(self.lines) - 1)
        else:
            self.move(self.scene.line, -1 if where == "tree" else self.scene.columns - 1)


def _counted(frame: Frame) -> object:
    """What the totals of a frame hang on."""
    return frame.spec.plan, frame.spec.query, frame.spec.unfolded

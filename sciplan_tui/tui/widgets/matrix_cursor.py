"""Moves over the matrix as plain arithmetic: which line and column a step leads to, and where the view must scroll."""

from __future__ import annotations

from sciplan_tui.core.matrix import Frame
from sciplan_tui.tui.widgets.matrix_layout import CELL, Layout


def step_column(layout: Layout, column: int, by: int) -> int:
    """The next column a cursor can stand on: the tree (-1), a unit, a mark; blanks between plans are passed over."""
    there = max(-1, min(layout.columns - 1, column + by))
    direction = 1 if by > 0 else -1
    while 0 <= there < len(layout.units) and layout.units[there] is None:
        there += direction
    return there


def scroll_to_column(layout: Layout, offset: int, column: int) -> int:
    """The horizontal offset that shows a unit's column whole."""
    if not 0 <= column < len(layout.units):
        return offset
    at = column * CELL
    lowest, highest = at + CELL - layout.shown, at
    return max(0, min(max(offset, lowest + lowest % CELL), highest))


def scroll_to_line(top: int, line: int, rows: int) -> int:
    """The first line of a view of `rows` lines that shows `line`."""
    return max(line - rows + 1, min(top, line), 0)


def plan_offset(layout: Layout, offset: int, plan_id: int) -> int:
    """The offset that brings a plan's units into view; unchanged when its first one is in view already."""
    places = [index * CELL for index, unit in enumerate(layout.units) if unit and unit.plan_id == plan_id]
    if not places or (offset <= places[0] and places[-1] + CELL <= offset + layout.shown):
        return offset
    furthest = max(layout.units_width - layout.shown, 0)
    if offset <= places[0] < offset + layout.shown // 2 or places[0] <= offset <= places[-1]:
        return offset
    return min(places[0], furthest)


def landing(old: Frame, new: Frame, task_id: int | None) -> int | None:
    """The row of `new` that the cursor of `old` lands on: its task's own; under another query, the first that matches;
    under the same, the nearest above it that is left, or the first below.
    """
    places = {row.task_id: place for place, row in enumerate(new.rows)}
    if task_id in places and (new.spec == old.spec or new.rows[places[task_id]].matched != "context"):
        return places[task_id]
    if new.spec.query != old.spec.query:
        return next((place for place, row in enumerate(new.rows) if row.matched != "context"), None)
    ids = [row.task_id for row in old.rows]
    at = ids.index(task_id) if task_id in ids else 0
    return next((places[other] for other in [*reversed(ids[:at]), *ids[at:]] if other in places), None)

"""Moves over the matrix as plain arithmetic: which line and column a step leads to, and where the view must scroll."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from textual.geometry import Region

from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.outline.rows import row_hiding, row_of, task_ids
from sciplan_tui.tui.widgets.matrix.body import Lines
from sciplan_tui.tui.widgets.matrix.columns import Units
from sciplan_tui.tui.widgets.matrix.layout import Layout
from sciplan_tui.tui.widgets.matrix.scene import Scene


def step_column(scene: Scene, by: int) -> int:
    """The next column a cursor can stand on: the tree (-1), a unit, a mark; blanks between plans are passed over."""
    there = max(-1, min(scene.columns - 1, scene.column + by))
    direction = 1 if by > 0 else -1
    while 0 <= there < len(scene.units) and scene.units[there] is None:
        there += direction
    return there


def step_line(scene: Scene, by: int) -> tuple[int, int | None]:
    """The next line, and the column there (None: the same): among units that stand one a line it is the next unit, and
    beyond them the task itself or the one below.
    """
    held = len(scene.holdings)
    if not 0 <= scene.column < held:
        return scene.line + by, None
    there = scene.column + by
    return (scene.line, max(there, -1)) if there < held else (scene.line + 1, -1)


def shown_at(scene: Scene, shown: int) -> tuple[int, int]:
    """What stands on the line that is the `shown`th on screen from the first: a line of the body, and which unit of the
    cursor's task; -1: none.
    """
    below = shown - scene.line - 1
    if 0 <= below < scene.opened:
        return scene.line, below
    return shown - scene.opened if below >= 0 else shown, -1


def heir(before: Units, after: Units, unit_id: int) -> int | None:
    """The unit that has taken the place of one that is gone (renamed, say): the only one that is new; None: none is."""
    old, new = ({unit.unit_id for unit in units if unit} for units in (before, after))
    gone, come = old - new, new - old
    return next(iter(come)) if gone == {unit_id} and len(come) == 1 else None


def scroll_to_column(layout: Layout, offset: int, column: int) -> int:
    """The horizontal offset that shows a unit's column whole, and no part of a column to the left, where it can be."""
    if not 0 <= column < len(layout.units):
        return offset
    at, end = layout.starts[column], layout.starts[column + 1]
    if offset < end - layout.shown:
        offset = layout.starts[bisect_left(layout.starts, end - layout.shown)]
    return max(0, min(offset, at))


def scroll_to_line(top: int, line: int, rows: int) -> int:
    """The first line of a view of `rows` lines that shows `line`."""
    return max(line - rows + 1, min(top, line), 0)


def scroll_to_task(top: int, scene: Scene, rows: int) -> int:
    """The first line of a view of `rows` lines that shows where the cursor is, and its task with all lines below it, if
    they fit.
    """
    last = scene.line + scene.opened
    there = scene.line + 1 + scene.column if 0 <= scene.column < len(scene.holdings) else scene.line
    return scroll_to_line(scroll_to_line(scroll_to_line(top, last, rows), scene.line, rows), there, rows)


def plan_offset(layout: Layout, offset: int, plan_id: int) -> int:
    """The offset that brings a plan's units into view; unchanged when its first one is in view already."""
    own = [index for index, unit in enumerate(layout.units) if unit and unit.plan_id == plan_id]
    if not own:
        return offset
    first, last, end = layout.starts[own[0]], layout.starts[own[-1]], layout.starts[own[-1] + 1]
    whole = offset <= first and end <= offset + layout.shown
    begun = offset <= first < offset + layout.shown // 2 or first <= offset <= last
    return offset if whole or begun else min(first, layout.furthest)


class Stand(NamedTuple):
    """What the cursor is on: the `task` it belongs to, and the one `under` it, which may hide that one; on the head of
    a plan neither, but the `plan`.
    """

    task: int | None
    under: int | None
    plan: int | None


def first_line(lines: Lines) -> int:
    """The line of the first task."""
    return next((line for line, index in enumerate(lines) if index >= 0), 0)


def landing_line(old: Frame, new: Frame, lines: Lines, at: Stand) -> int:
    """The line of the `lines` of `new` that the cursor of `old` lands on."""
    place = next((place for place, plan in enumerate(new.plans) if plan.plan_id == at.plan), None)
    head = None if place is None else lines.of_plan(place)
    if head is not None:
        return head
    row = landing(old, new, at.task, at.under)
    return first_line(lines) if row is None else lines.of_row(row)


def landing(old: Frame, new: Frame, task_id: int | None, under: int | None = None) -> int | None:
    """The row of `new` that the cursor of `old` lands on: its task's own, or that of the one it is folded away in;
    under another query, the first that matches; under the same, the nearest that is left above where it stood (`under`:
    the task under it, which may hide its own), or the first below.
    """
    place = row_of(new.rows, task_id)
    same_query = new.spec.query == old.spec.query
    if place is not None and (same_query or new.rows[place].matched != "context"):
        return place
    if (hiding := row_hiding(new.rows, task_id)) is not None:
        return hiding
    if not same_query:
        return next((place for place, row in enumerate(new.rows) if row.matched != "context"), None)
    before = task_ids(old.rows)
    at = next((before.index(task) for task in (task_id, under) if task in before), 0)
    left = (row_of(new.rows, task) for task in chain(reversed(before[: at + 1]), before[at:]))
    return next((place for place in left if place is not None), None)


def column_regions(layout: Layout, x: int, wide: int, heads: Sequence[int], top: int, rows: int) -> Iterator[Region]:
    """What is to be drawn anew where a column at `x` has got or lost the cursor, in a body that shows so many `rows`.

    The heads of plans among them run across all columns and are left out, for a cut through them would leave halves of
    characters; so are the bands above the names of units.
    """
    begin = layout.bands if x < layout.sums_at else 0
    yield Region(x, begin, wide, layout.head - begin)
    shown = [head - top for head in heads[bisect_left(heads, top) : bisect_left(heads, top + rows)]]
    for above, below in zip([-1, *shown], [*shown, rows], strict=True):
        if below - above > 1:
            yield Region(x, layout.head + above + 1, wide, below - above - 1)

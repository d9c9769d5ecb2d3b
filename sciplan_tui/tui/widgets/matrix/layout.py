"""Where everything of a matrix stands: widths of what stays and what scrolls, rows of the head, lines of the body.

From left to right: the tree of tasks (stays), the units (scroll), what a row counts (where there is room), the marks
(stay), one cell that shows the place. From top to bottom: bands of plans and classes, names, what a column counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sciplan_tui.core.matrix import Frame, PlanHead
from sciplan_tui.core.view.spec import ColumnOrder, Density
from sciplan_tui.tui.widgets.matrix.columns import (
    MarkSlot,
    Units,
    head_name,
    mark_slots,
    shades,
    starts_of,
    unit_columns,
)
from sciplan_tui.tui.widgets.measure import narrow

MARK = 3
"""Cells that a column of marks takes: a blank and the state."""
SUMS = 7
"""Cells that a row's own counts take: ` 3 12 `."""
HEAD_ROWS = 6
TREE_LEAST, TREE_CALM, TREE_MOST = 24, 40, 72
COUNTS_FROM, BOTH_COUNTS_FROM = 20, 30
"""Rows of the widget from which units are counted in one row, and in a row for each role."""
FIGURES = 2
"""Rows that a count of an upright column takes where there are ten tasks and there is room: its figures stand one
above the other."""
ROOM_FOR_BANDS = 20
"""Rows from which several plans have a band of classes below that of their names."""
AROUND = 3
"""Rows of a screen around a widget from that height on, besides one that the line about the cursor may leave."""
_BRACKETS = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Widths in cells and heights in rows.

    It is equal to itself only, so that what follows from it can be kept by it at no cost.

    `starts`: where the columns of `units` begin, and at last their end. `shades`: which columns stand on the lighter
    ground. `head`: its rows, of which the first `bands` name plans and classes, the last `counted` count, each count
    in `figures` of them.
    """

    width: int
    height: int
    density: Density
    tree: int
    shown: int
    sums: int
    head: int
    bands: int
    counted: int
    figures: int
    units: Units
    starts: tuple[int, ...]
    slots: tuple[MarkSlot, ...]
    shades: tuple[bool, ...]

    @property
    def units_width(self) -> int:
        """Cells that all units would take."""
        return self.starts[-1]

    @property
    def furthest(self) -> int:
        """The greatest offset: the last unit is at the right edge."""
        return max(self.units_width - self.shown, 0)

    @property
    def sums_at(self) -> int:
        """Where a row's own counts begin."""
        return self.tree + self.shown

    @property
    def marks_at(self) -> int:
        """Where the marks begin."""
        return self.sums_at + self.sums

    @property
    def marks_width(self) -> int:
        """Cells of all columns of marks."""
        return marks_width(len(self.slots))

    @property
    def names(self) -> int:
        """Rows of the head for the names of units."""
        return self.head - self.bands - self.counted

    def column_at(self, place: int) -> int:
        """The column that stands so many cells from the first one's beginning."""
        return min(bisect_right(self.starts, place), len(self.units)) - 1


def mark_place(layout: Layout, mark: int) -> tuple[int, int]:
    """Where on screen a column of marks begins that a cursor can stand on, and of how many cells."""
    return layout.marks_at + MARK * mark + MARK - 1, MARK - 1


def unit_place(layout: Layout, offset: int, column: int) -> tuple[int, int] | None:
    """Where on screen a unit's column begins, and how many cells of it show; None: none does."""
    start, end = max(layout.starts[column], offset), min(layout.starts[column + 1], offset + layout.shown)
    return (layout.tree + start - offset, end - start) if start < end else None


def marks_width(slots: int) -> int:
    """Cells that so many columns of marks take."""
    return MARK * slots + 1 if slots else 0


def visible(layout: Layout, offset: int) -> Iterator[tuple[int, int]]:
    """The columns of units in view: index, and cells of it that show, fewer at an edge that cuts it."""
    end = min(offset + layout.shown, layout.units_width)
    at = offset
    index = layout.column_at(offset)
    while at < end:
        stop = min(layout.starts[index + 1], end)
        yield index, stop - at
        at, index = stop, index + 1


def lay_out(frame: Frame, width: int, height: int, longest: int = TREE_MOST) -> Layout:
    """The layout of a frame on a widget of this size: the tree takes what the units leave, and not more than its
    `longest` line needs.
    """
    density, units, slots = frame.spec.density, unit_columns(frame), mark_slots(frame.marks)
    while slots and marks_width(len(slots)) > width // 3:
        slots = slots[:-1]
    starts = starts_of(units, density)
    room = max(width - marks_width(len(slots)) - 1, 0)
    named = bool(frame.units)
    tree, shown, sums = _across(density, room, starts[-1], min(max(longest, TREE_CALM), TREE_MOST) if named else room)
    bands, names, counted, figures = _down(frame, units, slots, height)
    return Layout(
        width, height, density, tree, shown, sums, bands + names + counted, bands, counted, figures, units, starts,
        slots, shades(units),
    )  # fmt: skip


def _across(density: Density, room: int, units: int, most: int) -> tuple[int, int, int]:
    """Cells of the tree, of the units, and of what a row counts."""
    if density is Density.LINES:
        tree = max(0, min(most, max(TREE_LEAST, room // 2), room))
        return tree, room - tree, 0
    tree = max(0, min(most, max(room - units, TREE_LEAST, room * 2 // 5), room))
    shown = min(units, room - tree)
    return tree, shown, SUMS if units and room - tree - shown >= SUMS else 0


def _down(frame: Frame, units: Units, slots: tuple[MarkSlot, ...], height: int) -> tuple[int, int, int, int]:
    """Rows of the bands, of the names, of what columns count, and of one count: never more than a third of the screen
    (and a row, where one row for the counts could not say tens), and without the counts and the second band never more
    than six.
    """
    most = max(1, (height + (AROUND if height >= ROOM_FOR_BANDS else 0)) // 3)
    two = len(frame.plans) > 1 and height >= ROOM_FOR_BANDS and frame.spec.columns is ColumnOrder.PROTOCOL
    bands = (2 if two else 1) if units and most > 1 else 0
    least = 2 if slots and not bands else 1
    if frame.spec.density is Density.UPRIGHT:
        least = max(least, *(len(narrow(head_name(unit))) if unit else 1 for unit in units), 3 if slots else 1, 1)
    names = max(1, min(least, HEAD_ROWS - 1, most - bands)) if bands else min(least, HEAD_ROWS, most)
    room = max(most - bands - names, 0)
    many = frame.spec.density is Density.UPRIGHT and frame.counts.all_tasks >= 10
    counting = _counting(frame.spec.density, height) if units else 0
    if many and counting and room == 1:
        room = FIGURES
    figures = FIGURES if many and room >= FIGURES else 1
    counts = min(counting, room // figures)
    return bands, names, counts * figures, figures


def _counting(density: Density, height: int) -> int:
    return (height >= COUNTS_FROM) + (height >= BOTH_COUNTS_FROM and density is Density.UPRIGHT)


def plan_name(plan: PlanHead) -> str:
    """A plan in one line: its title and its years."""
    years = f" {plan.period_start}-{plan.period_end}" if plan.period_start and plan.period_end else ""
    return plan.title if str(plan.period_start) in plan.title else f"{plan.title}{years}"


def numbered(number: str | None, title: str) -> str:
    """A title behind its number, which needs no stop: `(一) 青少年…`."""
    return f"{number.translate(_BRACKETS).rstrip('、.．')} {title}" if number else title

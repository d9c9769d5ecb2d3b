"""Where everything of a matrix stands: widths, columns in order, rows with the heads of plans between them.

From left to right: the tree of tasks (stays), the units (scroll), the marks (stay), one cell that shows the place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sciplan_tui.core.matrix import Frame, MarkColumn, PlanHead, UnitColumn
from sciplan_tui.tui.widgets.measure import narrow

CELL = 2
"""Cells of the terminal that a unit's column takes."""
MARK = 3
"""Cells that a column of marks takes: a blank and the state."""
HEAD_ROWS = 6
_BRACKETS = str.maketrans("（）", "()")
TREE_LEAST, TREE_CALM, TREE_MOST = 24, 40, 72


@dataclass(frozen=True, slots=True)
class MarkSlot:
    """A column of marks. Plans that have a milestone of the same key share it: each row shows its own plan's.

    `ids` and `ends` give, for each plan, its milestone and the day it is due.
    """

    key: str
    label: str
    ids: Mapping[int, int]
    ends: Mapping[int, str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Widths in cells and heights in rows; `units` holds None where a blank column parts two plans.

    It is equal to itself only, so that what follows from it can be kept by it at no cost.

    `shades` says which columns stand on the lighter ground: it changes with each class of units.
    """

    width: int
    height: int
    tree: int
    shown: int
    head: int
    units: tuple[UnitColumn | None, ...]
    slots: tuple[MarkSlot, ...]
    shades: tuple[bool, ...]

    @property
    def units_width(self) -> int:
        """Cells that all units would take."""
        return CELL * len(self.units)

    @property
    def marks_at(self) -> int:
        """Where the marks begin."""
        return self.tree + self.shown

    @property
    def marks_width(self) -> int:
        """Cells of all columns of marks."""
        return marks_width(len(self.slots))

    @property
    def columns(self) -> int:
        """How many columns a cursor can stand on, the tree not counted."""
        return len(self.units) + len(self.slots)


def marks_width(slots: int) -> int:
    """Cells that so many columns of marks take."""
    return MARK * slots + 1 if slots else 0


def lay_out(frame: Frame, width: int, height: int, longest: int = TREE_MOST) -> Layout:
    """The layout of a frame on a widget of this size: the tree takes what the units leave, and not more than its
    `longest` line needs.
    """
    units, slots = unit_columns(frame), mark_slots(frame.marks)
    while slots and marks_width(len(slots)) > width // 3:
        slots = slots[:-1]
    room = max(width - marks_width(len(slots)) - 1, 0)
    most = min(max(longest, TREE_CALM), TREE_MOST) if units else room
    tree = max(0, min(most, max(room - CELL * len(units), TREE_LEAST, room * 2 // 5), room))
    shown = min(CELL * len(units), room - tree)
    return Layout(width, height, tree, shown, head_rows(units, slots, height), units, slots, shades(units))


def unit_columns(frame: Frame) -> tuple[UnitColumn | None, ...]:
    """The units in order, a blank column between two plans."""
    columns: list[UnitColumn | None] = []
    for unit in frame.units:
        last = columns[-1] if columns else None
        if last is not None and last.plan_id != unit.plan_id:
            columns.append(None)
        columns.append(unit)
    return tuple(columns)


def shades(units: tuple[UnitColumn | None, ...]) -> tuple[bool, ...]:
    """Which columns are shaded, so that classes of units are told apart without lines."""
    shaded: list[bool] = []
    last, shade = None, True
    for unit in units:
        group = (unit.plan_id, unit.unit_class) if unit else None
        shade = shade if group == last else not shade
        last = group
        shaded.append(shade and unit is not None)
    return tuple(shaded)


def head_name(unit: UnitColumn) -> str:
    """What stands over a column: the short name, and before it whether a collective is folded (`+`) or not (`-`)."""
    return unit.fold + unit.short if unit.fold else unit.short


def mark_slots(marks: tuple[MarkColumn, ...]) -> tuple[MarkSlot, ...]:
    """One column a milestone key, in order of time."""
    by_key: dict[str, list[MarkColumn]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.end or "9999", mark.key)):
        by_key.setdefault(mark.key, []).append(mark)
    return tuple(
        MarkSlot(
            key,
            group[0].label,
            {mark.plan_id: mark.milestone_id for mark in group},
            {mark.plan_id: mark.end for mark in group},
        )
        for key, group in by_key.items()
    )


def head_rows(units: tuple[UnitColumn | None, ...], slots: tuple[MarkSlot, ...], height: int) -> int:
    """Rows of the head: the classes and the longest name, at most six and a third of the screen."""
    names = max((len(narrow(head_name(unit))) for unit in units if unit), default=1)
    return max(1, min(HEAD_ROWS, height // 3, 1 + max(names, 3 if slots else 1)))


def plan_rows(frame: Frame) -> tuple[int, ...]:
    """The lines of the body: an index of `frame.rows`, or `~i` for the head of `frame.plans[i]`.

    Heads stand only where several plans are on screen.
    """
    if len(frame.plans) < 2:
        return tuple(range(len(frame.rows)))
    heads = {plan.plan_id: ~index for index, plan in enumerate(frame.plans)}
    lines: list[int] = []
    last = None
    for index, row in enumerate(frame.rows):
        if row.plan_id != last:
            last = row.plan_id
            lines.append(heads[last])
        lines.append(index)
    return tuple(lines)


def plan_name(plan: PlanHead) -> str:
    """A plan in one line: its title and its years."""
    years = f" {plan.period_start}-{plan.period_end}" if plan.period_start and plan.period_end else ""
    return plan.title if str(plan.period_start) in plan.title else f"{plan.title}{years}"


def numbered(number: str | None, title: str) -> str:
    """A title behind its number, which needs no stop: `(一) 青少年…`."""
    return f"{number.translate(_BRACKETS).rstrip('、.．')} {title}" if number else title

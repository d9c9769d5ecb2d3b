"""The columns of the matrix: units in order with a blank between two plans, their shades and widths; and the marks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from sciplan_tui.core.matrix import Frame, MarkColumn, UnitColumn
from sciplan_tui.core.view.spec import Density
from sciplan_tui.tui.widgets.measure import narrow

Units = tuple[UnitColumn | None, ...]
"""The units of a matrix; None where a blank column parts two plans."""

CELL = 2
"""Cells of the terminal that an upright column takes, and a blank one."""
SHORT_LEAST, SHORT_MOST = 5, 8
"""Cells of a name that is written across, or of its counts such as 10/12; a blank follows it."""


class MarkSlot(NamedTuple):
    """A column of marks. Plans that have a milestone of the same key share it: each row shows its own plan's.

    `ids`, `ends` and `labels` give, for each plan, its milestone, the day it is due and what the plan calls it.
    """

    key: str
    label: str
    ids: Mapping[int, int]
    ends: Mapping[int, str | None]
    labels: Mapping[int, str]

    def called(self, plan_id: int) -> str:
        """What a plan calls it."""
        return self.labels.get(plan_id, self.label)


def unit_columns(frame: Frame) -> Units:
    """The units in order, a blank column between two plans; none where each task's units are named in its line."""
    columns: list[UnitColumn | None] = []
    for unit in frame.units if frame.spec.density is not Density.LINES else ():
        last = columns[-1] if columns else None
        if last is not None and last.plan_id != unit.plan_id:
            columns.append(None)
        columns.append(unit)
    return tuple(columns)


def starts_of(units: Units, density: Density) -> tuple[int, ...]:
    """Where each column begins, counted from the first one; at last, where they all end."""
    return tuple(accumulate((_width(unit, density) for unit in units), initial=0))


def _width(unit: UnitColumn | None, density: Density) -> int:
    if unit is None or density is Density.UPRIGHT:
        return CELL
    return min(max(cell_len(narrow(head_name(unit))), SHORT_LEAST), SHORT_MOST) + 1


def shades(units: Units) -> tuple[bool, ...]:
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
            {mark.plan_id: mark.label for mark in group},
        )
        for key, group in by_key.items()
    )

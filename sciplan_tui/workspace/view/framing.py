"""From what a query matches to the frame of a view: rows folded or ordered, columns hidden, ordered or unfolded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.matrix import Frame, MarkColumn, PlanHead, RoleCounts, UnitColumn
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec

if TYPE_CHECKING:
    from sciplan_tui.core.outline.rows import OutlineRows
    from sciplan_tui.workspace.view.kept import Kept
    from sciplan_tui.workspace.view.matching import Match

Totals = Mapping[int, RoleCounts]
_NONE = RoleCounts(0, 0, 0, 0)


def framed(match: Match, spec: ViewSpec, totals: Totals) -> Frame:
    """The frame of `spec`, which asks for `match`; `totals` are asked for only where units go by their load."""
    units = match.units_with_cells if spec.hide_empty else match.all_units
    counts = match.counts(len(units))
    plans = tuple(plan.key for plan in match.kept.plans)
    rows = _rows(match, spec)
    if spec.columns is ColumnOrder.LOAD:
        units = by_load(units, totals)
    columns, marks = columns_of(match.kept, spec, units, match.plans), marks_of(match.kept, match.shown)
    return Frame(spec, match.shown, rows, columns, marks, counts, plans, rows.hidden_below)


def _rows(match: Match, spec: ViewSpec) -> OutlineRows:
    if spec.rows is RowOrder.PATH:
        return match.folded(spec.folded) if spec.folded else match.rows
    return match.listed(spec.rows)


def with_proposed(kept: Kept, units: Sequence[UnitColumn], plans: Sequence[PlanHead]) -> tuple[UnitColumn, ...]:
    """The units, and behind those of each plan the ones that are only proposed for it."""
    order, there = {plan.plan_id: place for place, plan in enumerate(plans)}, {unit.unit_id for unit in units}
    more = (unit for unit in kept.only_proposed if unit.plan_id in order and unit.unit_id not in there)
    return tuple(sorted((*units, *more), key=lambda unit: order.get(unit.plan_id, 0)))


def columns_of(
    kept: Kept, spec: ViewSpec, units: tuple[UnitColumn, ...], plans: Sequence[PlanHead]
) -> tuple[UnitColumn, ...]:
    """The columns of these units, the members of what is unfolded behind their collective; where empty columns are
    shown, also those of the units that are only proposed for the plans.
    """
    if not spec.hide_empty:
        units = with_proposed(kept, units, plans)
    if kept.members:
        from sciplan_tui.core.unit.unfolding import unfolded_columns

        units = unfolded_columns(units, kept.members, spec.unfolded)
    return units


def marks_of(kept: Kept, plans: Sequence[PlanHead]) -> tuple[MarkColumn, ...]:
    """The columns of marks of these plans."""
    from sciplan_tui.store.matrix import mark_columns

    on_screen = {plan.plan_id for plan in plans}
    return tuple(column for column in mark_columns(kept.known) if column.plan_id in on_screen)


def by_load(units: Sequence[UnitColumn], totals: Totals) -> tuple[UnitColumn, ...]:
    """Those that lead most first, then those that hold most besides; plan by plan, else in protocol order."""

    def load(unit: UnitColumn) -> tuple[int, int, int]:
        counts = totals.get(unit.unit_id, _NONE)
        return unit.plan_id, -counts.lead, -counts.held

    return tuple(sorted(units, key=load))

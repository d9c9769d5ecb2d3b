"""The first frame of the screens: of 100,000 tasks only those that show are read, the rest when all stands."""

from __future__ import annotations

from sciplan_tui.core.matrix import Counts, Frame
from sciplan_tui.core.outline.rows import FirstRows, OutlineRows
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec
from sciplan_tui.workspace.view.framing import columns_of, marks_of
from sciplan_tui.workspace.view.viewing import View

_ROWS = 512
"""Rows that are read: those that show, those whose titles are measured, and some pages below them."""


def first_frame(view: View, spec: ViewSpec) -> Frame:
    """The frame of `spec`: the same as `view.frame` gives, with FirstRows where all tasks are shown as they stand.

    QueryError, RefusedError, StoreError as there.
    """
    from sciplan_tui.store.database.faults import told

    plain = spec.rows is RowOrder.PATH and spec.columns is ColumnOrder.PROTOCOL and not spec.folded
    if spec.query.strip() or not plain:
        return view.frame(spec)
    with told(view.database):
        return _plain(view, spec)


def _plain(view: View, spec: ViewSpec) -> Frame:
    from sciplan_tui.store.query.outline import read_counts, read_first

    kept = view.kept
    asked = kept.plans if spec.plan is None else (view.plan(spec.plan),)
    counts = {plan: found for plan, found in read_counts(kept.connection).items() if plan in {p.plan_id for p in asked}}
    shown = tuple(plan for plan in asked if plan.plan_id in counts) or asked
    units = tuple(unit for unit in kept.units if unit.plan_id in {plan.plan_id for plan in asked})
    tasks = sum(tasks for _, tasks in counts.values())
    rows = FirstRows(
        read_first(kept.connection, list(counts), _ROWS),
        {plan: nodes for plan, (nodes, _) in counts.items()},
        lambda: _whole(view, spec),
    )
    told = Counts(tasks, tasks, len(units), tasks, len(units))
    keys = tuple(plan.key for plan in kept.plans)
    return Frame(spec, shown, rows, columns_of(kept, spec, units, asked), marks_of(kept, shown), told, keys)


def _whole(view: View, spec: ViewSpec) -> OutlineRows:
    from sciplan_tui.workspace.view.matching import match

    return match(view.kept, spec).rows

"""The overview of a view: all its counts, and its figures, for the screen, for printing and for a meeting's pack."""

from __future__ import annotations

from sciplan_tui.core.progress import Overview
from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.workspace.viewing import View


def overview(view: View, spec: ViewSpec) -> Overview:
    """How far the tasks of the view's plan and query are, folded ones too. QueryError, RefusedError, StoreError."""
    from sciplan_tui.core.progress import overview as counted
    from sciplan_tui.store.faults import told
    from sciplan_tui.store.overview_reading import read_aims, read_held, read_nodes
    from sciplan_tui.store.progress_reading import read_progress

    frame = view.frame(ViewSpec(spec.plan, spec.query))
    plans = [plan.plan_id for plan in frame.plans]
    matched = [row.task_id for row in frame.rows if row.matched != "context"]
    with told(view.database):
        connection = view.current
        nodes = read_nodes(connection, plans)
        aims = read_aims(connection, matched)
        return counted(read_progress(connection, frame, view.known), nodes, read_held(connection, plans), aims)

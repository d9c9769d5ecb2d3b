"""How far a view's tasks are at its milestones."""

from __future__ import annotations

from sciplan_tui.core.progress.facts import Progress
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.view.viewing import View


def progress(view: View, spec: ViewSpec) -> Progress:
    """The tasks of the view's plan and query, folded ones too. QueryError, RefusedError, StoreError as `View.frame`."""
    from sciplan_tui.store.database.faults import told
    from sciplan_tui.store.progress.facts import read_progress

    frame = view.frame(ViewSpec(spec.plan, spec.query))
    with told(view.database):
        return read_progress(view.current, frame, view.known, view.kept.contents.outline)

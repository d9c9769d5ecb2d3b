"""What the boards can have read: progress and counts of a view, and one unit in full. Called from worker threads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.view.spec import ViewSpec

if TYPE_CHECKING:
    from sciplan_tui.core.progress.counting import Overview
    from sciplan_tui.core.progress.facts import Progress
    from sciplan_tui.core.unit.detail import UnitDetail


@dataclass(frozen=True, slots=True)
class BoardDesk:
    """One database as it is on a day."""

    database: Path
    today: date
    as_of: date | None = None

    def progress(self, spec: ViewSpec) -> Progress:
        """How far the tasks of a view are. QueryError, RefusedError, StoreError."""
        from sciplan_tui.workspace.progress.facts import progress
        from sciplan_tui.workspace.view.viewing import View

        with View.open(self.database, self.today, self.as_of) as view:
            return progress(view, spec)

    def overview(self, spec: ViewSpec) -> Overview:
        """The counts and the figures of a view. QueryError, RefusedError, StoreError."""
        from sciplan_tui.workspace.progress.overview import overview
        from sciplan_tui.workspace.view.viewing import View

        with View.open(self.database, self.today, self.as_of) as view:
            return overview(view, spec)

    def unit(self, unit_id: int) -> UnitDetail:
        """All about a unit. RefusedError (`no_unit`) where it is gone."""
        from sciplan_tui.workspace.view.viewing import View

        with View.open(self.database, self.today, self.as_of) as view:
            return view.unit(unit_id)

"""Which keys matter on the main screen for what is shown, selected and under the cursor; which would do nothing."""

from __future__ import annotations

from sciplan_tui.core.view.spec import RowOrder
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.main.gestures import Gestures


class Foremost(Gestures):
    """The main screen, looked at for its keys."""

    @property
    def foremost(self) -> tuple[str, ...]:
        """The actions that matter now, the first of them most."""
        matrix = self.matrix
        if matrix.ranging:
            return ("range", "mark", "clear", "open", "select")
        if matrix.selected:
            return ("mark", "clear", "invert", "open", "select")
        if matrix.unit is not None:
            return ("filter", "mark", "open", "unit", "unfold", "clear", "undo")
        if matrix.milestone is not None:
            return ("filter", "mark", "open", "board", "clear", "undo")
        if self.spec.query:
            return ("filter", "mark", "open", "clear", "export")
        return ("filter", "mark", "open", "undo", "export", "plan", "board")

    @property
    def idle(self) -> frozenset[str]:
        """The actions that would do nothing now."""
        matrix = self.matrix
        unit, folds = matrix.unit, self.spec.rows is RowOrder.PATH
        idle = {
            "open": matrix.ref is None, "select": matrix.ref is None, "range": not matrix.frame.rows,
            "mark": matrix.ref is None and not matrix.selected, "unit": not matrix.frame.units,
            "unfold": unit is None or not (unit.collective or unit.fold or unit.within),
            "fold": not folds or matrix.ref is None, "fold_all": not folds,
            "doubts": not self._waits("doubtful"), "review": not self._waits("undecided"),
            "clear": not (matrix.selected or matrix.ranging or self.spec.query or app_of(self).desk.as_of),
        }  # fmt: skip
        return frozenset(name for name, nothing in idle.items() if nothing)

    def _waits(self, of: str) -> bool:
        """Whether a plan that is looked at is among those that the news name so."""
        named: frozenset[int] | None = getattr(app_of(self).news, of, None)
        return named is None or not named.isdisjoint(plan.plan_id for plan in self.matrix.frame.plans)

"""From the matrix to the page of a unit and to the milestones of what is on screen."""

from __future__ import annotations

from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.tui.screens.over_time import OverTime


class Boards(OverTime):
    """The two screens, each one key away."""

    def action_board(self) -> None:
        """How far the tasks on screen are, at the milestone under the cursor or the nearest."""
        from sciplan_tui.tui.screens.milestones import MilestonesScreen

        self.app.push_screen(MilestonesScreen(self, self.spec, self.matrix.milestone), self._board_left)

    def _board_left(self, spec: ViewSpec | None) -> None:
        """Show what was asked for there; what was marked there is shown in any case."""
        self.show(spec or self.spec)

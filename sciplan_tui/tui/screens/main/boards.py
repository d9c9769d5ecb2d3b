"""From the matrix to the page of a unit, to the milestones and to the overview of what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.messages import UnitOpened
from sciplan_tui.tui.screens.main.over_time import OverTime

if TYPE_CHECKING:
    from sciplan_tui.core.view.finding import Hit


class Boards(OverTime):
    """The three screens, each one key away."""

    def action_unit(self) -> None:
        """The page of the unit under the cursor; where there is none, of one that is found by its name."""
        if self.matrix.unit is not None:
            self._open_unit(self.matrix.unit.unit_id)
            return
        from sciplan_tui.tui.screens.find import FindScreen

        def found(hit: Hit | None) -> None:
            if hit is not None:
                self._open_unit(hit.found_id)

        self.app.push_screen(FindScreen(self.spec, units_only=True), found)

    def on_unit_opened(self, message: UnitOpened) -> None:
        """A double click on the head of its column."""
        self._open_unit(message.unit_id)

    def _open_unit(self, unit_id: int) -> None:
        from sciplan_tui.tui.screens.unit.unit import UnitScreen

        order = [unit.unit_id for unit in self.matrix.frame.units]
        self.app.push_screen(UnitScreen(unit_id, order), self._units_left)

    def action_board(self) -> None:
        """How far the tasks on screen are, at the milestone under the cursor or the nearest."""
        from sciplan_tui.tui.screens.milestone.milestones import MilestonesScreen

        self.app.push_screen(MilestonesScreen(self, self.spec, self.matrix.milestone), self._board_left)

    def action_overview(self) -> None:
        """Progress by action, by unit, by milestone, and figures, of the tasks on screen."""
        from sciplan_tui.tui.screens.overview.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self, self.spec, self.matrix.milestone), self._board_left)

    def action_pack(self) -> None:
        """The pack of a meeting about what is on screen, at the milestone under the cursor or the nearest."""
        from sciplan_tui.tui.screens.export.packing import open_pack

        marks = [(mark.key, mark.label, mark.end) for mark in self.matrix.frame.marks]
        if refused := open_pack(self, self.spec, marks, self.matrix.milestone):
            self.say(refused, urgent=True)

    def _board_left(self, spec: ViewSpec | None) -> None:
        """Show what was asked for there; what was marked there is shown in any case."""
        self.show(spec or self.spec)

"""Units over time on the main screen: the registry, a collective unfolded into its members, another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sciplan_tui.core.matrix import UnitColumn
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.main.gestures import Gestures


class OverTime(Gestures):
    """The gestures about units; the main screen adds how another day is looked at."""

    to_unit: int | None = None
    """The unit whose column the cursor is to go to, once it is shown."""

    def look_at(self, day: date | None) -> None:
        """Ask who holds what on a day; None: today."""
        raise NotImplementedError

    def action_as_of(self) -> None:
        """Ask which day."""
        from sciplan_tui.tui.screens.main.as_of import AsOfScreen

        def answered(day: tuple[date | None] | None) -> None:
            if day is not None:
                self.look_at(*day)

        self.app.push_screen(AsOfScreen(app_of(self).desk.as_of), answered)

    def action_units(self) -> None:
        """The registry of the units on screen, at the one under the cursor."""
        self._open_units(self.matrix.unit)

    def _open_units(self, unit: UnitColumn | None, then: str = "") -> None:
        from sciplan_tui.tui.screens.unit.units import UnitsScreen

        desk = app_of(self).desk.units(self.matrix.frame.one_plan)
        self.app.push_screen(UnitsScreen(desk, unit.unit_id if unit else None, then), self._units_left)

    def _units_left(self, asked: tuple[str, int, str, str] | None) -> None:
        """Show what was asked for there; what was changed there is shown in any case."""
        if asked is None:
            self.show(self.spec)
            return
        what, unit_id, plan, name = asked
        self.to_unit = unit_id
        if what == "unfold":
            self.show(replace(self.spec, unfolded=self.spec.unfolded | {unit_id}))
        else:
            query = 'unit:"{}"'.format(name.replace('"', ""))
            self.show(replace(self.spec, plan=plan if self.spec.plan else None, query=query))

    def on_fold_clicked(self) -> None:
        """A click on its head does what the key does."""
        self.action_unfold()

    def action_unfold(self) -> None:
        """Unfold the collective under the cursor, or fold it, also from one of its members; ask for members if it has
        none."""
        from sciplan_tui.core.unit.unfolding import FOLDED, UNFOLDED

        unit = self.matrix.unit
        if unit is None:
            self.say(say("tui.unfold.which"), urgent=True)
        elif unit.fold == FOLDED:
            self.rearrange(replace(self.spec, unfolded=self.spec.unfolded | {unit.unit_id}))
        elif unit.fold == UNFOLDED or unit.within is not None:
            folded = unit.unit_id if unit.fold == UNFOLDED else unit.within
            self.to_unit = folded
            self.rearrange(replace(self.spec, unfolded=self.spec.unfolded - {folded}))
        elif unit.collective:
            self._open_units(unit, then="members")
        else:
            self.say(say("tui.unfold.not_collective", name=unit.name), urgent=True)

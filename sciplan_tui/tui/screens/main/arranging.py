"""Arranging the matrix: rows folded and ordered, columns ordered, totals, the selection turned round, jumps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from sciplan_tui.core.outline.folding import folding_row, next_level
from sciplan_tui.core.outline.rows import FirstRows
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import FoldRowClicked, Selected, Totalled
from sciplan_tui.tui.screens.main.over_time import OverTime
from sciplan_tui.tui.work import in_background, wanted

if TYPE_CHECKING:
    from sciplan_tui.core.view.finding import Hit

Choice = TypeVar("Choice", bound=StrEnum)


class Arranging(OverTime):
    """The gestures that say what stands where; the main screen tells when a frame has come."""

    to_task: int | None = None
    """The task that the cursor is to go to, once it is shown."""
    _choosing = False

    @property
    def patient(self) -> bool:
        """What is marked next hangs on what is selected."""
        return self._choosing or super().patient

    def arrive(self) -> None:
        """A frame has come: go to the task and the unit that were asked for."""
        if self.to_task is not None:
            self.matrix.find(self.to_task)
        if self.to_unit is not None:
            self.matrix.find_unit(self.to_unit)
        self.to_task = self.to_unit = None
        self.rearranging = False

    def count(self) -> None:
        """Count the roles of the units on screen, when all else is done: all rows are read."""
        desk, frame = app_of(self).desk, self.matrix.frame
        if isinstance(frame.rows, FirstRows):
            self.show(self.spec)
            return

        def work() -> Totalled | None:
            totals = desk.frames.totals(frame, desk.as_of, wanted)
            return None if totals is None else Totalled(frame.spec, totals)

        in_background(self, work, group="totals")

    def on_totalled(self, message: Totalled) -> None:
        """Show what was counted, unless something else is looked at by now; then make ready for other orders."""
        if message.spec == self.matrix.frame.spec:
            if message.totals is not self.matrix.scene.totals:
                self.matrix.tally(message.totals)
            desk = app_of(self).desk
            in_background(self, lambda: desk.frames.make_ready(desk.as_of, wanted), group="totals")

    # Rows

    def action_fold(self) -> None:
        """Hide what is below the task under the cursor, or show it again; of a task with nothing below it, the one
        that it stands in is folded.
        """
        row = folding_row(self.matrix.frame.rows, self.matrix.ref)
        if self._by_path() and row is None:
            self.say(say("arrange.nothing_below"), urgent=True)
        elif self._by_path() and row is not None:
            self._turn_fold(row.task_id)

    def on_fold_row_clicked(self, message: FoldRowClicked) -> None:
        """A click on the sign does what the key does."""
        self._turn_fold(message.task_id)

    def _turn_fold(self, task_id: int) -> None:
        self._fold(self.spec.folded ^ {task_id})

    def _fold(self, folded: frozenset[int]) -> None:
        self.rearrange(replace(self.spec, folded=folded))

    def action_fold_all(self) -> None:
        """Show only the actions, then only the parts, then everything."""
        if self._by_path():
            self._fold(next_level(self.matrix.frame.rows, self.spec.folded))

    def _by_path(self) -> bool:
        """Whether there is an outline to fold; if not, say so."""
        if self.spec.rows is not RowOrder.PATH:
            self.say(say("arrange.no_outline"), urgent=True)
        return self.spec.rows is RowOrder.PATH

    def action_row_order(self) -> None:
        """The next order of tasks."""
        rows = _next(list(RowOrder), self.spec.rows)
        self.rearrange(replace(self.spec, rows=rows))
        self.say(say(f"arrange.rows_{rows}_long"))

    def action_column_order(self) -> None:
        """The next order of units."""
        columns = _next(list(ColumnOrder), self.spec.columns)
        self.rearrange(replace(self.spec, columns=columns))
        self.say(say(f"arrange.columns_{columns}_long"))

    # Selecting and finding

    def action_select_all(self, with_inherited: bool) -> None:
        """Select what `mark QUERY` would touch."""
        desk, spec = app_of(self).desk, self.spec
        self._select(lambda: desk.matching(spec, with_inherited))

    def action_invert(self) -> None:
        """Select all that match and are not selected, folded or not, and let go what is."""
        desk, spec, selected = app_of(self).desk, self.spec, self.matrix.selected
        self._select(lambda: selected ^ desk.matching(spec, True))

    def _select(self, tasks: Callable[[], frozenset[int]]) -> None:
        """Read which, and select them."""
        self._choosing = True
        in_background(self, lambda: Selected(tasks()))

    def on_selected(self, message: Selected) -> None:
        """They were read."""
        self._choosing = False
        self.matrix.select(message.tasks)

    def action_find(self) -> None:
        """Look for a unit or a task, and go there."""
        from sciplan_tui.tui.screens.find import FindScreen

        self.app.push_screen(FindScreen(self.spec), self._go_to)

    def _go_to(self, hit: Hit | None) -> None:
        if hit is not None:
            self.to_task, self.to_unit = (None, hit.found_id) if hit.path is None else (hit.found_id, None)
            self.rearrange(hit.spec)


def _next(choices: Sequence[Choice], chosen: Choice) -> Choice:
    return choices[(choices.index(chosen) + 1) % len(choices)]

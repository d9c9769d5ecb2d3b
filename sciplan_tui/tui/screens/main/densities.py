"""How much of the matrix the screen shows at once: upright columns, short names across, or a line a task; and marking
by the mouse."""

from __future__ import annotations

from dataclasses import replace

from sciplan_tui.core.view.spec import Density
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.main.gestures import Gestures


class Densities(Gestures):
    """The gestures that change how wide a unit's column is."""

    def action_density(self) -> None:
        """The next density, and at the end the first one again."""
        every = list(Density)
        density = every[(every.index(self.spec.density) + 1) % len(every)]
        self.say(say(f"matrix.density.{density}"))
        self.rearrange(replace(self.spec, density=density))

    def on_mark_clicked(self) -> None:
        """Mark the task whose mark was clicked, at that milestone."""
        ref = self.matrix.ref
        if ref is not None:
            self.mark(frozenset({ref.task_id}))

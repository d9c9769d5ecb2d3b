"""Views by name on the main screen: the screen of views, the view that came back, the command that says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.clipboard import send
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.copying import Copying
from sciplan_tui.tui.screens.main.gestures import Gestures

if TYPE_CHECKING:
    from sciplan_tui.core.view.named import NamedView
    from sciplan_tui.tui.desk.views import ViewDesk
    from sciplan_tui.tui.screens.palette import Place


class Recalling(Gestures, Copying):
    """The gestures about views; the main screen adds when one is shown."""

    recalled: ViewSpec | None = None
    """The view that was called for and is not on screen yet."""

    def on_mount(self) -> None:
        """Say once what there is to say of the view that came back."""
        memory = app_of(self).desk.memory
        if memory is not None and memory.said:
            self.say(memory.said, urgent=True)
            memory.said = ""

    def shown(self, spec: ViewSpec) -> None:
        """This is on screen now; it is what comes back at the next start."""
        self.recalled = None
        app_of(self).desk.views().memory.shown = spec

    def action_views(self) -> None:
        """The named views, and what is on screen beside them."""
        from sciplan_tui.tui.screens.views import ViewsScreen

        self.app.push_screen(ViewsScreen(app_of(self).desk.views(), self.spec), self._view_chosen)

    def _view_chosen(self, spec: ViewSpec | None) -> None:
        if spec is not None and spec != self.spec:
            self.recalled = spec
            self.show(spec)

    def places(self) -> list[Place]:
        """Where the palette can lead: the named views, and each plan."""
        from sciplan_tui.tui.screens.palette import Place

        def to(spec: ViewSpec) -> Callable[[], None]:
            return lambda: self._view_chosen(spec)

        desk = app_of(self).desk.views()
        frame = self.matrix.frame
        views = [
            Place(name, say("look.to_view", query=view.query), partial(self._show_view, desk, view))
            for name, view in desk.memory.views.items()
        ]
        plans = [Place(key, say("look.to_plan"), to(replace(self.spec, plan=key))) for key in frame.all_plans]
        every = [Place(say("tui.plans.all"), say("look.to_plan"), to(replace(self.spec, plan=None)))]
        return [*views, *(plans if len(plans) > 1 else ()), *(every if self.spec.plan and len(plans) > 1 else ())]

    def _show_view(self, desk: ViewDesk, view: NamedView) -> None:
        try:
            self._view_chosen(desk.spec(view))
        except SciplanError as fault:
            self.say(str(fault), urgent=True)

    def action_copy(self) -> None:
        """The selected rows, else the one under the cursor, under the heads of all columns."""
        matrix = self.matrix
        tasks = frozenset(matrix.selected or ({matrix.ref.task_id} if matrix.ref else ()))
        self.copy(self.spec, tasks, "matrix")

    def action_copy_command(self) -> None:
        """Hand the command that lists the same tasks to the terminal's clipboard, and show it."""
        command = app_of(self).desk.views().command(self.spec.query, self.spec.plan)
        send(self.app, command)
        self.say(say("out.copy.command", command=command))

"""Views by name on the main screen: the screen of views, the view that came back, the command that says the same."""

from __future__ import annotations

from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.clipboard import send
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.copying import Copying


class Recalling(Copying):
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

    def action_copy_command(self) -> None:
        """Hand the command that lists the same tasks to the terminal's clipboard, and show it."""
        command = app_of(self).desk.views().command(self.spec.query, self.spec.plan)
        send(self.app, command)
        self.say(say("out.copy.command", command=command))

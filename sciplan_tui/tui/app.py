"""The application: one desk, one view of it, and the screens. Its state is the frame on screen and its ViewSpec."""

from __future__ import annotations

import asyncio
import signal
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.filter import Monochrome, NoColor
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.worker import WorkerFailed

from sciplan_tui.core.matrix import Frame
from sciplan_tui.exits import Exit
from sciplan_tui.tui.action import Action
from sciplan_tui.tui.actions import bindings, first_key, of
from sciplan_tui.tui.applying import idle
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.doors import Doors
from sciplan_tui.tui.looks import Looks
from sciplan_tui.tui.window import InOneWindow

if TYPE_CHECKING:
    from sciplan_tui.tui.screens.palette import Choice
    from sciplan_tui.workspace.preferences import Preferences
    from sciplan_tui.workspace.view.viewing import View

NARROW = 96
"""Columns; on a screen of fewer a dialog takes all, for a rest of the matrix beside it would be no use to anyone."""
SIGNALS = {signal.SIGTERM: Exit.TERMINATED}
if hasattr(signal, "SIGHUP"):  # Windows has none
    SIGNALS[signal.SIGHUP] = Exit.HANGUP


STOP = Binding("ctrl+z", "suspend_process", show=False, priority=True)
"""Back to the shell, from any dialog, as everywhere in a terminal; `fg` comes back. Windows knows no such thing."""


class PlainBars(ScrollBarRender):
    """Scroll bars of shades only: the block characters of Textual's are of ambiguous width."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


class SciplanApp(InOneWindow, Looks, Doors):
    """The screens on one database. `view` None: there is no database yet."""

    CSS_PATH = "styles.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-broad")]  # noqa: RUF012 (as Textual declares it)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app"), STOP]

    def __init__(
        self, desk: Desk, view: View | None, frame: Frame | None, preferences: Preferences | None = None
    ) -> None:
        super().__init__()
        self.desk = desk
        self.view = view
        self._view_before: View | None = None
        self.first_frame = frame
        self.fault: BaseException | None = None
        ScrollBar.renderer = PlainBars
        self.begin_looks(preferences)
        if self.no_color:
            self._filters = [kept for kept in self._filters if not isinstance(kept, Monochrome)] + [NoColor()]

    def get_default_screen(self) -> Screen[None]:
        """The matrix; on an empty database, the words that help to begin."""
        if self.view is None or self.first_frame is None or not self.first_frame.plans:
            from sciplan_tui.tui.screens.welcome import WelcomeScreen

            return WelcomeScreen()
        from sciplan_tui.tui.screens.main.matrix import MatrixScreen

        return MatrixScreen(self.first_frame, self.view)

    def on_mount(self) -> None:
        """A signal ends the application as `q` does, so that the terminal is given back as it was."""
        self.call_after_refresh(self.say_what_there_is)
        for number, code in SIGNALS.items():
            try:
                asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=code))
            except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
                return

    def open_view(self, day: date | None) -> View:
        """Another view of the desk; the one before still stands behind the rows on screen until new ones are read."""
        self.desk.as_of = day
        if self._view_before is not None:
            self._view_before.close()
        self._view_before, self.view = self.view, self.desk.open_view()
        return self.view

    def close_views(self) -> None:
        """Give the database back."""
        for view in (self.view, self._view_before):
            if view is not None:
                view.close()
        self.view = self._view_before = None

    async def open_desk(self, desk: Desk) -> None:
        """Begin anew on another database, or on this one when it has its first plan."""
        self.close_views()
        from sciplan_tui.core.view.spec import ViewSpec

        self.desk, self.view = desk, desk.open_view()
        self.first_frame = self.view.frame(ViewSpec(plan=desk.first_plan))
        await self.push_screen(self.get_default_screen())

    def action_help(self) -> None:
        """Show the keys."""
        from sciplan_tui.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            scopes = getattr(self.screen, "SCOPES", ("matrix", "move", "app"))
            self.push_screen(HelpScreen(scopes, idle(self.screen, of(*scopes))))

    def action_palette(self) -> None:
        """Find a command by its name."""
        from sciplan_tui.tui.screens.palette import PaletteScreen

        if not self.screen.is_modal:
            self.push_screen(PaletteScreen(self.screen), self._press)

    def _press(self, chosen: Choice | None) -> None:
        """A command by its key, so that it takes the way of the key; a place by itself."""
        if isinstance(chosen, Action):
            self.call_after_refresh(self.simulate_key, chosen.keys[0])
        elif chosen is not None:
            chosen.go()

    def action_help_quit(self) -> None:
        """Ctrl+C leaves nothing to chance: it only says how to leave."""
        from sciplan_tui.locale import say

        self.tell(say("tui.ctrl_c", key=first_key("leave")))

    def _handle_exception(self, error: Exception) -> None:
        """A bug: give the terminal back and let `run` raise it, without printing foreign text raw."""
        self.fault = self.fault or (error.error if isinstance(error, WorkerFailed) else error)
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self._return_code = Exit.CRASH
            self._exception = self._exception or error
            self._exception_event.set()
            self._close_messages_no_wait()

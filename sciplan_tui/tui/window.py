"""The size of the terminal's window, as it is when there is time to look at it.

Textual reads it inside the signal that tells of a change. Where another comes in the midst of that, the size that was
read first is told last, and the program stays as large as the window was.
"""

from __future__ import annotations

import asyncio
import shutil
import signal

from textual import events
from textual.app import App
from textual.geometry import Size


class InOneWindow(App[None]):
    """Follows the window, however fast it changes."""

    def on_mount(self) -> None:
        """Listen, now and whenever the program comes back from the background, where Textual listens anew."""
        self._listen()
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())

    def _come_back(self) -> None:
        """The terminal is given back empty: all is drawn anew."""
        self._listen()
        self.refresh(layout=True)

    def _listen(self) -> None:
        if not self.is_headless and hasattr(signal, "SIGWINCH"):  # Windows has none
            asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._look)

    def _look(self) -> None:
        size = Size(*shutil.get_terminal_size())
        self.post_message(events.Resize(size, size))

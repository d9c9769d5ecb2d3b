"""What every screen is: as large as the window."""

from __future__ import annotations

from textual import events
from textual.message_pump import MessagePump


class InWindow(MessagePump):
    """To stand before the kind of screen among the bases of a class; a style sheet knows nothing of it.

    Textual tells a screen the size of each of its layouts, and of two sizes that wait only the later is heard. Where
    the window changes fast, the size of a layout in between comes after the newest, and the screen would stay so.
    """

    async def _on_resize(self, event: events.Resize) -> None:
        """Of another size than the window's nothing is laid out; the window's is told again."""
        if event.size != self.app.size:
            event.prevent_default()
            self.post_message(events.Resize(self.app.size, self.app.size))

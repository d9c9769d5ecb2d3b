"""Keys typed faster than a screen opens go to what opens: each key is handed on when the one before is carried out.

A key travels from the widget with the focus up to the application, where its binding is found; what it does may be told
by messages that travel again. Textual hands on the next key meanwhile, to whatever has the focus at that moment: so
`m` and `q` typed in one go would open the form of a mark and leave the program.
"""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input

from sciplan_tui.tui.actions import ACTIONS

MOVING = ("step(", "page(", "edge(", "scroll(")
"""Calls of keys that only move: what is typed behind them travels the same way after them, so a held one is never
slowed."""
PATIENCE = 10.0
"""Seconds that a key is held back at most, on a machine that is busy with other things."""
READING = 2.0
"""Seconds that it waits for what a screen reads: whoever does not want to wait longer may leave."""
LOOK_EVERY = 0.005


class TypeAhead(App[None]):
    """Holds keys and pasted text back until all is quiet: no message is on its way, and what opened has been read.

    What a screen reads when it opens or comes back is waited for. A screen whose `patient` is true is waited for with
    each of its keys: one whose keys work on what the key before has written.
    """

    def __init__(self) -> None:
        super().__init__()
        self._moving = frozenset(key for one in ACTIONS if one.call.startswith(MOVING) for key in one.keys)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._holding: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """The first key is handed on at once, those behind it in their turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._holding is not None:
            self._typed.append(event)
        else:
            if not self._flows(event):
                self._holding = asyncio.create_task(self._hold(self.screen))
            await super().on_event(event)

    def _flows(self, event: events.Key | events.Paste) -> bool:
        """Whether what is typed behind it may follow at once: it only moves, or is a letter on a line. In a form such a
        key may move the focus, so it is waited for as any other."""
        if not isinstance(event, events.Key) or self.screen.is_modal or getattr(self.screen, "patient", False):
            return False
        return event.key in self._moving or (event.is_printable and isinstance(self.focused, Input))

    async def _hold(self, at: Screen[object]) -> None:
        """Wait for the key that was typed at a screen, then hand on what was typed meanwhile."""
        try:
            await self._quiet(at)
            while self._typed and self.is_running:
                at, event = self.screen, self._typed.popleft()
                await super().on_event(event)
                if not self._flows(event):
                    await self._quiet(at)
        except Exception as error:
            self._handle_exception(error)
        finally:
            self._holding = None

    async def _quiet(self, at: Screen[object]) -> None:
        """Until twice in a row all messages have been dealt with and the focus has not moved."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        until, until_read = begun + PATIENCE, begun + READING
        before: object = None
        while self.is_running and loop.time() < until:
            here = self.focused or self.screen
            await self._all_told(here, until - loop.time())
            if loop.time() < until_read and self._reading(at):
                before = None
                await asyncio.sleep(LOOK_EVERY)
            elif before is here:
                return
            else:
                before = self.focused or self.screen

    async def _all_told(self, here: DOMNode, patience: float) -> None:
        """Until each, from the focus up to the application, has dealt with what was sent to it so far."""
        for node in here.ancestors_with_self:
            told = asyncio.Event()
            if node.call_later(told.set):
                try:
                    await asyncio.wait_for(told.wait(), max(patience, LOOK_EVERY))
                except TimeoutError:
                    return

    def _reading(self, at: Screen[object]) -> bool:
        """Whether the screen that a key has opened, or a patient one, is still being filled."""
        screen = self.screen
        if screen is at and not getattr(screen, "patient", False):
            return False
        return any(worker.node is screen and not worker.is_finished for worker in self.workers)

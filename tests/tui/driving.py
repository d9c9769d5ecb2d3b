"""The program as tests lead it: opened on a desk or on a database, keys in, what stands on the screen out."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.widget import Widget

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.screens.main.matrix import MatrixScreen
from tests.tui.fake_desk import FakeDesk

CALM = 2
"""Looks in a row at which nothing was on its way: between two messages there may be a moment without any."""
LOOK_EVERY, MOMENT, PATIENCE = 0.001, 1.0, 20.0
"""Seconds."""


@asynccontextmanager
async def opened(
    desk: FakeDesk, size: tuple[int, int] = (120, 40), message_hook: Callable[[Message], None] | None = None
) -> AsyncIterator[Pilot[None]]:
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=size, message_hook=message_hook) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any], *, reads: bool = True) -> None:
    """Until nothing is on its way any more, and all is drawn. Not by how busy the machine is, as the pilot waits: that
    is longer than there is to do on one that is idle, and too short on one that is busy with something else.

    `reads` False: what is read or written in a thread is not waited for.
    """
    app, calm = pilot.app, 0
    while app.is_running and calm < CALM:
        calm = 0 if _on_its_way(app) or (reads and _reads(app)) else calm + 1
        for screen in [app.screen, *app._background_screens]:
            if calm and screen._update_timer._active.is_set():  # something of it is to be drawn with the next frame
                screen._on_timer_update()
                calm = 0
        await asyncio.sleep(LOOK_EVERY)


def _on_its_way(app: App[Any]) -> bool:
    """Whether a key is held back, something moves, or a message is not dealt with yet."""
    if getattr(app, "_holding", None) is not None or app.animator._animations or app.animator._scheduled:
        return True
    pumps: list[MessagePump] = [app]
    for screen in app.screen_stack:
        pumps += screen.walk_children(with_self=True)
    return any(_ticks(pump) or not _waits(pump) for pump in pumps if pump._running)


def _reads(app: App[Any]) -> bool:
    return not all(worker.is_finished for worker in app.workers)


def _ticks(pump: MessagePump) -> bool:
    """Whether it has put something off for a moment."""
    once = [timer for timer in pump._timers if timer._repeat == 0 and timer._interval < MOMENT]
    return any(timer._task is not None and not timer._task.done() for timer in once)


def _waits(pump: MessagePump) -> bool:
    """Whether it has dealt with all that was sent to it, and waits for more."""
    queue = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters) and not pump._next_callbacks  # type: ignore[attr-defined]


async def press(pilot: Pilot[Any], *keys: str, reads: bool = True) -> None:
    """One key after another, each when all that the one before leads to has been done."""
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        pilot.app.post_message(events.Key(name, _character(name)))
        await settled(pilot, reads=reads)
    await settled(pilot, reads=reads)


async def click(
    pilot: Pilot[Any], at: Widget | str | None = None, offset: tuple[int, int] = (0, 0), **how: Any
) -> None:
    """A click, and all that it leads to."""
    await pilot.click(at, offset, **how)
    await settled(pilot)


async def until(so: Callable[[], bool]) -> None:
    """Until something is so that a thread does in its time."""
    async with asyncio.timeout(PATIENCE):
        while not so():
            await asyncio.sleep(LOOK_EVERY)


def _character(key: str) -> str | None:
    """What a key writes on a line."""
    with suppress(KeyError):
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    return key if len(key) == 1 else None


def shown(pilot: Pilot[None]) -> str:
    """Everything on the screen, as text."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def matrix(pilot: Pilot[None]) -> MatrixScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, MatrixScreen)
    return screen


@asynccontextmanager
async def opened_on(
    database: Path, size: tuple[int, int] = (120, 40), told: list[Message] | None = None
) -> AsyncIterator[Pilot[Any]]:
    desk = Desk(database, date(2023, 7, 1))
    with closing(desk), closing(desk.open_view()) as view:
        app = SciplanApp(desk, view, view.frame(ViewSpec()))
        hook = None if told is None else told.append
        async with app.run_test(size=size, message_hook=hook) as pilot:
            await settled(pilot)
            yield pilot

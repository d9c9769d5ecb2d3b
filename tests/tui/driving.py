"""The program as tests lead it: opened on a desk or on a database, keys in, what stands on the screen out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

from textual.message import Message
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk import Desk
from sciplan_tui.tui.screens.main.matrix import MatrixScreen
from tests.tui.fake_desk import FakeDesk


@asynccontextmanager
async def opened(
    desk: FakeDesk, size: tuple[int, int] = (120, 40), message_hook: Callable[[Message], None] | None = None
) -> AsyncIterator[Pilot[None]]:
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=size, message_hook=message_hook) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    while not all(worker.is_finished for worker in pilot.app.workers):
        with suppress(WorkerCancelled):  # what is no longer wanted is dropped, and something newer is read
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


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

"""A screen is as large as the window, in whatever order sizes are told."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Size

from tests.tui.all_screens import every_screen
from tests.tui.driving import opened, settled
from tests.tui.fake_desk import FakeDesk

WINDOW, PAST = Size(120, 40), Size(40, 10)


async def test_no_screen_stays_in_a_size_that_is_past() -> None:
    async with opened(FakeDesk(), WINDOW) as pilot:
        async for name in every_screen(pilot):
            screen = pilot.app.screen
            screen.post_message(events.Resize(PAST, PAST))
            await settled(pilot)
            assert screen.outer_size == WINDOW, name


async def test_whoever_comes_back_from_the_shell_sees_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[bool] = []
    async with opened(FakeDesk(), WINDOW) as pilot:
        monkeypatch.setattr(pilot.app, "refresh", lambda *_, layout=False: drawn.append(layout))
        pilot.app.app_resume_signal.publish(pilot.app)
        await pilot.pause()
        monkeypatch.undo()
    assert drawn == [True], "once, and wholly"

"""Dialogs on a small screen: nothing of what lies below is left standing beside them in pieces."""

from __future__ import annotations

import pytest

from tests.tui.fake_desk import FakeDesk
from tests.tui.test_screens import opened, press, settled


@pytest.mark.parametrize("key", ["m", "M", "t", "p", "ctrl+p"])
@pytest.mark.parametrize(("width", "taken"), [(80, 80), (95, 95), (96, 76), (120, 76)])
async def test_a_dialog_takes_a_small_screen_whole(key: str, width: int, taken: int) -> None:
    async with opened(FakeDesk(), (width, 24)) as pilot:
        await press(pilot, key)
        region = pilot.app.screen.query_one(".dialog").region
        assert region.width == taken
        assert region.x == (width - taken) // 2
        await pilot.resize_terminal(80 if width > 80 else 120, 24)
        await settled(pilot)
        assert pilot.app.screen.query_one(".dialog").region.width == (80 if width > 80 else 76)

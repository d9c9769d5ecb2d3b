"""What is told on the way to each screen, and when it stands: a key goes to one screen once, nothing is refused, and a
screen at rest is told nothing, so nothing is drawn.
"""

from __future__ import annotations

import asyncio

import pytest
from textual import events, messages
from textual.message import Message
from textual.widgets import Input

from sciplan_tui.tui.messages import QueryRefused, Refused
from tests.tui.all_screens import BEGIN, FORMS, SCREENS, back_from, every_screen, standing_at

AT_REST = 0.3
"""Seconds."""


@pytest.mark.parametrize("places", [SCREENS, FORMS], ids=["screens", "forms"])
async def test_each_key_is_told_once_nothing_is_refused_and_at_rest_nothing_is_told(
    places: dict[str, tuple[str, ...]],
) -> None:
    heard: list[Message] = []
    before = BEGIN
    async with standing_at((), hear=heard.append) as pilot:
        async for name in every_screen(pilot, places):
            typed = {id(message): message for message in heard if isinstance(message, events.Key)}
            assert [message.key for message in typed.values()] == [*before, *places[name]], name
            assert not [message for message in heard if isinstance(message, Refused | QueryRefused)], name
            await pilot.pause()
            heard.clear()
            await asyncio.sleep(AT_REST)
            at_rest = [one for one in heard if not isinstance(one, events.Timer) and not _blinks(one)]
            assert at_rest == [], name
            heard.clear()
            before = back_from(places[name])


def _blinks(message: Message) -> bool:
    """Whether it is the cursor of a line that is written on."""
    return isinstance(message, messages.Update) and isinstance(message.widget, Input)

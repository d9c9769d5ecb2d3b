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
from tests.tui.all_screens import BEGIN, FORMS, SCREENS, standing_at

PLACES = SCREENS | FORMS
AT_REST = 0.3
"""Seconds."""


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
async def test_each_key_is_told_once_nothing_is_refused_and_at_rest_nothing_is_told(keys: tuple[str, ...]) -> None:
    heard: list[Message] = []
    async with standing_at(keys, hear=heard.append) as pilot:
        typed = {id(message): message for message in heard if isinstance(message, events.Key)}
        assert [message.key for message in typed.values()] == [*BEGIN, *keys]
        assert not [message for message in heard if isinstance(message, Refused | QueryRefused)]
        await pilot.pause()
        heard.clear()
        await asyncio.sleep(AT_REST)
        assert [message for message in heard if not isinstance(message, events.Timer) and not _blinks(message)] == []


def _blinks(message: Message) -> bool:
    """Whether it is the cursor of a line that is written on."""
    return isinstance(message, messages.Update) and isinstance(message.widget, Input)

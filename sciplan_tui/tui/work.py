"""Work that may take a while: in a thread, one at a time of its kind, answered by a message.

A fault a person can mend comes back as Refused with its sentence; any other is a bug and is let through.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from sciplan_tui.errors import SciplanError
from sciplan_tui.tui.messages import Refused


def in_background(screen: Screen[Any], work: Callable[[], Message], group: str = "work") -> None:
    """Do `work` in a thread and post its message to `screen`; work of the same group that is still going is dropped."""
    screen.run_worker(lambda: _answer(screen, work), group=group, exclusive=True, thread=True)


def _answer(to: MessagePump, work: Callable[[], Message]) -> None:
    try:
        message = work()
    except SciplanError as error:
        message = Refused(str(error))
    to.post_message(message)

"""Work that may take a while: in a thread, answered by a message.

What is read for a screen is dropped when the same is read anew; what writes is always carried out, and told.

Work that looks whether it is still wanted (`go_on`) ends where it stands; its `Dropped` is no fault.

A fault a person can mend comes back as Refused with its sentence; any other is a bug and is let through.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.worker import get_current_worker

from sciplan_tui.errors import SciplanError
from sciplan_tui.tui.by_keys import by_keys
from sciplan_tui.tui.messages import Refused


class Dropped(Exception):  # noqa: N818 nothing is wrong
    """Nobody waits for this work any more."""


def in_background(screen: Screen[Any], work: Callable[[], Message | None], group: str = "work") -> None:
    """Read something in a thread and post its message to `screen`; what the same group is still at is dropped."""
    screen.run_worker(lambda: _answer(screen, work), group=group, exclusive=True, thread=True)


def write_in_background(
    screen: Screen[Any], work: Callable[[], Message], refused: Callable[[str], Refused] = Refused
) -> None:
    """Change the database, or write a file, in a thread and post its message to `screen`; nothing is dropped.

    `refused` makes the message of a fault from its sentence.
    """
    screen.run_worker(lambda: _answer(screen, work, refused), group="write", thread=True)


def wanted() -> bool:
    """Whether what the calling thread is to read has not been dropped meanwhile."""
    return not get_current_worker().is_cancelled


def go_on(done: int = 0, count: int = 0) -> None:
    """Dropped where the calling thread is not wanted any more; the figures are how far it is, and do not matter."""
    if not wanted():
        raise Dropped


def _answer(to: MessagePump, work: Callable[[], Message | None], refused: Callable[[str], Refused] = Refused) -> None:
    """A thread cannot be stopped: the answer of one that was dropped comes too late, and is kept to itself."""
    try:
        message = work()
    except SciplanError as error:
        message = refused(by_keys(error))
    except Dropped:
        return
    if message is not None and wanted():
        to.post_message(message)

"""The program in a real terminal: however it ends, the terminal is as it was, and the exit code says why."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from tests.terminal import Terminal
from tests.terminal_bytes import given_back
from tests.tui.driving import matrix, opened
from tests.tui.fake_desk import FakeDesk

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
sys.path.insert(0, ".")
from tests.tui.fake_desk import FakeDesk, FakeView
from sciplan_tui.core.view.spec import ViewSpec
import sciplan_tui.tui.desk.desk as desk
import sciplan_tui.tui as tui
import sciplan_tui.workspace.view.first_frame as first
fake = FakeDesk()
desk.Desk = lambda *_: fake
first.first_frame = lambda view, spec: view.frame(spec)
if "crash" in sys.argv:
    FakeView.task = lambda *_: 1 / 0
try:
    sys.exit(tui.run(Path("."), date(2023, 5, 4)))
except ZeroDivisionError:
    print("a bug was let through")
    sys.exit(70)
"""


def ended(terminal: Terminal) -> int:
    """Read to the end; the exit code."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            while terminal.read(0.1):
                pass
            return os.waitstatus_to_exitcode(status)
        terminal.read(0.1)
    raise AssertionError("it did not end")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_gives_the_terminal_back(number: signal.Signals, code: int) -> None:
    with Terminal([sys.executable, "-c", PROGRAM], columns=80, lines=24) as terminal:
        terminal.wait(lambda text: "Enter" in text)
        os.kill(terminal.pid, number)
        assert ended(terminal) == code
        assert given_back(terminal.output)


def test_q_leaves_with_zero() -> None:
    with Terminal([sys.executable, "-c", PROGRAM], columns=80, lines=24) as terminal:
        terminal.wait(lambda text: "Enter" in text)
        terminal.send("q")
        assert ended(terminal) == 0
        assert given_back(terminal.output)


def test_a_bug_is_let_through_after_the_terminal_is_given_back() -> None:
    with Terminal([sys.executable, "-c", PROGRAM, "crash"], columns=80, lines=24) as terminal:
        terminal.wait(lambda text: "Enter" in text)
        terminal.send("\r")
        assert ended(terminal) == 70
        assert given_back(terminal.output)
        assert b"a bug was let through" in terminal.output


def test_no_foreign_escape_reaches_the_terminal() -> None:
    program = PROGRAM.replace(
        "fake = FakeDesk()",
        "from tests.tui.fake_desk import plan\n"
        r"fake = FakeDesk(plans=[plan(payload='\x1b]52;c;aGk=\x07[red]')])",
    )
    with Terminal([sys.executable, "-c", program], columns=100, lines=30) as terminal:
        terminal.wait(lambda text: "Enter" in text)
        terminal.send("j")
        terminal.send("\r")
        terminal.wait(lambda text: "Esc" in text)
        assert b"\x1b]52" not in terminal.output


async def test_nothing_is_brought_into_a_program_that_is_being_left() -> None:
    async with opened(FakeDesk()) as pilot:
        screen = matrix(pilot)
        await screen.query_line.remove()
        pilot.app.exit()
        await screen.furnish()
        assert not screen.furnished

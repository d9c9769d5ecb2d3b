"""In a real terminal: changes of another process, a crash on a screen, no colours, a screen that grows and shrinks."""

from __future__ import annotations

import os
import re
import signal
import stat
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.terminal_bytes import given_back
from tests.tui.office import NARROW, OPEN, WIDE, Office, foot, leave

CRASHING = """
import sys
from sciplan_tui.tui.screens.help import HelpScreen
from sciplan_tui.__main__ import main
HelpScreen.on_mount = lambda self: 1 / 0
sys.argv[1:] = []
sys.exit(main())
"""
COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path, "xiangtan-2021.csv")
    made.environment |= {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_STATE_HOME": str(tmp_path / "state")}
    return made


def cursor_line(text: str) -> str:
    """The line of the matrix on which the cursor is."""
    [line] = [line for line in text.splitlines() if line.startswith(">")]
    return line


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_another_process_marks_is_on_the_screen_at_once(office: Office, size: tuple[int, int]) -> None:
    with office.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("jjjj")
        before = cursor_line(terminal.wait(lambda text: "2.1.2" in foot(text)))
        office.sciplan("mark", "path:2.1.2", "--milestone", "2023", "--status", "blocked")
        ended = time.monotonic()
        text = terminal.wait(lambda text: "别处改了：标记 1 项" in text and re.search("^>.*阻", text, re.M) is not None)
        assert time.monotonic() - ended < 3  # one second, and what a busy machine adds
        assert cursor_line(text)[:24] == before[:24]
        assert re.search(r"已存 \d\d:\d\d", text.splitlines()[0])
        terminal.send("m")
        terminal.wait(lambda text: "佐证材料" in text)
        stopped_and_gone_on_with(terminal)
        terminal.send("\x1b")
        terminal.wait(lambda text: "佐证材料" not in text)
        leave(terminal)


def stopped_and_gone_on_with(terminal: Terminal) -> None:
    """Ctrl+Z gives the terminal back, a dialog open or not; what was on the screen is there again afterwards."""
    terminal.send("\x1a")
    until = time.monotonic() + 20
    while os.waitpid(terminal.pid, os.WUNTRACED | os.WNOHANG) == (0, 0):
        assert time.monotonic() < until
        terminal.read(0.05)
    while terminal.read(0.05):
        pass
    assert given_back(terminal.output)
    terminal.screen.reset()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait(lambda text: "佐证材料" in text and "已存" in text.splitlines()[0])


def test_a_crash_gives_the_terminal_back_and_says_where_its_report_is(office: Office, tmp_path: Path) -> None:
    environment = office.environment
    with Terminal([sys.executable, "-c", CRASHING], columns=100, lines=30, environment=environment) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("?")
        assert terminal.end() == 70
        assert given_back(terminal.output)
        said = re.sub(r"\s", "", terminal.output.rpartition(b"[?1049l")[2].decode())
    [report] = tmp_path.rglob("crash-*.txt")
    assert str(report) in said
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "ZeroDivisionError" in report.read_text()
    assert "Traceback" not in said


def test_without_colour_in_both_languages_through_every_size(office: Office) -> None:
    with office.terminal(NARROW, NO_COLOR="1") as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("G")
        last = cursor_line(terminal.wait(lambda text: not text.splitlines()[-2].startswith(" 1 ")))
        for columns, lines in ((300, 80), (80, 24), (40, 10), (120, 40)):
            terminal.resize(columns, lines)
            terminal.wait(lambda text, rows=lines: len(text.splitlines()) == rows and f"\n{last[:18]}" in text)
        terminal.send("L")
        terminal.wait(lambda text: "Enter Open" in text and "English" in text)
        terminal.send("?")
        terminal.wait(lambda text: "Matrix" in text)
        terminal.send("L")
        terminal.wait(lambda text: "矩阵" in text)
        terminal.send("q")
        terminal.wait(lambda text: OPEN in text)
        leave(terminal)
        assert not COLOUR.search(terminal.output)


def test_a_theme_is_chosen_and_there_again_at_the_next_start(office: Office) -> None:
    with office.terminal(WIDE, COLORTERM="truecolor") as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("Tj\r")
        terminal.wait(lambda text: "配色：浅" in text)
        leave(terminal)
    with office.terminal(WIDE, COLORTERM="truecolor") as terminal:
        terminal.wait(lambda text: OPEN in text)
        assert b"48;2;247;248;250" in terminal.output
        leave(terminal)


def begun(office: Office, *options: str, **environment: str) -> str:
    """What the first screen says, without anything of what the environment says of the language, besides this."""
    plain = {name: value for name, value in office.environment.items() if name != "SCIPLAN_LANG"}
    command = [sys.executable, "-m", "sciplan_tui", *options]
    with Terminal(command, columns=WIDE[0], lines=WIDE[1], environment=plain | environment) as terminal:
        return terminal.wait(lambda text: "帮助" in text or "Help" in text)


def test_the_language_that_was_chosen_last_comes_back_unless_another_is_asked_for(office: Office) -> None:
    with office.terminal(WIDE) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("L")
        terminal.wait(lambda text: "Help" in text)
        leave(terminal)
    assert "Help" in begun(office)
    assert "帮助" in begun(office, SCIPLAN_LANG="zh")
    assert "帮助" in begun(office, "--lang", "zh")

"""More of a coordinator's day, done to the installed program in a real terminal: twenty marks at once, a unit found by
its initials, the other language, the whole of it in tmux.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.tui.office import DOWN, ENTER, NARROW, OPEN, SCIPLAN, Office, find, leave

BACKSPACE = "\x7f"


@pytest.fixture
def zhongshan(tmp_path: Path) -> Office:
    office = Office(tmp_path, "zhongshan-2022.csv")
    office.sciplan("milestone", "add", "--plan", "中山", "--kind", "midterm_review", "--year", "2023")
    return office


def test_all_that_one_unit_leads_is_marked_at_the_midterm_with_a_date_and_a_note(zhongshan: Office) -> None:
    with zhongshan.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text)
        find(terminal, "lead:科协")
        terminal.send("A")
        terminal.wait(lambda text: "选中 22" in text)
        terminal.send("m")
        terminal.wait(lambda text: "标记 22 项任务" in text and "[2023年" in text)
        terminal.send(DOWN + DOWN + BACKSPACE * 10 + "2023-12-20" + DOWN + "已交书面报告" + ENTER)
        terminal.wait(lambda text: "已标记 22 项" in text)
        leave(terminal)
    assert len(zhongshan.tasks("tasks", "mark:2023=done")) == 22
    told = zhongshan.sciplan("show", "3.4", "--plan", "中山")
    assert "2023-12-20" in told
    assert "已交书面报告" in told


def test_who_leads_a_theme_is_found_by_typing_initials(zhongshan: Office) -> None:
    with zhongshan.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("flnr")
        terminal.wait(lambda text: "实施老年人科学素质提升行动" in text and "1/" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: "3.4 实施老年人科学素质提升行动" in text and "牵头 市卫生健康局 市科协" in text)
        terminal.send("/lead:wsjk")
        terminal.wait(lambda text: "市卫生健康局  中山市-2022" in text)
        terminal.send("\t")
        terminal.wait(lambda text: "lead:市卫生健康局" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: OPEN in text and "实施老年人科学素质提升行动" in text)
        leave(terminal)


def test_the_language_is_changed_and_the_place_kept(zhongshan: Office) -> None:
    with zhongshan.terminal(NARROW) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("jjj")
        terminal.wait(lambda text: "2.2 工作原则" in text.splitlines()[-2])
        before = [line[:20] for line in terminal.text.splitlines() if line.startswith(">")]
        terminal.send("L")
        terminal.wait(lambda text: "Enter Open" in text and "tasks 51/51" in text)
        assert [line[:20] for line in terminal.text.splitlines() if line.startswith(">")] == before
        terminal.send("L")
        terminal.wait(lambda text: OPEN in text)
        leave(terminal)


@pytest.mark.skipif(not shutil.which("tmux"), reason="NO TMUX HERE: the program was not tried in one")
def test_in_tmux_it_draws_takes_keys_and_gives_the_terminal_back(zhongshan: Office, tmp_path: Path) -> None:
    def tmux(*words: str) -> str:
        told = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **zhongshan.environment}
        server = ["tmux", "-f", "/dev/null", "-S", str(tmp_path / "tmux")]
        return subprocess.run([*server, *words], env=told, capture_output=True, check=True, text=True).stdout

    def wait(words: str) -> None:
        until = time.monotonic() + 20
        while words not in (text := tmux("capture-pane", "-p")):
            assert time.monotonic() < until, text
            time.sleep(0.05)

    tmux("-u", "new-session", "-d", "-x", "100", "-y", "30", f"{SCIPLAN}; echo it gave back $?; sleep 60")
    try:
        wait(OPEN)
        tmux("send-keys", "/")
        tmux("send-keys", "-l", "lead:科协")
        wait("任务 5/51")
        tmux("send-keys", "Enter", "b")
        wait("2023年")
        tmux("send-keys", "q")
        wait(OPEN)
        tmux("send-keys", "q")
        wait("it gave back 0")
    finally:
        tmux("kill-server")

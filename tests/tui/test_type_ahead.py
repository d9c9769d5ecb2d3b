"""Keys typed in one go: each goes to what the one before has opened, in a real terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.terminal import Terminal
from tests.tui.office import OPEN, Office, leave


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"), "xiangtan-2021.csv", "qingyu-2021.txt")


@pytest.fixture
def terminal(office: Office) -> Iterator[Terminal]:
    with office.terminal((80, 24)) as terminal:
        terminal.wait(lambda text: OPEN in text)
        yield terminal


def settle(terminal: Terminal) -> str:
    """Read until nothing more is drawn; the screen."""
    while terminal.read(0.5):
        pass
    assert os.waitpid(terminal.pid, os.WNOHANG) == (0, 0), "it has ended"
    return terminal.text


@pytest.mark.parametrize(
    ("burst", "seen"),
    [
        ("jjjmq", "标记 2.1"),
        ("jjjmu", "标记 2.1"),
        ("eq", "导出："),
        ("i//nowhere/plan.txt", "/nowhere/plan.txt"),
        ("pq", OPEN),
        ("jjj\rq", OPEN),
        ("Hq", OPEN),
        ("Uq", OPEN),
        ("Dq", OPEN),
        ("?q", OPEN),
        ("jjj\rtXYZ", "XYZ"),
        ("jjj\r]]]", "2.1.4 "),
        ("/lead:科协\rjm", "标记 2.1"),
        ("Ds", "处理完："),
    ],
)
def test_what_is_typed_ahead_goes_to_what_opens(terminal: Terminal, burst: str, seen: str) -> None:
    terminal.send(burst)
    terminal.wait(lambda text: seen in text)
    assert seen in settle(terminal)


def test_a_form_is_closed_and_the_next_keys_go_to_the_matrix(terminal: Terminal) -> None:
    terminal.send("jjje\x1b")
    text = settle(terminal)
    assert OPEN in text
    assert "导出：" not in text
    leave(terminal)


def test_a_mark_typed_blind_is_the_mark_that_was_meant(office: Office, terminal: Terminal) -> None:
    terminal.send("/path:2.1.2 plan:清屿\rjjjm\rq")
    assert terminal.end() == 0
    assert office.tasks("tasks", "mark:2023=done") == {("清屿市-2021", "2.1.2")}


def test_pasted_text_waits_for_its_line(terminal: Terminal) -> None:
    terminal.send("i\x1b[200~/nowhere/a plan.txt\x1b[201~")
    terminal.wait(lambda text: "/nowhere/a plan.txt" in text)

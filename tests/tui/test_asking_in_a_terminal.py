"""A query written with completion, kept as a view, found again at the next start and on the command line."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.terminal import Terminal
from tests.tui.office import ENTER, ESCAPE, NARROW, OPEN, WIDE, Office, leave

TAB, UP = "\t", "\x1b[A"
BLINK = 0.5
"""Seconds between two looks of a cursor that blinks."""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path, "xiangtan-2021.csv", "qingyu-2021.txt")
    made.environment["XDG_DATA_HOME"] = str(tmp_path / "data")
    return made


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_was_looked_at_last_comes_back_and_is_asked_for_by_its_name(
    office: Office, tmp_path: Path, size: tuple[int, int]
) -> None:
    with office.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("/lead:jyj" + TAB + ENTER)
        terminal.wait(lambda text: "筛选 lead:市教育局" in text.splitlines()[0] and "m 标记" in text)
        terminal.send("V+")
        terminal.wait(lambda text: "存成视图" in text)
        terminal.send("教育" + ENTER)
        terminal.wait(lambda text: "已存为 教育" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: OPEN in text)
        leave(terminal)
    [file] = tmp_path.rglob("views.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with office.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text and "筛选 lead:市教育局" in text.splitlines()[0])
        terminal.send(ESCAPE)
        terminal.wait(lambda text: "筛选 lead" not in text.splitlines()[0])
        terminal.send("/" + UP)
        terminal.wait(lambda text: "筛选 lead:市教育局" in text.splitlines()[-2])
        terminal.send(ESCAPE)
        terminal.wait(lambda text: OPEN in text)
        leave(terminal)
    [view] = [json.loads(line) for line in office.sciplan("views", "--json").splitlines()]
    assert (view["name"], view["query"]) == ("教育", "lead:市教育局")
    assert office.sciplan("tasks", "--view", "教育", "--json") == office.sciplan("tasks", "lead:市教育局", "--json")


def test_a_view_that_no_longer_fits_gives_way_and_a_damaged_file_too(office: Office, tmp_path: Path) -> None:
    with office.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("/lead:无此" + ENTER)
        terminal.wait(lambda text: "筛选 lead:无此" in text.splitlines()[0] and "Esc 清除筛选" in text)
        leave(terminal)
    [file] = tmp_path.rglob("views.json")
    file.write_text(file.read_text(encoding="utf-8").replace("lead:无此", "mark:1999=done"), encoding="utf-8")
    with office.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text and "上次看的已不合用" in text)
        leave(terminal)
    file.write_text("{", encoding="utf-8")
    with office.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text and "放到一边" in text)
        leave(terminal)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_terminals_cursor_stands_where_writing_goes_on_and_over_ssh_nothing_blinks(
    office: Office, size: tuple[int, int]
) -> None:
    with office.terminal(size, SSH_CONNECTION="192.0.2.1 50000 192.0.2.2 22") as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("/")
        terminal.wait(lambda text: OPEN not in text)
        before = len(" / 筛选 ") + 2
        for typed, at in (("", before), ("教育", before + 4), ("x", before + 5)):
            terminal.send(typed)
            terminal.wait(lambda _, at=at: (terminal.screen.cursor.x, terminal.screen.cursor.y) == (at, size[1] - 2))
        terminal.send(ESCAPE)
        terminal.wait(lambda text: OPEN in text)
        terminal.send("f")
        for typed, text, at in (("", "汉字或拼音首字母", 0), ("kx", "kx", 2), ("\x7f" * 2, "汉字或拼音首字母", 0)):
            terminal.send(typed)
            terminal.wait(lambda shown, text=text, at=at: stands_at(terminal, shown, text, at))
        while terminal.read(BLINK / 2):  # what is drawn may come in pieces
            pass
        assert not terminal.read(BLINK * 1.5)
        terminal.send(ESCAPE)


def stands_at(terminal: Terminal, shown: str, text: str, cell: int) -> bool:
    """Whether the terminal's cursor stands so many cells behind the beginning of the line on which this is written."""
    cursor = terminal.screen.cursor
    line = shown.splitlines()[cursor.y]
    return text in line and cell_len(line[: line.index(text)]) + cell == cursor.x

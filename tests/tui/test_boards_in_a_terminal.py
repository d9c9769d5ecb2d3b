"""A review is carried through on the board of its milestone, and a unit's duty sheet tells it, in a real terminal."""

from __future__ import annotations

import re

import pytest

from tests.tui.office import ENTER, ESCAPE, NARROW, OPEN, WIDE, Office, find, leave

TAB, MATRIX = "\t", "/ 筛选"


def on_board(text: str) -> int:
    """How many tasks the head of the column with the keys counts."""
    found = re.search(r"\[(?:未标记|完成) (\d+)\]", text)
    return int(found[1]) if found else 0


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_review_is_marked_on_its_board_and_the_duty_sheet_and_the_lists_tell_it(
    qingyu: Office,
    size: tuple[int, int],
) -> None:
    with qingyu.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text)
        find(terminal, "lead:科协")
        terminal.send("b")
        terminal.wait(lambda text: "2023年" in text.splitlines()[0] and on_board(text) > 0 and "迟：期限" in text)
        count = on_board(terminal.text)
        terminal.send("a")
        terminal.wait(lambda text: f"选中 {count}" in text)
        terminal.send("m")
        terminal.wait(lambda text: f"标记 {count} 项任务" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: f"[完成 {count}]" in text and f"已标记 {count} 项" in text)
        terminal.send(TAB)
        terminal.wait(lambda text: "[按牵头]" in text and any("市科协" in line for line in text.splitlines()[1:]))
        terminal.send(TAB)
        terminal.wait(lambda text: "[时间线]" in text and f"{count}/{count}" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: MATRIX in text and "完" in text)
        terminal.send("lw")
        terminal.wait(lambda text: "责任清单" in text.splitlines()[0] and "变更" in text)
        unit = terminal.text.split()[0]
        terminal.send("u")
        terminal.wait(lambda text: "已撤销" in text)
        terminal.send("r")
        terminal.wait(lambda text: "已重做" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: MATRIX in text)
        leave(terminal)
    assert f"{unit}  " in qingyu.sciplan("show", unit)

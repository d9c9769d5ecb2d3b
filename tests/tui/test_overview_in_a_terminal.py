"""Progress is looked at, led to its tasks, marked, and taken back in the history, in a real terminal."""

from __future__ import annotations

import re

import pytest

from tests.tui.office import DOWN, ENTER, ESCAPE, NARROW, OPEN, WIDE, Office, leave

TAB, MATRIX = "\t", "m 标记"


def settled_of_first(text: str) -> tuple[int, int]:
    """What the bar under the cursor counts: settled, and all."""
    found = re.search(r"^> .* (\d+)/(\d+) +\d+%", text, re.MULTILINE)
    return (int(found[1]), int(found[2])) if found else (-1, -1)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_an_action_is_led_to_its_tasks_marked_and_counted_and_the_history_takes_it_back(
    qingyu: Office,
    size: tuple[int, int],
) -> None:
    with qingyu.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("O")
        terminal.wait(lambda text: "[按行动]" in text and settled_of_first(text)[0] == 0)
        count = settled_of_first(terminal.text)[1]
        terminal.send(ENTER)
        terminal.wait(lambda text: MATRIX in text and "筛选 path:" in text.splitlines()[0])
        terminal.send("am")
        terminal.wait(lambda text: f"标记 {count} 项任务" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: f"已标记 {count} 项" in text)
        terminal.send("O")
        terminal.wait(lambda text: settled_of_first(text) == (count, count) and "100%" in text)
        terminal.send(TAB)
        terminal.wait(lambda text: "[按单位]" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: MATRIX in text)
        terminal.send("H")
        terminal.wait(lambda text: "可以撤销（u）" in text and f"标记 加 {count}" in text)
        terminal.send(DOWN)
        terminal.wait(lambda text: "不能撤销第" in text and "文件 qingyu" in text)
        terminal.send("ku")
        terminal.wait(lambda text: "已撤销第" in text and "可以重做（r）" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: MATRIX in text)
        terminal.send("O")
        terminal.wait(lambda text: settled_of_first(text) == (0, count))
        terminal.send(ESCAPE)
        terminal.wait(lambda text: MATRIX in text)
        leave(terminal)

"""A task by hand and a renamed milestone in a real terminal; what another process takes back goes there too."""

from __future__ import annotations

import pytest

from tests.tui.office import ENTER, ESCAPE, NARROW, OPEN, WIDE, Office, leave

MATRIX = "/ 筛选"
TITLE, LABEL = "办好科普讲堂", "年中检查会"


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_task_comes_and_goes_and_a_milestone_has_another_name(qingyu: Office, size: tuple[int, int]) -> None:
    with qingyu.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("jj+")
        terminal.wait(lambda text: "新任务，在" in text)
        terminal.send(TITLE + ENTER)
        terminal.wait(lambda text: MATRIX in text and TITLE in text and "新任务" not in text)
        assert TITLE in qingyu.sciplan("undo")
        terminal.wait(lambda text: "别处改了" in text and not any(TITLE in line for line in text.splitlines()[:-2]))
        terminal.send("$E")
        terminal.wait(lambda text: text.startswith(" 编辑") and "Enter 修改，+ 加节点" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: "修改节点" in text)
        terminal.send(LABEL + ENTER)
        terminal.wait(lambda text: f"改为 {LABEL}" in text and f"  {LABEL}  " in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: MATRIX in text)
        leave(terminal)
    assert LABEL in qingyu.sciplan("milestones")
    assert TITLE not in qingyu.sciplan("tasks")

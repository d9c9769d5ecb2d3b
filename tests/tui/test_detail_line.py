"""The line about the cursor: who leads, who is responsible, where the source says it and why lights shine."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from sciplan_tui.tui.widgets.detail_line import placed
from tests.tui.driving import matrix, opened, press, shown
from tests.tui.rich_desk import RichDesk

LONG = "提升基础教育阶段科学教育水平并建立长效机制"


def test_the_lights_are_told_shorter_before_the_title_is_cut_and_the_title_before_the_lead() -> None:
    facts = [f"2.1.2 {LONG}", "牵头 市教育局 市科协", "责任 13 个单位", "源 第 19 行"]
    forms = [
        [*facts, "2023年中期督查 迟 1057 天（期限 2023-12-31）"], [*facts, "2023年中期督查 迟 1057 天"],
        [*facts, "中期23 迟 1057 天"], [*facts, "中期23 迟 1057 天"],
    ]  # fmt: skip
    said = [" ".join(placed(forms, 0, "  ", width, 2)) for width in (78, 72, 68, 50)]
    ends = ("2023年中期督查 迟 1057 天（期限 2023-12-31）", "2023年中期督查 迟 1057 天", *["中期23 迟 1057 天"] * 2)
    assert [line.endswith(end) for line, end in zip(said, ends, strict=True)] == [True] * 4
    assert [LONG in line for line in said] == [True, True, True, False]
    assert all(fact in line for line in said for fact in facts[1:])


@given(some.lists(some.text("中a ", min_size=1, max_size=30), min_size=1, max_size=8), some.data())
def test_it_takes_the_lines_that_there_are(facts: list[str], data: some.DataObject) -> None:
    rows, width = data.draw(some.integers(1, 3)), data.draw(some.integers(1, 90))
    lines = placed([facts, facts[:-1] or facts], data.draw(some.integers(0, max(len(facts) - 2, 0))), "  ", width, rows)
    assert 1 <= len(lines) <= rows
    if sum(cell_len(fact) + 2 for fact in facts) <= width:
        assert lines == ["  ".join(facts)]


async def test_a_late_task_tells_its_lead_and_its_source_in_a_small_window_and_the_matrix_stands_still() -> None:
    async with opened(RichDesk(today=date(2026, 9, 26)), (80, 24)) as pilot:
        heights = set()
        for keys in (("j", "j"), ("l", "l"), ("dollar_sign",), ("G",), ("g",)):
            await press(pilot, *keys)
            heights.add(matrix(pilot).matrix.size.height)
        assert heights == {20}
        matrix(pilot).matrix.find(1002)
        await press(pilot, "0")
        told = "".join(shown(pilot).splitlines()[-3:-1])
        assert all(word in told for word in ("牵头 ", "责任 ", "源 第 12 行", "迟 269 天")), told

"""The history as a person uses it: looked through, filtered, each entry opened, undone, done again."""

from __future__ import annotations

import time

import pytest
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import speak
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.messages import Answered, Finished, Refused
from sciplan_tui.tui.screens.history import PAUSE, Detailed, HistoryScreen, Sized
from sciplan_tui.tui.widgets.line_list import LineList
from tests.hostile import HOSTILE
from tests.tui.driving import matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_history import FakeHistory


async def rest(pilot: Pilot[None]) -> None:
    """Until the entry under the cursor has been read."""
    screen = pilot.app.screen
    assert isinstance(screen, HistoryScreen)
    for _ in range(40):
        if screen.lines.key is None or screen.lines.key in screen._details:
            break
        await pilot.pause(PAUSE)
    await settled(pilot)


def line(pilot: Pilot[None], part: str) -> list[str]:
    return next(row for row in shown(pilot).splitlines()[2:] if part in row).split()


async def test_newest_first_with_time_plan_and_how_much_was_touched() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "H")
        assert shown(pilot).splitlines()[0].split() == ["历史", "4", "条"]
        assert line(pilot, "> ")[:4] == [">", "4", "2023-05-05", "09:00"]
        assert "云溪市-2021" in line(pilot, "> ")
        assert line(pilot, "导入")[-2:] == ["云溪市-2021", "1000"]
        assert line(pilot, "2023-05-04 10:01")[-1] == "已撤销"


async def test_the_entry_under_the_cursor_is_told_in_full() -> None:
    async with opened(FakeDesk(plans=[plan(title="甲")])) as pilot:
        await press(pilot, "H")
        await rest(pilot)
        assert "可以撤销（u）" in shown(pilot)
        assert "变更 1 处   任务 改 1" in shown(pilot)
        assert "任务 2.1.1 甲  标题：甲 改为 乙  种类：任务 改为 行动" in shown(pilot)
        await press(pilot, "j")
        await rest(pilot)
        assert "撤销了第 2 号   可以重做（r）" in shown(pilot)
        assert "+ 标记 2.1.1 甲 中期督查  完成  甲" in shown(pilot)
        await press(pilot, "G")
        await rest(pilot)
        assert "先依次撤销第 4 号（按 u）" in shown(pilot)
        assert "文件 甲.docx   变更 1000 处   任务 加 1000" in shown(pilot)
        assert ".. 还有 997 处" in shown(pilot)


async def test_any_entry_is_undone_and_done_again_and_the_reason_is_said_where_not() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "H", "u")
        assert "已撤销第 4 号" in shown(pilot)
        assert line(pilot, "> ")[1] == "4"
        assert line(pilot, "> ")[-1] == "已撤销"
        await press(pilot, "j", "j", "r")
        assert "已重做第 2 号" in shown(pilot)
        await press(pilot, "G", "u")
        assert "不能撤销第 1 号记录：还有 3 个标记" in shown(pilot)
        assert "请先依次撤销第 4 号（按 u）" in "".join(shown(pilot).split("\n"))
        assert desk.past is not None
        assert [one for one in desk.past.asked if one[0] != "detail"] == [("undo", 4), ("redo", 2), ("undo", 1)]


async def test_of_undo_and_redo_the_one_is_offered_that_the_entry_can_take() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "H")
        assert "u 撤销" in shown(pilot).splitlines()[-1]
        assert "r 重做" not in shown(pilot).splitlines()[-1]
        await press(pilot, "j")
        assert "r 重做" in shown(pilot).splitlines()[-1]
        assert "u 撤销" not in shown(pilot).splitlines()[-1]


async def test_a_filter_looks_for_words_kinds_and_plans() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "H", "slash", *"标记")
        assert "2 / 4 条   筛选 标记" in shown(pilot)
        await press(pilot, "enter", "slash", *(["backspace"] * 2), *"import", "enter")
        assert line(pilot, "> ")[1] == "1"
        await press(pilot, "escape")
        assert "4 条" in shown(pilot)
        await press(pilot, "slash", *"zzz", "enter")
        assert "没有符合的记录" in shown(pilot)
        await press(pilot, "u", "enter", "escape", "escape")
        assert pilot.app.screen is matrix(pilot)


async def test_enter_goes_to_the_task_that_was_touched() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "H")
        await rest(pilot)
        await press(pilot, "enter")
        assert "2.1.1" in shown(pilot).splitlines()[0]
        await press(pilot, "escape", "G")
        await rest(pilot)
        await press(pilot, "enter", "n")
        assert "2.1.1" in shown(pilot).splitlines()[0], "n goes through the tasks that the entry touched"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HistoryScreen)


async def test_who_runs_through_the_list_waits_for_no_entry() -> None:
    desk = FakeDesk()
    desk.past = FakeHistory("甲", more=200)
    async with opened(desk) as pilot:
        await press(pilot, "H")
        for _ in range(100):
            pilot.app.screen.query_one(LineList).action_step(1)
        await press(pilot, "G")
        await rest(pilot)
        asked = [number for what, number in desk.past.asked if what == "detail"]
        assert asked[-1] == 1
        assert len(asked) <= 3


async def test_what_was_read_and_done_comes_as_messages() -> None:
    seen: list[Message] = []

    def hook(message: Message) -> None:
        if isinstance(message, Answered | Sized | Detailed | Finished | Refused) and message not in seen:
            seen.append(message)

    desk = FakeDesk()
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40), message_hook=hook) as pilot:
        await settled(pilot)
        await press(pilot, "H")
        await rest(pilot)
        await press(pilot, "u")
        await rest(pilot)
        await press(pilot, "G", "u")
    told = [type(one) for one in seen]
    assert told[:3] == [Answered, Sized, Detailed]
    assert Finished in told
    assert told[-1] in (Refused, Detailed)


@pytest.mark.parametrize("payload", ["[/]", "[red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless(payload: str) -> None:
    async with opened(FakeDesk(plans=[plan(payload=payload)])) as pilot:
        await press(pilot, "H")
        for key in ("j", "j", "j", "slash"):
            await rest(pilot)
            assert not set(shown(pilot)) & {"\x1b", "\x07", "\x9b", "\u202e"}
            await press(pilot, key)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (300, 80)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], language: str) -> None:
    speak(language)
    try:
        async with opened(FakeDesk(), size) as pilot:
            await press(pilot, "H")
            for key in ("j", "G", "slash", "x"):
                await rest(pilot)
                strips = pilot.app.screen._compositor.render_strips()
                assert {strip.cell_length for strip in strips} == {size[0]}
                await press(pilot, key)
    finally:
        speak("zh")


async def test_ten_thousand_entries_stand_at_once() -> None:
    desk = FakeDesk()
    desk.past = FakeHistory("甲", more=10_000)
    async with opened(desk) as pilot:
        began = time.process_time()
        await press(pilot, "H")
        assert "10004 条" in shown(pilot)
        assert time.process_time() - began < 1.5, "with the words of all entries made ready for the filter"

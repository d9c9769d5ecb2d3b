"""The overview as a person uses it: its faces, its ways of telling, and the way from each line to its tasks."""

from __future__ import annotations

import pytest
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import speak
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.overview.overview import OverviewScreen
from sciplan_tui.tui.widgets.text.overview_lines import shade
from sciplan_tui.tui.widgets.text.standing_text import bar, filled
from tests.hostile import HOSTILE
from tests.tui.driving import matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, plan


def line(pilot: Pilot[None], part: str) -> list[str]:
    """The words of the one line of the list that has `part`."""
    return next(row for row in shown(pilot).splitlines()[2:] if part in row).split()


async def test_one_key_leads_from_the_matrix_to_progress_by_action() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O")
        head = shown(pilot).splitlines()[0]
        assert "[按行动]  按单位  按节点  指标" in head
        assert "2023年中期督查 1/2" in head
        assert "任务 9" in head
        assert line(pilot, "2.1 青少年")[:4] == [">", "2.1", "青少年科学素质提升行动", "4"]
        assert line(pilot, "2.1 青少年")[-2:] == ["1/4", "25%"]
        assert "[#####" in " ".join(line(pilot, "2.1 青少年"))
        assert "与矩阵同一方案、同一筛选" in shown(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen is matrix(pilot)


async def test_it_follows_the_plan_and_the_query_of_the_matrix_and_says_so() -> None:
    async with opened(FakeDesk(plans=[plan(1), plan(2)])) as pilot:
        await press(pilot, "slash", *"农民", "enter", "O")
        head = shown(pilot).splitlines()[0]
        assert "全部 2 个方案" in head
        assert "筛选 农民" in head
        assert "任务 4" in head
        assert "云溪市2-2021" in shown(pilot)


async def test_x_shows_states_then_milestones_as_numbers() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O", "x")
        assert "长期坚持" in shown(pilot).splitlines()[1]
        assert line(pilot, "2.1 青少年")[3:] == ["4", "3", ".", ".", "1", ".", ".", ".", "."]
        await press(pilot, "x")
        assert line(pilot, "2.1 青少年")[3:] == ["4", "1/4", "0/4"]
        await press(pilot, "x", "right_square_bracket")
        assert "2025年总结评估 2/2" in shown(pilot).splitlines()[0]
        assert line(pilot, "2.1 青少年")[-2:] == ["0/4", "0%"]
        assert "[======" in " ".join(line(pilot, "2.1 青少年")), "what is in progress stands in the bar as well"


async def test_states_are_told_by_signs_where_words_would_crowd_out_the_names() -> None:
    speak("en")
    try:
        async with opened(FakeDesk()) as pilot:
            await press(pilot, "O", "x")
            assert "not started" not in shown(pilot).splitlines()[1]
            assert line(pilot, "青少年科学素质提升行动")[3:] == ["4", "3", ".", ".", "1", ".", ".", ".", "."]
    finally:
        speak("zh")


async def test_units_count_what_they_lead_or_all_that_they_hold() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O", "right")
        assert line(pilot, "市教育局")[:3] == [">", "市教育局", "4"]
        assert line(pilot, "未写牵头")[1] == "2"
        assert "市妇联" not in shown(pilot)
        await press(pilot, "o")
        assert line(pilot, "市妇联")[:2] == ["市妇联", "7"]
        assert line(pilot, "> ")[1] == "市教育局", "the cursor stays on its unit"


async def test_enter_filters_the_matrix_by_the_line() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O", "j", "enter")
        assert matrix(pilot).spec == ViewSpec(None, "path:2.2")
    async with opened(FakeDesk(plans=[plan(1), plan(2)])) as pilot:
        await press(pilot, "O", "tab", "enter")
        assert (matrix(pilot).spec.plan, matrix(pilot).spec.query) == ("云溪市1-2021", "lead:=市教育局")


@pytest.mark.parametrize(("keys", "query"), [("G", "no:lead"), ("oG", "no:unit"), ("o", "unit:=市科技局")])
async def test_what_nobody_leads_or_holds_is_asked_for_too(keys: str, query: str) -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O", "tab", *keys[:1], *keys[1:])
        if keys == "o":
            await press(pilot, "g")
        await press(pilot, "enter")
        assert matrix(pilot).spec.query == query


async def test_figures_of_several_plans_stand_under_the_plan_that_promises_them() -> None:
    async with opened(FakeDesk(plans=[plan(1), plan(2)])) as pilot:
        await press(pilot, "O", "left")
        heads = [row.split() for row in shown(pilot).splitlines() if "个指标" in row]
        assert heads
        assert all(head[0].endswith("-2021") for head in heads)


async def test_milestones_lead_to_their_own_counts_by_action() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O", "tab", "tab")
        assert "[#.........] 1/9" in " ".join(line(pilot, "2023年中期督查"))
        await press(pilot, "j", "enter")
        head = shown(pilot).splitlines()[0]
        assert "[按行动]" in head
        assert "2025年总结评估 2/2" in head
        await press(pilot, "tab", "tab", "G", "enter")
        assert "不在这里记进度" in shown(pilot).splitlines()[-2]


async def test_figures_stand_by_year_beside_how_their_tasks_stand_and_open_them() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "O", "left")
        rows = shown(pilot).splitlines()
        assert rows[2].split() == ["2025", "年", "3", "个指标"]
        assert line(pilot, "2.1.1 培训")[3:] == [">=", "200", "人次", "未汇报", "完成", "教育局", "团委", "科协"]
        assert line(pilot, "没有写期限")[1] == "1"
        assert "达没达到只按汇报值算" in shown(pilot)
        assert "说明  已报  佐证材料 三号柜" in shown(pilot)
        await press(pilot, "j", "enter")
        assert "2.1.2" in shown(pilot).splitlines()[0]
        await press(pilot, "n")
        assert "2.1.3" in shown(pilot).splitlines()[0], "n goes through the tasks that promise a figure"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, OverviewScreen)
        await press(pilot, "escape")
        assert matrix(pilot).matrix.ref is not None
        assert matrix(pilot).matrix.ref.task_id == 1004


async def test_nothing_is_said_to_be_nothing() -> None:
    async with opened(FakeDesk(plans=[plan(named=False)])) as pilot:
        await press(pilot, "O")
        assert "没有这个节点" in shown(pilot)
        await press(pilot, "right_square_bracket")
        assert "没有节点" in shown(pilot).splitlines()[-2]
        await press(pilot, "x", "x", "tab", "tab", "tab")


async def test_it_is_read_once_and_gone_about_without_reading_again() -> None:
    seen: list[Message] = []

    def hook(message: Message) -> None:
        if isinstance(message, Answered) and message not in seen:
            seen.append(message)

    desk = FakeDesk()
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40), message_hook=hook) as pilot:
        await settled(pilot)
        await press(pilot, "O", "x", "tab", "o", "right_square_bracket", "tab", "tab")
    assert len(seen) == 1


@pytest.mark.parametrize("payload", ["[/]", "[red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless_on_every_face(payload: str) -> None:
    async with opened(FakeDesk(plans=[plan(payload=payload)])) as pilot:
        await press(pilot, "O")
        for key in ("x", "x", "tab", "o", "tab", "tab"):
            await press(pilot, key)
            assert not set(shown(pilot)) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (300, 80)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], language: str) -> None:
    speak(language)
    try:
        async with opened(FakeDesk(plans=[plan(1), plan(2)]), size) as pilot:
            await press(pilot, "O")
            for key in ("x", "x", "tab", "x", "o", "tab", "tab"):
                await press(pilot, key)
                strips = pilot.app.screen._compositor.render_strips()
                assert {strip.cell_length for strip in strips} == {size[0]}
    finally:
        speak("zh")


def test_a_part_of_a_bar_is_never_lost_nor_longer_than_the_bar() -> None:
    assert filled((1, 1), 1000, 10) == [1, 1]
    assert filled((10, 0), 10, 10) == [10, 0]
    assert filled((9, 1), 10, 4) == [3, 1]
    assert filled((3, 1), 4, 1) == [1, 0]
    assert filled((0, 0), 0, 10) == [0, 0]
    assert bar({"in_progress": 8}, 8) == "[==========] 0/8", "what is on its way is drawn as in the rows above"


def test_shades_follow_the_share_and_nothing_has_none() -> None:
    assert [shade(count, 4) for count in range(5)] == ["none", "text@heat2", "text@heat3", "text@heat4", "text@heat4"]
    assert shade(1, 100, warm=True) == "text@warm1"
    assert shade(0, 0) == "none"

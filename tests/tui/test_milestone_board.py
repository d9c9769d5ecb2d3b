"""The boards of milestones as a person uses them: looked at, gone about, marked on, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.plan import Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import speak
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import MarkForm
from sciplan_tui.tui.messages import Answered, Finished
from sciplan_tui.tui.screens.milestone.milestones import MilestonesScreen
from tests.hostile import HOSTILE
from tests.tui.driving import matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, FakePlan, plan


def boards(pilot: Pilot[None]) -> MilestonesScreen:
    screen = pilot.app.screen
    assert isinstance(screen, MilestonesScreen)
    return screen


def line(pilot: Pilot[None], part: str) -> str:
    """The one line of the list that has `part`."""
    return next(row for row in shown(pilot).splitlines()[1:] if part in row)


async def test_one_key_leads_from_the_matrix_to_the_nearest_milestone_by_state() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "b")
        text = shown(pilot)
        assert text.startswith(" 2023年中期督查 1/2   2023-12-31 还有 241 天   [看板]")
        assert "任务 9 " in text
        assert "[未标记 8]" in text
        assert "完成 1" in text
        assert "3  教育局 团委 科协" in text
        assert "2  未写牵头" in text
        await press(pilot, "escape")
        assert pilot.app.screen is matrix(pilot)


async def test_left_and_right_go_to_states_that_have_tasks_and_brackets_follow() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "b", "right")
        assert boards(pilot).states.state == "done"
        assert "[完成 1]" in shown(pilot)
        assert "2.1.1 弘扬科学精神" in shown(pilot).splitlines()[-7], "the detail below follows"
        await press(pilot, "right", "left", "left")
        assert "[未标记 8]" in shown(pilot)


async def test_where_there_is_no_room_one_state_shows_at_a_time() -> None:
    async with opened(FakeDesk(), (80, 24)) as pilot:
        await press(pilot, "b")
        assert "2.2.1 树立相信科学、和谐理性的思想观念" in shown(pilot)
        assert "2.1.1" not in shown(pilot)
        await press(pilot, "l")
        assert "2.1.1 弘扬科学精神" in shown(pilot)
        assert "2.2.1" not in shown(pilot)
        assert "未标记 8  [完成 1]" in shown(pilot)


async def test_what_was_told_of_a_mark_stands_on_the_board_and_in_its_form() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "b", "right")
        assert "说明  已报  佐证材料 三号柜" in shown(pilot)
        await press(pilot, "m", "enter")
        form = desk.asked[-1]
        assert isinstance(form, MarkForm)
        assert form[2:] == (Status.DONE, "2023-05-01", "已报", "三号柜")


async def test_tasks_are_selected_marked_and_taken_back() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "b", "j", "space", "space")
        assert "选中 2" in shown(pilot)
        await press(pilot, "m")
        assert "标记 2 项任务" in shown(pilot)
        assert "[2023年中期督查]" in shown(pilot), "the milestone on the board is chosen already"
        await press(pilot, "enter")
        form = desk.asked[-1]
        assert isinstance(form, MarkForm)
        assert (len(form.tasks), form.milestone, form.status) == (2, "midterm-2023", Status.DONE)
        assert "完成 3" in shown(pilot)
        assert "已标记 2 项" in shown(pilot)
        assert "选中" not in shown(pilot)
        await press(pilot, "u")
        assert "已撤销第 7 号" in shown(pilot)
        assert "[未标记 8]" in shown(pilot)


async def test_what_was_read_and_done_comes_as_messages() -> None:
    seen: list[Message] = []

    def hook(message: Message) -> None:
        if isinstance(message, Answered | Finished) and message not in seen:
            seen.append(message)

    desk = FakeDesk()
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40), message_hook=hook) as pilot:
        await settled(pilot)
        await press(pilot, "b", "m", "enter")
    assert [type(one) for one in seen] == [Answered, Finished, Answered]


async def test_brackets_switch_the_milestone_and_tab_the_face() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "b", "right_square_bracket")
        assert shown(pilot).startswith(" 2025年总结评估 2/2")
        assert "推进中 1" in shown(pilot)
        await press(pilot, "left_square_bracket", "tab")
        assert line(pilot, "市教育局").split()[:4] == [">", "市教育局", "4", "3"]
        await press(pilot, "enter")
        assert matrix(pilot).spec.query == "lead:=市教育局"


@pytest.mark.parametrize(
    ("key", "asked"),
    [("home", ("云溪市1-2021", "lead:=市教育局")), ("end", (None, "plan:云溪市1-2021,云溪市2-2021 no:lead"))],
)
async def test_the_matrix_shows_what_a_lead_leads_in_the_plans_that_were_counted(
    key: str, asked: tuple[str | None, str]
) -> None:
    async with opened(FakeDesk(plans=[plan(1), plan(2), plan(3, named=False)])) as pilot:
        await press(pilot, "b", "tab", key, "enter")
        assert (matrix(pilot).spec.plan, matrix(pilot).spec.query) == asked


async def test_the_timeline_tells_when_what_and_how_far_and_leads_to_a_board() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "b", "tab", "tab")
        rows = shown(pilot).splitlines()
        today = next(i for i, row in enumerate(rows) if "今天 2023-05-04" in row)
        assert rows[today + 1].split()[:6] == [">", "2023-12-31", "还有", "241", "天", "2023年中期督查"]
        assert "[#.........] 1/9" in rows[today + 1]
        assert "中期督查  源 第 63 行" in rows[today + 1]
        assert any("科普日" in row for row in rows[today + 3 :])
        await press(pilot, "j", "enter")
        assert shown(pilot).startswith(" 2025年总结评估")


@pytest.mark.parametrize("plans", [[plan(1)], [plan(1), plan(2)]])
async def test_the_timeline_counts_for_each_lead_of_the_milestones_plan(plans: list[FakePlan]) -> None:
    async with opened(FakeDesk(plans=plans)) as pilot:
        await press(pilot, "b", "tab", "tab")
        told = "".join(shown(pilot).splitlines()[-8:])
        assert "牵头单位  教育局 1/4" in told
        assert told.count("教育局 1/4") == 1


async def test_enter_opens_the_task_and_the_way_back_stays_at_it() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "b", "j", "enter")
        assert "2.1.2" in shown(pilot).splitlines()[0]
        await press(pilot, "escape")
        assert line(pilot, "> ").split()[1] == "2.1.2"
        await press(pilot, "escape")
        assert matrix(pilot).matrix.ref is not None
        assert matrix(pilot).matrix.ref.task_id == 1003


async def test_a_plan_without_milestones_says_so_and_one_is_added() -> None:
    desk = FakeDesk(plans=[plan(named=False)])
    async with opened(desk) as pilot:
        await press(pilot, "b")
        assert "没有督查或评估的节点" in shown(pilot)
        await press(pilot, "plus", "enter")
        assert desk.asked[-1] == ("云溪市1-2021", "midterm_review", "2023", None)


async def test_the_board_is_of_the_plan_and_query_of_the_matrix() -> None:
    desk = FakeDesk(plans=[plan(1), plan(2)])
    async with opened(desk) as pilot:
        await press(pilot, "slash", *"农民", "enter", "b")
        assert "筛选 农民" in shown(pilot)
        assert "任务 4 " in shown(pilot)
        assert "全部 2 个方案" in shown(pilot)
        await press(pilot, "m", "enter")


@pytest.mark.parametrize("payload", ["[/]", "[red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless_on_every_face(payload: str) -> None:
    async with opened(FakeDesk(plans=[plan(payload=payload)])) as pilot:
        await press(pilot, "b")
        for keys in ((), ("tab",), ("tab",), ("tab", "m"), ("escape",)):
            await press(pilot, *keys)
            assert not set(shown(pilot)) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (300, 80)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], language: str) -> None:
    speak(language)
    try:
        async with opened(FakeDesk(plans=[plan(1), plan(2)]), size) as pilot:
            await press(pilot, "b")
            for key in ("right", "tab", "tab"):
                await press(pilot, key)
                strips = pilot.app.screen._compositor.render_strips()
                assert {strip.cell_length for strip in strips} == {size[0]}
    finally:
        speak("zh")


async def test_the_states_that_have_tasks_share_the_room_and_the_empty_ones_wait_for_a_wide_screen() -> None:
    async with opened(FakeDesk(), (100, 30)) as pilot:
        await press(pilot, "b", "right")
        widths = [board.size.width for board in pilot.app.screen.query("#states LineList") if board.display]
        assert len(widths) == 2
        assert min(widths) >= 35
        await pilot.resize_terminal(160, 30)
        await settled(pilot)
        assert sum(board.display for board in pilot.app.screen.query("#states LineList")) > 2


async def test_signs_that_stand_for_states_are_told_where_their_names_have_no_room() -> None:
    for width, told in ((80, True), (200, False)):
        async with opened(FakeDesk(), (width, 24)) as pilot:
            await press(pilot, "b", "tab")
            assert ("进=推进中" in shown(pilot)) is told
            await press(pilot, "tab")
            assert "进=推进中" not in shown(pilot)


async def test_a_board_of_no_milestone_has_no_columns_of_pieces() -> None:
    desk = FakeDesk()
    bare = [(reference, row._replace(marks={})) for reference, row in desk.plans[0].rows]
    desk.plans = [replace(desk.plans[0], marks=(), rows=bare)]
    async with opened(desk, (200, 24)) as pilot:
        await press(pilot, "b")
        while "[看板]" not in shown(pilot):
            await press(pilot, "tab")
        assert shown(pilot).splitlines()[1].strip() == "[未标记]"

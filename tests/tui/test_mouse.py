"""The mouse alone: every command is reached from the top line, the keys of the help act, tasks and plans are ticked."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual import events

from sciplan_tui.tui.screens.help import HelpScreen
from sciplan_tui.tui.screens.palette import PaletteScreen
from sciplan_tui.tui.screens.plans import PlansScreen
from sciplan_tui.tui.screens.theme import ThemeScreen
from sciplan_tui.tui.widgets.line_list import LineList
from sciplan_tui.tui.widgets.query.query_line import QueryLine
from tests.tui.all_screens import SCREENS, every_screen, standing_at
from tests.tui.driving import click, matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, plan


async def test_the_top_line_opens_the_commands_on_every_screen() -> None:
    async with standing_at((), (80, 24)) as pilot:
        async for name in every_screen(pilot, {name: keys for name, keys in SCREENS.items() if name != "help"}):
            await click(pilot, offset=(3, 0))
            assert isinstance(pilot.app.screen, PaletteScreen), name


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_line_of_keys_names_the_commands(size: tuple[int, int]) -> None:
    async with opened(FakeDesk(), size) as pilot:
        line = shown(pilot).splitlines()[-1]
        assert "Ctrl+P 命令" in line
        await click(pilot, offset=(cell_len(line[: line.index("Ctrl+P")]) + 2, size[1] - 1))
        assert isinstance(pilot.app.screen, PaletteScreen)


async def test_a_line_of_the_help_does_what_its_key_does_and_others_do_nothing() -> None:
    async with opened(FakeDesk(), (120, 40)) as pilot:
        for title, keys, place in (
            ("没有这一行", (), HelpScreen),
            ("看一个方案、几个或全部", (), PlansScreen),
            ("看一个方案、几个或全部", ("down", "down"), PlansScreen),
            ("换配色：深", ("pagedown",), ThemeScreen),
        ):
            await press(pilot, "question_mark", *keys)
            lines = shown(pilot).splitlines()
            await click(pilot, offset=(30, next((y for y, line in enumerate(lines) if title in line), 1)))
            assert isinstance(pilot.app.screen, place)
            await press(pilot, "escape")


async def test_a_click_at_the_left_of_a_task_selects_it_and_with_shift_all_up_to_it() -> None:
    async with opened(FakeDesk(), (120, 40)) as pilot:
        head = matrix(pilot).matrix.scene.layout.head
        for y, shift, count in ((2, False, 1), (5, True, 4), (3, False, 3)):
            await click(pilot, "#matrix", offset=(1 if not shift else 20, head + y), shift=shift)
            assert len(matrix(pilot).matrix.selected) == count


async def test_a_click_at_the_left_of_a_plan_ticks_it() -> None:
    async with opened(FakeDesk(plans=[plan(1), plan(2)]), (120, 40)) as pilot:
        await pilot.press("p")
        await settled(pilot)
        for row in (1, 2):
            await click(pilot, "PlanList", offset=(0, row))
        assert shown(pilot).count("* 云溪市") == 2
        await click(pilot, "PlanList", offset=(9, 1))
        assert "plan:" in matrix(pilot).spec.query


@pytest.mark.parametrize(("written", "good", "wrong"), [("科", "科", False), ("bad:x", "bad", True)])
async def test_a_click_on_the_matrix_ends_a_query_as_enter_does(written: str, good: str, wrong: bool) -> None:
    async with opened(FakeDesk(), (120, 40)) as pilot:
        screen = matrix(pilot)
        await press(pilot, "slash", *written)
        await click(pilot, "#matrix", offset=(20, screen.matrix.scene.layout.head + 1))
        assert screen.has_class("asking") == screen.query_line.line.has_focus == wrong
        assert screen.spec.query == good


async def test_who_looks_at_another_window_comes_back_to_the_query() -> None:
    async with opened(FakeDesk(), (120, 40)) as pilot:
        await press(pilot, "slash", "科")
        for look in (events.AppBlur(), events.AppFocus()):
            pilot.app.post_message(look)
            await settled(pilot)
        assert matrix(pilot).query_line.line.has_focus


@pytest.mark.parametrize(("key", "written"), [("U", "科"), ("H", "标记")])
async def test_a_click_on_a_list_ends_its_filter_as_enter_does(key: str, written: str) -> None:
    async with standing_at((key,), (120, 40)) as pilot:
        before = pilot.app.screen.query_one(LineList).keys
        await press(pilot, "slash", *written)
        left = pilot.app.screen.query_one(LineList).keys
        await click(pilot, LineList, offset=(20, 1))
        assert left == pilot.app.screen.query_one(LineList).keys != before
        assert not pilot.app.screen.query_one(QueryLine).has_class("open")
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(LineList).keys == before


async def test_a_click_beside_a_path_does_not_go_there() -> None:
    async with standing_at(("i",), (120, 40)) as pilot:
        before = shown(pilot).splitlines()[0]
        await press(pilot, "slash", *"~/..")
        await click(pilot, LineList, offset=(20, 0))
        assert shown(pilot).splitlines()[0] == before
        assert not pilot.app.screen.query_one(QueryLine).has_class("open")

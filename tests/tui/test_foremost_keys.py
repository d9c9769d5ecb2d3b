"""The line of keys says the five that matter now, and the palette only what would do something."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.pilot import Pilot

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.actions import of
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.screens.palette import PaletteScreen
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.workspace.journal.news import News
from tests.tui.all_screens import FORMS, SCREENS, every_screen, standing_at
from tests.tui.driving import click, matrix, opened, press, shown
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_doubts import FakeDoubts
from tests.tui.fake_review import FakeReview


def keys(pilot: Pilot[None]) -> list[str]:
    """What the line of keys says."""
    return shown(pilot).splitlines()[-1].split("   ")


def offered(pilot: Pilot[None]) -> list[str]:
    """The titles in the palette."""
    screen = pilot.app.screen
    assert isinstance(screen, PaletteScreen)
    return [one.title for one in screen._found]


async def test_the_keys_follow_what_is_shown_and_selected() -> None:
    async with opened(FakeDesk()) as pilot:
        assert [key.strip() for key in keys(pilot) if key.strip()] == [
            "/ 筛选", "m 标记", "Enter 打开", "u 撤销", "e 导出", "? 帮助",
            "Ctrl+P 命令",
        ]  # fmt: skip
        await press(pilot, "l")
        assert "w 责任清单" in shown(pilot)
        await press(pilot, "space")
        assert [key.strip() for key in keys(pilot)][:3] == ["m 标记", "Esc 清除", "* 反选"]
        await press(pilot, "v")
        assert keys(pilot)[0].strip() == "v 选范围"
        await press(pilot, "escape", "slash", "科", "enter")
        assert "Esc 清除" in shown(pilot)


async def test_five_keys_and_those_that_show_all() -> None:
    async with standing_at((), (200, 40)) as pilot:
        async for name in every_screen(pilot, SCREENS):
            told = [key.strip() for key in keys(pilot) if key.strip()]
            assert len([key for key in told if not key.startswith(("?", "Ctrl+P"))]) <= 5, name
            way_out = "离开" if name == "welcome" else "返回"
            assert len(pilot.app.screen_stack) == 1 or any(way_out in key for key in told), name


async def test_a_click_on_a_key_does_what_the_key_does() -> None:
    async with opened(FakeDesk()) as pilot:
        line = shown(pilot).splitlines()[-1]
        at = cell_len(line[: line.index("Enter 打开")])
        await click(pilot, "MatrixScreen > KeyLine", offset=(at + 3, 0))
        await press(pilot)
        assert len(pilot.app.screen_stack) == 2


async def test_a_form_and_a_list_are_left_by_a_click() -> None:
    async with standing_at(()) as pilot:
        async for name in every_screen(pilot, {name: keys for name, keys in FORMS.items() if name != "query"}):
            depth = len(pilot.app.screen_stack)
            line = pilot.app.screen.query_one(KeyLine)
            told = line.render().plain
            at = cell_len(told[: told.index("Esc")])
            await click(pilot, line, offset=(at + 1, 0))
            await press(pilot)
            assert len(pilot.app.screen_stack) == depth - 1, name


async def test_a_form_is_accepted_by_a_click() -> None:
    async with standing_at(("m",)) as pilot:
        line = pilot.app.screen.query_one(KeyLine)
        told = line.render().plain
        await click(pilot, line, offset=(cell_len(told[: told.index("Enter")]) + 1, 0))
        await press(pilot)
        assert "已标记" in shown(pilot)


@dataclass
class NothingDone(FakeDesk):
    """A desk on which nothing can be taken back."""

    def news(self, after: int | None) -> News:
        return News(undo=False, redo=False)


async def test_the_palette_offers_only_what_would_do_something() -> None:
    async with opened(NothingDone()) as pilot:
        assert "u 撤销" not in shown(pilot)
        await press(pilot, "ctrl+p")
        assert not {"撤销", "重做", "展开", "清除", "下", "命令"} & set(offered(pilot))
        assert {"筛选", "标记", "打开", "语言", "配色", "历史", "责任清单"} <= set(offered(pilot))
    async with opened(NothingDone(plans=[plan(named=False)])) as pilot:
        await press(pilot, "ctrl+p")
        assert "责任清单" not in offered(pilot)
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "l", "l", "space", "colon")
        assert {"撤销", "责任清单", "清除", "反选"} <= set(offered(pilot))


async def test_the_palette_leads_to_views_and_plans() -> None:
    desk = FakeDesk(plans=[plan(1), plan(2)])
    async with opened(desk) as pilot:
        grid = matrix(pilot).matrix
        grid.scene = replace(grid.scene, frame=replace(grid.frame, all_plans=tuple(p.head.key for p in desk.plans)))
        await press(pilot, "V", "plus", "甲", "enter", "escape")
        await press(pilot, "ctrl+p", "甲")
        assert "甲" in offered(pilot)
        await press(pilot, "escape", "ctrl+p", *"2-2021")
        assert offered(pilot) == ["云溪市2-2021"]
        await press(pilot, "enter")
        assert matrix(pilot).spec == ViewSpec(plan="云溪市2-2021")


async def test_a_choice_in_the_palette_is_done() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "ctrl+p", "历", "史", "enter")
        assert len(pilot.app.screen_stack) == 2


def test_every_key_line_finds_its_names() -> None:
    app = SciplanApp(FakeDesk(), None, None)
    assert {one.name for one in of("matrix", "move", "app")} >= {"unit", "board", "invert", "range", "plan"}
    assert app.news is None


@dataclass
class NothingWaits(FakeDesk):
    """A desk on which nothing is in doubt, and nothing is left to be decided."""

    def news(self, after: int | None) -> News:
        return News(doubtful=frozenset(), undecided=frozenset())


async def test_where_nothing_waits_nothing_is_offered_to_be_decided() -> None:
    async with opened(NothingWaits()) as pilot:
        await press(pilot, "ctrl+p")
        assert not {"待定", "疑点"} & set(offered(pilot))
        await press(pilot, "escape", "R")
        assert "没有待定的变更" in shown(pilot)
    desk = FakeDesk(review=FakeReview(pending=True, waits=()))
    desk.problems = FakeDoubts(desk.open_view().task, [])
    async with opened(desk) as pilot:
        for key, titles in (("R", {"取舍", "应用", "全要"}), ("D", {"处理完", "下一个", "打开"})):
            await press(pilot, key)
            assert [told for told in keys(pilot) if told.strip()] == [" Esc 返回", "? 帮助", "Ctrl+P 命令"], key
            await press(pilot, "ctrl+p")
            assert not titles & set(offered(pilot)), key
            await press(pilot, "escape", "escape")


async def test_the_help_tells_which_keys_have_nothing_to_do() -> None:
    async with opened(NothingDone()) as pilot:
        await press(pilot, "question_mark")
        told = {line.split()[1]: line for line in shown(pilot).splitlines() if len(line.split()) > 2}
        assert "此刻用不上" in told["展开"]
        assert "此刻用不上" not in told["筛选"]

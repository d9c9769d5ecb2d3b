"""Views by name on the screens: kept, shown, renamed, dropped, taken back; and the last one at the next start."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciplan_tui.core.view.named import NamedView
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.actions import of
from sciplan_tui.tui.clipboard import sequence_of
from sciplan_tui.tui.last_view import keep_last, last_frame
from sciplan_tui.tui.screens.views import ViewsScreen
from sciplan_tui.workspace.view.remembering import Memory
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.tui.driving import matrix, opened, press, shown
from tests.tui.fake_desk import FakeDesk, plan
from tests.viewing_data import TODAY


def memory(**queries: str) -> Memory:
    made = Memory()
    made.change_views({name: NamedView(name, query=query) for name, query in queries.items()})
    return made


async def listed(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, ViewsScreen)
    return [str(key) for key in screen.lines.keys]


async def test_what_is_on_screen_is_kept_and_shown_again() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", "农", "enter", "c", "V", "plus", "enter")
        assert "已存为 农" in shown(pilot)
        assert await listed(pilot) == ["", "农"]
        assert "sciplan tasks '农'" in shown(pilot)
        await press(pilot, "escape", "escape", "c")
        assert matrix(pilot).spec == ViewSpec()
        await press(pilot, "V", "down", "enter")
        assert matrix(pilot).spec == ViewSpec(query="农", hide_empty=False)
        assert "任务 2/9" in shown(pilot)


async def test_a_view_is_renamed_and_dropped_and_each_is_taken_back() -> None:
    desk = FakeDesk(memory=memory(a="x", b="y"))
    async with opened(desk) as pilot:
        await press(pilot, "V", "down", "r", "c", "enter")
        assert await listed(pilot) == ["", "b", "c"]
        await press(pilot, "minus")
        assert await listed(pilot) == ["", "b"]
        await press(pilot, "u")
        assert await listed(pilot) == ["", "b", "c"]
        await press(pilot, "u")
        assert await listed(pilot) == ["", "a", "b"]
        assert desk.memory is not None
        assert desk.memory.views["a"].query == "x"
        await press(pilot, "u")
        assert "还没有做过什么" in shown(pilot)


async def test_a_name_that_is_taken_is_refused_where_it_is_written() -> None:
    async with opened(FakeDesk(memory=memory(a="x", b="y"))) as pilot:
        await press(pilot, "V", "down", "r", "b", "enter")
        assert "已有视图 b" in shown(pilot)
        await press(pilot, "backspace", "enter")
        assert "要有一个名称" in shown(pilot)


async def test_the_same_name_is_replaced_and_taken_back() -> None:
    async with opened(FakeDesk(memory=memory(农="x"))) as pilot:
        await press(pilot, "slash", "农", "enter", "V", "plus", "enter")
        assert "已换成现在看的" in shown(pilot)
        assert "sciplan tasks '农'" in shown(pilot)
        await press(pilot, "u")
        assert "sciplan tasks 'x'" in shown(pilot)


async def test_a_view_whose_plan_is_gone_is_refused_and_the_list_stays() -> None:
    made = Memory()
    made.change_views({"旧": NamedView("旧", "无市-2000")})
    async with opened(FakeDesk(memory=made)) as pilot:
        await press(pilot, "V", "down", "enter")
        assert isinstance(pilot.app.screen, ViewsScreen)
        assert "没有与“无市-2000”相符的方案" in shown(pilot) or '没有与"无市-2000"相符的方案' in shown(pilot)


async def test_only_views_have_names_to_change() -> None:
    async with opened(FakeDesk()) as pilot:
        for key in ("r", "minus"):
            await press(pilot, "V", key)
            assert "先把光标移到一个视图上" in shown(pilot)
            await press(pilot, "escape")
        await press(pilot, "V", "enter")
        assert pilot.app.screen is matrix(pilot)


async def test_the_command_goes_to_the_terminal_and_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    async with opened(FakeDesk()) as pilot:
        assert pilot.app._driver is not None
        monkeypatch.setattr(pilot.app._driver, "write", sent.append)
        wanted = sequence_of("sciplan tasks -- '-农'", inside_tmux=bool(os.environ.get("TMUX")))
        await press(pilot, "slash", *"-农", "enter", "Y")
        assert sent.count(str(wanted)) == 1
        assert "sciplan tasks -- '-农'" in shown(pilot)
        await press(pilot, "ctrl+p", *"复制命令", "enter")
        assert sent.count(str(wanted)) == 2


async def test_a_hostile_name_does_nothing() -> None:
    made = Memory()
    name = "[/]\x1b]0;x\x07[red]名"
    made.change_views({name: NamedView(name, query="[/b]")})
    async with opened(FakeDesk(memory=made), (80, 24)) as pilot:
        await press(pilot, "V", "down")
        assert "[/]" in shown(pilot)
        assert "\x1b" not in shown(pilot)
        strips = pilot.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {80}


async def test_what_is_on_screen_is_what_will_come_back() -> None:
    desk = FakeDesk(plans=[plan(), plan(2)])
    async with opened(desk) as pilot:
        await press(pilot, "slash", "农", "enter", "c")
        assert desk.memory is not None
        assert desk.memory.shown == ViewSpec(query="农", hide_empty=False)


async def test_what_there_is_to_say_of_the_last_view_is_said_once() -> None:
    made = Memory()
    made.said = "上次看的已不合用"
    async with opened(FakeDesk(memory=made)) as pilot:
        assert "上次看的已不合用" in shown(pilot)
        await press(pilot, "j")
        assert "上次看的已不合用" not in shown(pilot)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "a.db")


def test_the_last_view_comes_back(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    with View.open(database, TODAY) as view:
        memory = Memory(database, file)
        assert last_frame(view, memory).spec == ViewSpec()
        memory.shown = ViewSpec("甲市-2021", "科协", folded=frozenset({3}))
        keep_last(view, memory)
        again = Memory(database, file)
        assert (last_frame(view, again).spec, again.said) == (memory.shown, "")


def test_a_last_view_that_no_longer_fits_gives_way_with_a_sentence(database: Path, tmp_path: Path) -> None:
    for gone in (NamedView(plan="无市-2000"), NamedView(query="mark:gone=done"), NamedView(query="led:x")):
        memory = Memory()
        memory.keep_last(gone)
        with View.open(database, TODAY) as view:
            assert last_frame(view, memory).spec == ViewSpec()
        assert memory.said.startswith("上次看的已不合用")
    file = tmp_path / "views.json"
    file.write_text("{", encoding="utf-8")
    with View.open(database, TODAY) as view:
        memory = Memory(database, file)
        assert last_frame(view, memory).spec == ViewSpec()
    assert "放到一边" in memory.said


def test_where_the_last_view_cannot_be_kept_that_is_said(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "full").write_text("", encoding="utf-8")
    memory = Memory(database, tmp_path / "full" / "views.json")
    memory.shown = replace(ViewSpec(), query="x")
    with View.open(database, TODAY) as view:
        keep_last(view, memory)
    assert "views.json" in capsys.readouterr().err


def test_no_key_does_two_things_on_the_screen_of_views_or_on_the_query_line() -> None:
    for scopes in (ViewsScreen.SCOPES, ("filter", "query")):
        keys = [key for action in of(*scopes) for key in action.keys]
        assert len(keys) == len(set(keys))

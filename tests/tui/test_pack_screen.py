"""The form of a meeting's pack: from three screens, told how far it is, broken off, and never over another unawares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.desk.out import PackForm
from sciplan_tui.tui.screens.export.pack import PackScreen
from sciplan_tui.tui.screens.export.writing import Advanced, Stopped
from tests.tui.driving import opened, press, settled, shown, until
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_out import FakeOut

FOLDER = "sciplan-pack-2023-05-04"
FORM = PackForm(ViewSpec(), "midterm-2023", date(2023, 5, 4), FOLDER)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("way", [("B",), ("b", "B"), ("O", "B")])
async def test_one_key_on_the_matrix_the_board_and_the_overview(way: tuple[str, ...]) -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, *way)
        assert isinstance(pilot.app.screen, PackScreen)
        assert FOLDER in shown(pilot)
        await press(pilot, "enter")
        assert desk.asked == [FORM]
        assert f"会议材料写好了 {FOLDER}" in shown(pilot)


async def test_the_query_the_day_and_the_folder_are_asked_for() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "slash", *"科学", "enter", "B")
        assert "会议材料：科学" in shown(pilot)
        await press(pilot, *"2023", "right", "down", *"2025-11-01", "down", "2")
        assert "sciplan-pack-2025-11-01" in shown(pilot), "the folder bears the day"
        await press(pilot, "enter")
        day = date(2025, 11, 1)
        asked = PackForm(ViewSpec(query="科学"), "evaluation-2025", day, f"sciplan-pack-{day}", proposed=True)
        assert desk.asked == [asked]


async def test_what_is_no_day_and_no_folder_is_said() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "B", "down", *"soon", "enter")
        assert desk.asked == []
        await press(pilot, "up", "down", *"2023-05-04", "down", "down", "delete", "enter")
        assert desk.asked == []
        assert "请写一个文件夹" in shown(pilot)


async def test_a_pack_that_is_there_is_replaced_by_a_second_enter() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "B", "enter", "B", "enter")
        assert len(desk.asked) == 1
        assert "再按一次 Enter" in shown(pilot)
        await press(pilot, "enter")
        assert [form.force for form in desk.asked] == [False, True]  # type: ignore[attr-defined]


async def test_what_refuses_is_said_and_the_form_stays() -> None:
    async with opened(FakeDesk(), (100, 30)) as pilot:
        await press(pilot, "B", "down", "down", "down", *"bad", "enter")
        assert isinstance(pilot.app.screen, PackScreen)
        assert "不是文件夹" in shown(pilot)


async def test_without_a_milestone_it_is_said_how_to_add_one() -> None:
    async with opened(FakeDesk(plans=[plan(named=False)]), (100, 30)) as pilot:
        await press(pilot, "B")
        assert not isinstance(pilot.app.screen, PackScreen)
        assert "M" in shown(pilot)


async def test_it_is_told_how_far_it_is_and_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()

    def slow(self: FakeOut, form: PackForm, step: Callable[[int, int], None]) -> str:
        step(1, 4)
        begun.set()
        go_on.wait(10)
        step(2, 4)
        return "written"

    monkeypatch.setattr(FakeOut, "pack", slow)
    heard: list[object] = []
    async with opened(FakeDesk(), (100, 30)) as pilot:
        screen_of = pilot.app
        await press(pilot, "B")
        form = screen_of.screen
        assert isinstance(form, PackScreen)
        original = form.post_message
        monkeypatch.setattr(form, "post_message", lambda one: (heard.append(one), original(one))[1])
        await press(pilot, "enter", reads=False)
        await until(begun.is_set)
        await press(pilot, "escape", reads=False)
        go_on.set()
        await settled(pilot)
        assert any(isinstance(one, Advanced) for one in heard)
        assert any(isinstance(one, Stopped) for one in heard)
        assert screen_of.screen is form
        assert "没有写文件" in shown(pilot)

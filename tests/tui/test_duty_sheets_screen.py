"""The form of duty sheets: of one unit or of all on screen, told how far it is, and never over others unawares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.desk.out import DutySheetsForm
from sciplan_tui.tui.screens.export.duty_sheets import DutySheetsScreen
from sciplan_tui.tui.screens.unit.unit import UnitScreen
from tests.tui.driving import opened, press, settled, shown, until
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_out import FakeOut

FOLDER = "sciplan-责任清单"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(DutySheetsScreen, "sender", "")


async def test_one_key_on_the_matrix_writes_the_sheets_of_all_units_on_screen() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "slash", *"科学", "enter", "W")
        assert isinstance(pilot.app.screen, DutySheetsScreen)
        assert "的单位  科学" in shown(pilot)
        await press(pilot, "enter")
        assert desk.asked == [DutySheetsForm(ViewSpec(query="科学"), (), FOLDER)]
        assert f"责任清单写好了 {FOLDER}" in shown(pilot)


async def test_one_key_on_the_page_of_a_unit_writes_its_sheet() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "j", "l", "w", "W", "enter")
        assert isinstance(pilot.app.screen, UnitScreen)
        (form,) = desk.asked
        assert isinstance(form, DutySheetsForm)
        assert form.units == (pilot.app.screen.unit_id,)
        assert "责任清单写好了" in shown(pilot)


async def test_format_note_sender_and_day_are_asked_for_and_the_sender_is_there_again() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        keys = ("W", "2", "down", "2", "down", *"office", "down", *"2023-06-30", "down", *"out", "enter")
        await press(pilot, *keys)
        asked = DutySheetsForm(ViewSpec(), (), "out", "docx", False, "office", date(2023, 6, 30))
        assert desk.asked == [asked]
        await press(pilot, "W")
        assert "office" in shown(pilot)


async def test_what_is_no_day_and_no_folder_is_said() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "W", "up", "up", *"soon", "enter")
        assert desk.asked == []
        assert isinstance(pilot.app.screen, DutySheetsScreen)
        await press(pilot, *["delete"] * 4, *["backspace"] * 4, "down", "delete", "enter")
        assert desk.asked == []
        assert "请写一个文件夹" in shown(pilot)


async def test_files_that_are_there_are_replaced_by_a_second_enter() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "W", "enter", "W", "enter")
        assert len(desk.asked) == 1
        assert "再按一次 Enter" in shown(pilot)
        assert "--force" not in shown(pilot)
        await press(pilot, "enter")
        assert [form.force for form in desk.asked] == [False, True]  # type: ignore[attr-defined]


async def test_what_refuses_is_said_and_the_form_stays() -> None:
    async with opened(FakeDesk(), (100, 30)) as pilot:
        await press(pilot, "W", "up", *"bad", "enter")
        assert isinstance(pilot.app.screen, DutySheetsScreen)
        assert "不是文件夹" in shown(pilot)


async def test_without_units_there_is_nothing_to_write() -> None:
    async with opened(FakeDesk(plans=[plan(named=False)]), (100, 30)) as pilot:
        await press(pilot, "W")
        assert not isinstance(pilot.app.screen, DutySheetsScreen)
        assert "没有责任清单可写" in shown(pilot)


async def test_broken_off_it_says_how_many_are_written_and_where(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()

    def slow(self: FakeOut, form: DutySheetsForm, step: Callable[[int, int], None]) -> str:
        step(13, 27)
        begun.set()
        go_on.wait(10)
        step(14, 27)
        return "written"

    monkeypatch.setattr(FakeOut, "duty_sheets", slow)
    async with opened(FakeDesk(), (100, 30)) as pilot:
        await press(pilot, "W")
        form = pilot.app.screen
        await press(pilot, "enter", reads=False)
        await until(begun.is_set)
        await press(pilot, "escape", reads=False)
        go_on.set()
        await settled(pilot)
        assert pilot.app.screen is form
        assert f"写好的 14 个单位的清单留在 {FOLDER}" in shown(pilot)

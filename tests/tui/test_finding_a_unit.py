"""On the page of a unit another one is found by a few characters."""

from __future__ import annotations

import pytest

from sciplan_tui.core.view.finding import Found, Hit
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.screens.find import _of_units
from sciplan_tui.tui.screens.unit.unit import UnitScreen
from tests.tui.driving import opened, press, shown
from tests.tui.fake_desk import FakeDesk


def test_only_units_are_told_and_counted() -> None:
    spec = ViewSpec()
    found = Found("科", (Hit(3, "市科技局", spec), Hit(1001, "科普", spec, "2.1"), Hit(11, "市科协", spec)), 9)
    assert _of_units(found) == Found("科", (found.hits[0], found.hits[2]), 2)


async def test_slash_goes_to_another_unit_and_esc_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(self: object, spec: ViewSpec, day: object, text: str) -> Found:
        return Found(text, (Hit(units[2], "市科技局", spec), Hit(units[3], "市教育局", spec), task), 3)

    units = [unit.unit_id for unit in FakeDesk().open_view().frame(ViewSpec()).units]
    task = Hit(1001, "科普", ViewSpec(), "2.1")
    monkeypatch.setattr("tests.tui.fake_finding.FakeFrames.find", find)
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "l", "w")
        page = pilot.app.screen
        assert isinstance(page, UnitScreen)
        before = page.unit_id
        await press(pilot, "slash", *"kx", "escape")
        assert pilot.app.screen is page
        assert page.unit_id == before
        await press(pilot, "slash", *"kx")
        assert "科普" not in shown(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.screen is page
        assert page.unit_id == units[3]


async def test_the_page_of_no_unit_is_that_of_one_which_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    units = [unit.unit_id for unit in FakeDesk().open_view().frame(ViewSpec()).units]
    told = Found("kx", (Hit(units[2], "市科协", ViewSpec()),), 1)
    monkeypatch.setattr("tests.tui.fake_finding.FakeFrames.find", lambda self, spec, day, text: told)
    async with opened(FakeDesk()) as pilot:
        matrix = pilot.app.screen
        await press(pilot, "0", "w", "escape")
        assert pilot.app.screen is matrix
        await press(pilot, "w", *"kx", "enter")
        page = pilot.app.screen
        assert isinstance(page, UnitScreen)
        assert page.unit_id == units[2]

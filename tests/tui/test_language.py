"""The other language, by a key, on every screen that is open: as if it had been opened so, and nothing moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sciplan_tui import locale
from sciplan_tui.tui.app import SciplanApp
from tests.tui.all_screens import SCREENS, drawn, every_screen, standing_at
from tests.tui.driving import press, shown
from tests.tui.fake_desk import FakeDesk


@pytest.fixture(autouse=True)
def _chinese_again() -> Iterator[None]:
    yield
    locale.speak("zh")


async def seen(begun_in: str, switches: int) -> dict[str, tuple[list[str], list[str]]]:
    """Each screen after so many switches, and the matrix below it."""
    told = {}
    async with standing_at(()) as pilot:
        async for name in every_screen(pilot, SCREENS):
            await press(pilot, *["L"] * switches)
            here = drawn(pilot)
            while len(pilot.app.screen_stack) > 1:
                pilot.app.pop_screen()
            await press(pilot)
            told[name] = here, drawn(pilot)
            if locale.language() != begun_in:
                await press(pilot, "L")
    return told


async def test_a_screen_speaks_the_other_language_as_if_it_had_been_opened_so() -> None:
    locale.speak("zh")
    switched = await seen("zh", 1)
    locale.speak("en")
    opened_so = await seen("en", 2)
    assert list(switched) == list(SCREENS)
    for name, screen in switched.items():
        assert screen == opened_so[name], name


async def test_an_empty_database_is_told_in_the_other_language() -> None:
    locale.speak("zh")
    app = SciplanApp(FakeDesk(), None, None)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "L")
        assert "Import" in shown(pilot)
        assert "导入" not in shown(pilot)


async def test_a_line_that_is_written_on_takes_the_letter() -> None:
    async with standing_at(("slash",)) as pilot:
        await press(pilot, "L")
        assert locale.language() == "zh"
        assert "筛选" in shown(pilot)

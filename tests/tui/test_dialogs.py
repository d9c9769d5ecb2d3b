"""Dialogs on a small screen: nothing of what lies below is left standing beside them in pieces."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sciplan_tui.locale import LANGUAGES, say, speaking
from sciplan_tui.tui.screens.form.field_form import Field
from sciplan_tui.tui.screens.form.form import GAP
from sciplan_tui.tui.widgets.field import Choice, TextLine
from tests.tui.all_screens import FORMS, every_screen, standing_at
from tests.tui.driving import opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk


@pytest.mark.parametrize("key", ["m", "M", "t", "p", "ctrl+p"])
@pytest.mark.parametrize(("width", "taken"), [(80, 80), (95, 95), (96, 76), (120, 76)])
async def test_a_dialog_takes_a_small_screen_whole(key: str, width: int, taken: int) -> None:
    async with opened(FakeDesk(), (width, 24)) as pilot:
        await press(pilot, "j", key)
        region = pilot.app.screen.query_one(".dialog").region
        assert region.width == taken
        assert region.x == (width - taken) // 2
        await pilot.resize_terminal(80 if width > 80 else 120, 24)
        await settled(pilot)
        assert pilot.app.screen.query_one(".dialog").region.width == (80 if width > 80 else 76)


@pytest.mark.parametrize("key", ["m", "M", "t", "e"])
async def test_the_names_of_fields_begin_with_a_capital_in_every_form(key: str) -> None:
    with speaking("en"):
        async with opened(FakeDesk(), (120, 30)) as pilot:
            await press(pilot, "j", key)
            names = [str(row.children[0].render()) for row in pilot.app.screen.query(".row")]
    assert names
    assert all(name[0].isupper() for name in names if name)


async def test_the_terminals_cursor_stands_on_the_line_that_is_written_on_in_every_form() -> None:
    written = []
    async with standing_at((), (80, 24)) as pilot:
        async for form in every_screen(pilot, FORMS):
            lines = [line for line in pilot.app.screen.query(TextLine) if line.region]
            for line in [line for line in lines if line.has_focus] or lines[:1]:
                pilot.app.screen.set_focus(line)
                await settled(pilot)
                region = line.content_region
                assert region.contains_point(pilot.app.cursor_position), form
                assert pilot.app.cursor_position.x - region.x == cell_len(line.value[: line.cursor_position]), form
                written.append(form)
    assert len(written) > len(FORMS) // 2


def test_an_empty_field_that_must_be_filled_says_so() -> None:
    hints = [Field("name", hint="如某局", needed=needed).widget().placeholder for needed in (True, False)]
    assert hints == ["要填  如某局", "如某局"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_name_of_a_field_stands_on_one_line_with_a_gap_behind_it(language: str) -> None:
    with speaking(language):
        async with standing_at((), (80, 24)) as pilot:
            async for form in every_screen(
                pilot, {name: FORMS[name] for name in ("mark", "milestone", "export", "pack")}
            ):
                labels = [row.children[0] for row in pilot.app.screen.query(".row") if row.display]
                assert labels, form
                widest = max(cell_len(str(label.render())) for label in labels)
                assert {label.size.width + label.styles.padding.right for label in labels} == {widest + GAP}, form


async def test_every_field_of_a_form_tells_the_keys_and_a_line_takes_the_sign_as_text() -> None:
    async with opened(FakeDesk(), (80, 24)) as pilot:
        await press(pilot, "j", "m", "question_mark")
        assert "标记和导出的窗口里" in shown(pilot)
        await press(pilot, "escape", "up", "up", "x", "question_mark")
        assert pilot.app.screen.query_one("#note", TextLine).value == "x?"
        await press(pilot, "f1")
        assert "照填写的做" in shown(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.query_one("#note", TextLine).value == "x?"


async def test_a_date_written_a_field_too_early_chooses_nothing_and_it_is_said_how_one_chooses() -> None:
    async with opened(FakeDesk(), (80, 24)) as pilot:
        await press(pilot, "j", "M", *"2023年")
        kind, year = pilot.app.screen.query_one("#kind", Choice), pilot.app.screen.query_one("#year", TextLine)
        assert (kind.value, year.value) == ("midterm_review", "2023")
        assert "这一格是选的" in shown(pilot)
        await press(pilot, "tab", "2")
        assert (kind.value, year.value) == ("midterm_review", "2")
        assert "这一格是选的" not in shown(pilot), "something else is filled in now"


async def test_what_was_wrong_is_said_until_something_else_is_filled_in() -> None:
    async with opened(FakeDesk(), (80, 24)) as pilot:
        await press(pilot, "j", "m", "tab", "tab", *"never", "enter")
        assert say("tui.mark.bad_date") in shown(pilot)
        await press(pilot, "left")
        assert say("tui.mark.bad_date") in shown(pilot)
        await press(pilot, "backspace")
        assert say("tui.mark.bad_date") not in shown(pilot)

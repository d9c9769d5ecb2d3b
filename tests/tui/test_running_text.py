"""A sentence fills its lines, and no line is broken off where a blank happens to stand."""

from __future__ import annotations

from textual.app import App, ComposeResult

from sciplan_tui.tui.widgets.running_text import RunningText


class Shown(App[None]):
    """A sentence in twenty cells."""

    CSS = "RunningText { width: 20; height: auto; }"

    def compose(self) -> ComposeResult:
        yield RunningText()


async def test_lines_are_filled_across_blanks_and_the_widget_is_as_high_as_they_are() -> None:
    async with Shown().run_test() as pilot:
        text = pilot.app.query_one(RunningText)
        assert text.size.height == 0
        text.say("这项任务承用 2.1 的分工，补上后不再随上级变。")
        await pilot.pause()
        assert text.render().plain.split("\n") == ["这项任务承用 2.1 的", "分工，补上后不再随上", "级变。"]
        assert text.size.height == 3
        text.say("一句。\n又一句。")
        await pilot.pause()
        assert (text.render().plain, text.size.height) == ("一句。\n又一句。", 2)

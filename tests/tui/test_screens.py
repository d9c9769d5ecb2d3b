"""The screens as a person uses them: keys in, what stands on the screen out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.plan import Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import speak
from sciplan_tui.tui.actions import ACTIONS, SCOPES
from sciplan_tui.tui.desk.desk import MarkForm
from sciplan_tui.tui.desk.out import ExportForm
from sciplan_tui.tui.screens.help import _keys as help_lines
from sciplan_tui.tui.screens.milestone.adding import MilestoneForm
from tests.hostile import HOSTILE
from tests.tui.driving import click, matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, plan


async def test_the_first_screen_shows_tasks_units_marks_and_counts() -> None:
    async with opened(FakeDesk()) as pilot:
        text = shown(pilot)
    assert "任务 9/9" in text
    assert "单位 14/14" in text
    assert "青少年科学素质提升行动" in text
    assert "23 25" in text


async def test_a_filter_works_as_it_is_written_and_the_cursor_keeps_its_task() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "j", "j", "j", "j")
        task = matrix(pilot).matrix.ref
        await press(pilot, "slash", "农", "民")
        assert "任务 2/9" in shown(pilot)
        await press(pilot, "enter")
        assert matrix(pilot).matrix.ref == task
        assert matrix(pilot).matrix.has_focus
        await press(pilot, "escape")
        assert "任务 9/9" in shown(pilot)
        assert matrix(pilot).matrix.ref == task


async def test_the_cursor_returns_to_its_task_after_a_filter_that_hid_it() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "j")
        task = matrix(pilot).matrix.ref
        await press(pilot, "slash", "农", "民", "escape")
        assert matrix(pilot).matrix.ref == task


async def test_a_wrong_term_is_named_and_what_was_shown_stays() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash")
        matrix(pilot).query_one("TextLine").value = "bad:x"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert '^ 没有"bad:"这一项' in shown(pilot)
        assert "青少年科学素质提升行动" in shown(pilot)
        assert matrix(pilot).query_one("#query").has_class("open")
        await press(pilot, "escape")
        assert not matrix(pilot).query_one("#query").has_class("open")


async def test_nothing_found_says_how_to_go_on() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", *"xyz", "enter")
        assert "按 Esc 清除筛选" in shown(pilot)
        await press(pilot, "m", "j", "enter", "space", "G", "l", "escape")
        assert "任务 9/9" in shown(pilot)


async def test_m_marks_the_task_under_the_cursor() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "j", "j", "m", "enter")
        assert desk.asked == [MarkForm((1003,), "midterm-2023", Status.DONE, "2023-05-04", None)]
        assert "已标记 1 项" in shown(pilot)
        assert "完 " in shown(pilot)


async def test_m_marks_all_selected_tasks_at_once() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "space", "space", "m", "2", "down", "right", "down", "down", "x", "enter")
    assert desk.asked == [MarkForm((1001, 1002), "evaluation-2025", Status.IN_PROGRESS, "2023-05-04", "x")]


async def test_a_range_and_all_that_match_are_selected() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "v", "j", "j", "v")
        assert matrix(pilot).matrix.selected == {1001, 1002, 1003}
        await press(pilot, "a")
        assert len(matrix(pilot).matrix.selected) == 11
        await press(pilot, "escape")
        assert matrix(pilot).matrix.selected == frozenset()


async def test_a_wrong_date_is_refused_where_it_is_written() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "m", "down", "down", "x", "enter")
        assert "2023-10-31" in shown(pilot)
    assert desk.asked == []


async def test_undo_says_what_it_took_back_and_refuses_with_a_sentence() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "m", "enter", "u")
        assert "已撤销第 7 号：标记 1 项任务：云溪市-2021 midterm-2023 完成" in shown(pilot)
        assert desk.marks == {}
        await press(pilot, "u")
        assert matrix(pilot).query_one("#note").text  # type: ignore[attr-defined]


async def test_enter_shows_the_task_with_its_statement_and_esc_returns_to_it() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "j", "enter")
        assert "原文写作 教育局" in shown(pilot)
        assert "第 18-19 行" in shown(pilot)
        await press(pilot, "n", "escape")
        ref = matrix(pilot).matrix.ref
        assert ref is not None
        assert ref.task_id == 1003


async def test_a_milestone_of_the_persons_own() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "M", "right", "enter")
        assert desk.asked == [("云溪市1-2021", "final_evaluation", "2025", None)]


@pytest.mark.parametrize("way", [("M",), ("b", "plus"), ("D", "M")])
async def test_a_milestone_that_is_refused_is_asked_for_again_with_what_was_written(
    way: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk()
    add, refused = desk.add_milestone, [True]

    def adding(plan: str, kind: str, date: str, label: str | None) -> str:
        if refused and refused.pop():
            raise RefusedError("milestone_there", key="evaluation-2024")
        return add(plan, kind, date, label)

    monkeypatch.setattr(desk, "add_milestone", adding)
    async with opened(desk) as pilot:
        await press(pilot, *way, "right", "tab", *"2024", "tab", *"abc", "enter")
        form = pilot.app.screen
        assert isinstance(form, MilestoneForm)
        assert "evaluation-2024" in shown(pilot)
        await press(pilot, "enter")
        assert desk.asked == [("云溪市1-2021", "final_evaluation", "2024", "abc")]


async def test_an_export_asks_again_before_it_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "e", "2", "enter")
        assert desk.asked == [ExportForm("assignments", "sciplan-assignments.csv", ViewSpec(), ExportOptions("csv"))]
        (tmp_path / "sciplan-matrix.csv").write_text("x")
        await press(pilot, "e", "enter")
        assert len(desk.asked) == 1
        await press(pilot, "enter")
        assert isinstance(desk.asked[-1], ExportForm)
        assert desk.asked[-1].force


async def test_one_plan_of_several_is_chosen_by_p() -> None:
    async with opened(FakeDesk(plans=[plan(1), plan(2, "石桥县方案", named=False)])) as pilot:
        assert "全部 2 个方案" in shown(pilot)
        assert "方案没有写明任何单位" in shown(pilot)
        await press(pilot, "p", "down", "down", "enter")
        assert "石桥县方案" in shown(pilot)
        assert "青少年科学素质提升行动" in shown(pilot)
        assert "方案没有写明任何单位" in shown(pilot)


async def test_columns_of_two_plans_are_never_joined() -> None:
    async with opened(FakeDesk(plans=[plan(1), plan(2, "石桥县方案")]), (160, 40)) as pilot:
        assert "单位 28/28" in shown(pilot)
        units = matrix(pilot).matrix.scene.layout.units
        assert [unit.plan_id if unit else None for unit in units] == [1] * 14 + [None] + [2] * 14


async def test_history_help_and_palette() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "H")
        assert "已撤销" in shown(pilot)
        await press(pilot, "q", "question_mark")
        assert "lead:教育局" in shown(pilot) or "筛选" in shown(pilot)
        await press(pilot, "escape", "ctrl+p", *"节点", "enter")
        assert "种类" in shown(pilot)


async def test_a_change_made_elsewhere_appears_without_losing_the_place() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "j", "j")
        task = matrix(pilot).matrix.ref
        desk.marks[1003, "midterm-2023"] = Status.BLOCKED
        desk.gone.add(1001)
        desk.changes += 1
        matrix(pilot)._look()
        await settled(pilot)
        assert "阻" in shown(pilot)
        assert matrix(pilot).matrix.ref == task


async def test_an_empty_database_says_how_to_begin_and_takes_a_file() -> None:
    desk = FakeDesk(plans=[])
    async with opened(desk) as pilot:
        assert "sciplan import" in shown(pilot)
        await press(pilot, "i", "slash", *"./plan.txt", "enter", "escape")
        assert "青少年科学素质提升行动" in shown(pilot)


async def test_an_empty_database_offers_the_demo() -> None:
    desk = FakeDesk(plans=[])
    async with opened(desk) as pilot:
        await press(pilot, "d")
        assert "云溪市" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (300, 80), (40, 10), (20, 6)])
async def test_any_size_and_every_resize(size: tuple[int, int]) -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "G", "l", "l")
        task = matrix(pilot).matrix.ref
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert matrix(pilot).matrix.ref == task
        line = matrix(pilot).matrix.scene.line - matrix(pilot).matrix.top
        assert 0 <= line < matrix(pilot).matrix.body_rows


@pytest.mark.parametrize("payload", ["[/][red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless_on_every_screen(payload: str) -> None:
    desk = FakeDesk(plans=[plan(1, payload=payload)])
    walks: Sequence[Sequence[str]] = (
        ["l", "l"], ["enter"], ["m"], ["p"], ["H"], ["M"], ["e"], ["m", "enter"], ["ctrl+p"], ["question_mark"],
    )  # fmt: skip
    async with opened(desk) as pilot:
        await press(pilot, "j")
        for walk in walks:
            await press(pilot, *walk)
            text = shown(pilot)
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            if payload.startswith("[") and walk[0] not in ("e", "ctrl+p", "question_mark", "M"):
                assert payload in text
            if len(pilot.app.screen_stack) > 1:
                await press(pilot, "escape")


async def test_pasted_control_characters_never_stand_in_a_line() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash")
        line = matrix(pilot).query_one("TextLine")
        line.value = "a\x1b]52;c;eA==\x07b"  # type: ignore[attr-defined]
        await settled(pilot)
        assert "\x1b" not in shown(pilot)


async def test_without_colour_no_colour_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(FakeDesk()) as pilot:
        strips = pilot.app.screen._compositor.render_strips()
        filters = pilot.app.get_line_filters()
        for strip in strips:
            for shade in filters:
                strip = strip.apply_filter(shade, pilot.app.screen.background_colors[1])
            for segment in strip:
                if segment.style:
                    assert segment.style.color is None or segment.style.color.is_default
                    assert segment.style.bgcolor is None or segment.style.bgcolor.is_default
        assert '" " ' in shown(pilot)


async def test_it_speaks_english() -> None:
    speak("en")
    try:
        async with opened(FakeDesk()) as pilot:
            text = shown(pilot)
            assert "tasks 9/9" in text
            assert "L " in text
            await press(pilot, "question_mark")
            assert shown(pilot).startswith(" Help")
            assert "the registry of units" in shown(pilot)
    finally:
        speak("zh")


async def test_mouse_click_wheel_and_the_line_of_keys() -> None:
    async with opened(FakeDesk(), (120, 14)) as pilot:
        view = matrix(pilot).matrix
        head = view.scene.layout.head
        await click(pilot, "#matrix", offset=(view.scene.layout.tree + 5, head + 2))
        assert (view.scene.line, view.scene.column) == (2, 2)
        await pilot._post_mouse_events([MouseScrollDown], "#matrix")
        await settled(pilot)
        assert view.top > 0
        await click(pilot, "KeyLine", offset=(2, 0))
        assert matrix(pilot).query_one("#query").has_class("open")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 120])
async def test_every_key_of_the_help_page_is_parted_from_its_name_and_that_from_what_it_does(
    language: str, width: int
) -> None:
    speak(language)
    try:
        told = "\n".join(line.plain for _, line in help_lines(SCOPES, width))
        assert all(f" {action.about[:6]}" in told for action in ACTIONS)
        assert width == 60 or all(f" {action.shown_keys} " in told for action in ACTIONS)
    finally:
        speak("zh")

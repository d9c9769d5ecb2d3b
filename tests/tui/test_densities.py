"""The densities of the matrix, what a click in it asks for, and what the line about the cursor says of marks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.view.spec import Density, ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.messages import FoldClicked, FoldRowClicked, MarkClicked, TaskOpened, UnitOpened
from sciplan_tui.tui.widgets.matrix import words
from sciplan_tui.tui.widgets.matrix.view import MatrixView
from tests.tui.driving import click, matrix, press, settled, shown
from tests.tui.rich_desk import FOLDED, TOTALS, RichDesk

ASKED = (FoldClicked, FoldRowClicked, MarkClicked, TaskOpened, UnitOpened)


@asynccontextmanager
async def watched(desk: RichDesk, messages: list[Message]) -> AsyncIterator[Pilot[None]]:
    """The screens, and what is asked of them."""
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec("云溪市1-2021")))  # type: ignore[arg-type]

    def hear(message: Message) -> None:
        if isinstance(message, ASKED) and all(message is not heard for heard in messages):
            messages.append(message)

    async with app.run_test(size=(120, 40), message_hook=hear) as pilot:
        await settled(pilot)
        yield pilot


async def show(pilot: Pilot[None], density: Density) -> MatrixView:
    view = matrix(pilot).matrix
    while view.frame.spec.density is not density:
        await press(pilot, "d")
    return view


def column_of(view: MatrixView, unit_id: int) -> int:
    """Where a unit's column begins on screen."""
    places = {unit.unit_id: place for place, unit in enumerate(view.scene.layout.units) if unit}
    return view.scene.layout.tree + view.scene.layout.starts[places[unit_id]] - view.offset_x


async def test_d_goes_through_the_densities_and_the_cursor_keeps_its_task_and_unit() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = matrix(pilot).matrix
        await press(pilot, "j", "j", *"llllll")
        task, unit = view.ref, view.unit
        for density in (Density.SHORT, Density.LINES, Density.UPRIGHT):
            await press(pilot, "d")
            assert view.scene.layout.density is density
            assert view.ref == task
            assert view.unit == unit
            assert words.say(f"matrix.density.{density}") in shown(pilot)


async def test_where_units_stand_one_a_line_the_cursor_walks_them_and_goes_on_to_the_next_task() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = await show(pilot, Density.LINES)
        view.find(FOLDED)
        below = view.neighbour(FOLDED, 1)
        names = [holding.unit.name for holding in view.scene.holdings]
        assert len(names) > 3
        await press(pilot, "j")
        assert view.ref is not None
        assert (view.ref.task_id, view.unit) == (below, None), "from the task itself, the next task"
        await press(pilot, "k", "l")
        walked = []
        while view.ref.task_id == FOLDED:
            assert view.unit is not None
            walked.append(view.unit.name)
            assert view.unit.name in shown(pilot)
            await press(pilot, "j")
        assert (walked, view.ref.task_id, view.unit) == (names, below, None)
        await press(pilot, "k", "l", "j", "k", "k")
        assert (view.ref.task_id, view.scene.column) == (FOLDED, -1), "above the first unit is the task"


async def test_space_among_the_units_of_a_task_selects_it_and_goes_to_the_next_one() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = await show(pilot, Density.LINES)
        view.find(1003)
        below = [view.neighbour(1003, by) for by in (1, 2)]
        await press(pilot, "l", "l", "space")
        assert view.ref is not None
        assert (view.selected, view.ref.task_id) == ({1003}, below[0])
        await press(pilot, "space")
        assert (view.selected, view.ref.task_id) == ({1003, below[0]}, below[1])


async def test_a_unit_that_stands_below_its_task_is_chosen_by_a_click_and_opened_by_two() -> None:
    messages: list[Message] = []
    async with watched(RichDesk(), messages) as pilot:
        view = await show(pilot, Density.LINES)
        view.find(FOLDED)
        await settled(pilot)
        spot = (20, view.scene.layout.head + view.scene.line - view.top + 2)
        await click(pilot, "#matrix", offset=spot)
        assert view.unit == view.scene.holdings[1].unit
        await click(pilot, "#matrix", offset=spot, times=2)
        await settled(pilot)
        assert [message.unit_id for message in messages if isinstance(message, UnitOpened)] == [view.unit.unit_id]


async def test_two_clicks_on_a_task_open_it_though_the_units_above_it_go() -> None:
    messages: list[Message] = []
    async with watched(RichDesk(), messages) as pilot:
        view = await show(pilot, Density.LINES)
        view.find(FOLDED)
        await settled(pilot)
        below = view.neighbour(FOLDED, 2)
        line = view.scene.line + len(view.scene.holdings) + 2
        await click(pilot, "#matrix", offset=(20, view.scene.layout.head + line - view.top), times=2)
        await settled(pilot)
        assert [message.task_id for message in messages if isinstance(message, TaskOpened)] == [below]


async def test_all_units_of_the_task_are_in_view_where_they_fit_and_the_cursor_always_is() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = await show(pilot, Density.LINES)
        for height in (11, 30):
            await pilot.resize_terminal(80, height)
            await settled(pilot)
            await press(pilot, "g")
            view.find(1003)
            await settled(pilot)
            while not view.milestone:
                rows = view.body_rows
                assert view.top <= view.scene.line + 1 + view.scene.column < view.top + rows
                if view.scene.opened < rows:
                    assert view.top <= view.scene.line
                    assert view.scene.line + view.scene.opened < view.top + rows
                await press(pilot, "l")


async def test_until_the_cursor_goes_among_them_the_units_take_half_the_window_and_the_rest_is_counted() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = await show(pilot, Density.LINES)
        await pilot.resize_terminal(80, 16)
        view.find(1003)
        await settled(pilot)
        names = [holding.unit.name for holding in view.scene.holdings]
        below = [line.strip() for line in shown(pilot).splitlines() if "（承 2.1）" in line or "个单位" in line]
        half = view.body_rows // 2
        assert len(names) > half == view.scene.opened
        assert [name in line for name, line in zip(names[: half - 1], below, strict=False)] == [True] * (half - 1)
        assert below[half - 1] == f".. 还有 {len(names) - half + 1} 个单位"
        await press(pilot, "l")
        assert view.scene.opened == len(names)


@pytest.mark.parametrize("density", list(Density))
async def test_a_cursor_on_a_unit_stays_where_it_is_renamed(density: Density) -> None:
    async with watched(RichDesk(), []) as pilot:
        view = await show(pilot, density)
        view.find(1003)
        view.find_unit(1003)
        await settled(pilot)
        assert view.unit is not None
        frame, row = view.frame, view.row
        assert row is not None
        heir = view.unit._replace(unit_id=9003, name="市教育体育局")
        units = tuple(heir if unit.unit_id == 1003 else unit for unit in frame.units)
        held = {9003 if unit == 1003 else unit: cells for unit, cells in row.cells.items()}
        view.show(replace(frame, units=units), lambda *_: (row._replace(cells=held),))
        assert view.unit == heir
        hidden = tuple(heir._replace(unit_id=9004) if unit == heir else unit for unit in units)
        view.show(replace(frame, units=hidden, spec=replace(frame.spec, query="别的")))
        assert view.unit is None, "another unit that a filter brings is not the one that it hides"


async def test_the_column_of_another_plans_milestone_says_that_there_is_none() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = matrix(pilot).matrix
        view.find(1003)
        await press(pilot, "dollar_sign")
        scene, row = view.scene, view.row
        assert row is not None
        assert "这个方案没有这个节点" not in next(words.details(scene, row, 1))[0]
        assert "这个方案没有这个节点" in next(words.details(scene, row, 99))[0]


async def test_nothing_is_marked_at_a_milestone_that_the_plan_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    async with watched(RichDesk(), []) as pilot:
        view = matrix(pilot).matrix
        view.find(1003)
        monkeypatch.setattr(MatrixView, "milestone", property(lambda _: "deadline"))
        await press(pilot, "m")
        assert "这个方案没有" in shown(pilot)
        assert len(pilot.app.screen_stack) == 1


async def test_a_column_chosen_where_units_have_none_is_kept() -> None:
    async with watched(RichDesk(), []) as pilot:
        await press(pilot, "l", "l")
        view = await show(pilot, Density.LINES)
        await press(pilot, "dollar_sign", "d")
        assert view.milestone == "evaluation-2025"


@pytest.mark.parametrize("density", [Density.UPRIGHT, Density.SHORT])
async def test_clicks_on_a_head(density: Density) -> None:
    messages: list[Message] = []
    async with watched(RichDesk(), messages) as pilot:
        view = await show(pilot, density)
        await click(
            pilot, "#matrix", offset=(column_of(view, 1003) + 1, view.scene.layout.bands + 3 % view.scene.layout.names)
        )
        assert view.unit is not None
        assert (view.unit.unit_id, messages) == (1003, [])
        await click(pilot, "#matrix", offset=(column_of(view, 1003) + 1, view.scene.layout.bands), times=2)
        await settled(pilot)
        assert [message for message in messages if isinstance(message, UnitOpened)] == messages
        assert [message.unit_id for message in messages if isinstance(message, UnitOpened)] == [1003]


@pytest.mark.parametrize("density", [Density.UPRIGHT, Density.SHORT])
async def test_a_click_on_the_sign_of_a_collective_folds_and_beside_it_does_not(density: Density) -> None:
    messages: list[Message] = []
    async with watched(RichDesk(), messages) as pilot:
        view = await show(pilot, density)
        await press(pilot, "dollar_sign", "h", "h")
        y = view.scene.layout.bands + (2 if density is Density.UPRIGHT else 0)
        x = column_of(view, 1022)
        beside = (x, y + 1) if density is Density.UPRIGHT else (x + 1, y)
        await click(pilot, "#matrix", offset=beside)
        assert messages == []
        await click(pilot, "#matrix", offset=(x, y))
        await settled(pilot)
        assert [type(message) for message in messages] == [FoldClicked]


async def test_a_click_on_the_sign_of_a_task_asks_to_fold_it_and_a_double_one_beside_it_opens_it() -> None:
    messages: list[Message] = []
    async with watched(RichDesk(), messages) as pilot:
        view = matrix(pilot).matrix
        y = view.scene.layout.head + 5
        await click(pilot, "#matrix", offset=(4, y))
        await settled(pilot)
        assert [message.task_id for message in messages if isinstance(message, FoldRowClicked)] == [FOLDED]
        await click(pilot, "#matrix", offset=(12, y), times=2)
        await settled(pilot)
        assert [type(message) for message in messages] == [FoldRowClicked, TaskOpened]


async def test_a_double_click_on_a_mark_marks_it_there() -> None:
    messages: list[Message] = []
    async with watched(RichDesk(), messages) as pilot:
        view = matrix(pilot).matrix
        spot = (view.scene.layout.marks_at + 5, view.scene.layout.head + 2)
        await click(pilot, "#matrix", offset=spot)
        assert (view.milestone, messages) == ("evaluation-2025", [])
        await click(pilot, "#matrix", offset=spot, times=2)
        assert [type(message) for message in messages] == [MarkClicked]
        assert "2025年总结评估" in shown(pilot)
        assert len(pilot.app.screen_stack) == 2


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2023, 12, 10), "2023年中期督查：推进中（2023-11-30），21 天后到期（期限 2023-12-31），说明：三县已报"),
        (date(2023, 12, 31), "2023年中期督查：推进中（2023-11-30），今天到期，说明：三县已报"),
    ],
)
async def test_a_light_says_why_it_shines(today: date, said: str) -> None:
    async with watched(RichDesk(today=today), []) as pilot:
        view = matrix(pilot).matrix
        view.find(FOLDED)
        await press(pilot, "dollar_sign", "h")
        assert said in matrix(pilot).query_one("#note").text  # type: ignore[attr-defined]


async def test_the_lights_of_a_task_are_told_wherever_the_cursor_is_on_it() -> None:
    async with watched(RichDesk(today=date(2026, 1, 5)), []) as pilot:
        matrix(pilot).matrix.find(1002)
        await settled(pilot)
        assert "2025年总结评估 迟 5 天（期限 2025-12-31）" in shown(pilot)
        await press(pilot, "dollar_sign")
        assert "2025年总结评估：推进中，迟 5 天（期限 2025-12-31）" in shown(pilot)
        assert shown(pilot).count("迟 5 天") == 1
        await press(pilot, "h")
        told = matrix(pilot).query_one("#note").text.rstrip()  # type: ignore[attr-defined]
        assert told.startswith("2023年中期督查")
        assert told.endswith("2025年总结评估 迟 5 天（期限 2025-12-31）"), "what is cut is of another milestone"


async def test_the_unit_under_the_cursor_says_what_it_holds_in_all() -> None:
    async with watched(RichDesk(), []) as pilot:
        view = matrix(pilot).matrix
        view.find_unit(1003)
        await settled(pilot)
        view.tally(TOTALS)
        await settled(pilot)
        assert "共牵头 5，责任 2" in matrix(pilot).query_one("#note").text  # type: ignore[attr-defined]
        scene = view.scene
        found = replace(scene, frame=replace(scene.frame, spec=ViewSpec(query="办好")))
        row = matrix(pilot).matrix.row
        assert row is not None
        assert "筛选出的：牵头 5，责任 2" in next(words.details(found, row, 1))

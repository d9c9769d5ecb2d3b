"""Folding, ordering, finding and turning the selection round on the main screen, over a real database."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key
from textual.pilot import Pilot

from sciplan_tui.core.matrix import RoleCounts
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.messages import FoldRowClicked
from sciplan_tui.workspace.edit.correcting_duties import remove_assignment
from tests.tui.driving import matrix, press, settled, shown
from tests.viewing_data import TODAY, fill

PLAN = "甲市-2021"
PART, ACTION, SPIRIT, FAIR = 2, 3, 4, 5


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return fill(tmp_path / "plans.db")


@asynccontextmanager
async def opened(database: Path, spec: ViewSpec | None = None) -> AsyncIterator[Pilot[None]]:
    desk = Desk(database, TODAY)
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(spec or ViewSpec(PLAN)))
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        yield pilot
    app.close_views()
    desk.close()


def unit(pilot: Pilot[None]) -> str | None:
    column = matrix(pilot).matrix.unit
    return column.name if column else None


def task(pilot: Pilot[None]) -> int | None:
    ref = matrix(pilot).matrix.ref
    return ref.task_id if ref else None


async def test_empty_columns_are_shown_and_hidden_and_what_holds_is_said(database: Path) -> None:
    async with opened(database) as pilot:
        await press(pilot, "slash", *"path:2.1.1", "enter")
        few = matrix(pilot).matrix.frame.units
        for said, more in (("空列也显示", True), ("筛选时隐去空列", False)):
            await press(pilot, "c")
            assert said in shown(pilot)
            assert (len(matrix(pilot).matrix.frame.units) > len(few)) is more
        await press(pilot, "escape", "c")
        assert "空列也显示" in shown(pilot), "said where there is none to be seen too"


async def test_z_folds_the_action_around_the_cursor_and_comes_back_to_the_task(database: Path) -> None:
    async with opened(database) as pilot:
        matrix(pilot).matrix.find(SPIRIT)
        await press(pilot, "z")
        assert task(pilot) == ACTION
        assert "弘扬精神" not in shown(pilot)
        assert "+ (一) 青少年行动 [3]" in shown(pilot)
        assert "折叠 1 处" in shown(pilot)
        await press(pilot, "z")
        assert task(pilot) == SPIRIT


async def test_the_cursor_stays_on_a_part_that_only_stands_above_what_matches(database: Path) -> None:
    async with opened(database, ViewSpec(PLAN, "lead:教育局")) as pilot:
        matrix(pilot).matrix.find(PART)
        await press(pilot, "z")
        assert task(pilot) == PART
        assert len(matrix(pilot).frame.rows) == 1


@pytest.mark.parametrize("spec", [ViewSpec(PLAN), ViewSpec()])
@pytest.mark.parametrize(("folded", "hiding"), [("z", ACTION), ("Z", ACTION), ("ZZ", PART)])
async def test_the_cursor_stays_on_the_row_that_hides_its_task(
    database: Path, spec: ViewSpec, folded: str, hiding: int
) -> None:
    async with opened(database, spec) as pilot:
        matrix(pilot).matrix.find(SPIRIT)
        await press(pilot, *folded)
        assert task(pilot) == hiding
        for _ in range(2):
            matrix(pilot).reload()
            await settled(pilot)
            assert task(pilot) == hiding
        await press(pilot, "u", "d")
        assert task(pilot) == hiding


async def test_the_cursor_stays_on_the_head_of_a_plan_which_is_told(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(database, ViewSpec()) as pilot:
        matrix(pilot).matrix.find(SPIRIT)
        await press(pilot, "g")
        for _ in range(2):
            head = matrix(pilot).matrix.head
            assert head is not None
            assert head.key == PLAN
            assert [line[0] for line in shown(pilot).splitlines() if head.title in line[:40]] == [">", " "]
            assert "任务 6  单位 5" in shown(pilot).splitlines()[-2]
            matrix(pilot).reload()
            await settled(pilot)


async def test_a_click_on_the_sign_folds(database: Path) -> None:
    async with opened(database) as pilot:
        matrix(pilot).matrix.post_message(FoldRowClicked(PART))
        await settled(pilot)
        assert "[6]" in shown(pilot)


async def test_fold_all_typed_in_one_go_reaches_the_parts(database: Path) -> None:
    async with opened(database) as pilot:
        await press(pilot, "Z", "Z")
        assert len(matrix(pilot).frame.rows) == 3
        await press(pilot, "Z")
        assert len(matrix(pilot).frame.rows) == 10


async def test_what_cannot_be_folded_says_so(database: Path) -> None:
    async with opened(database) as pilot:
        await press(pilot, "z")
        assert "没有可以折叠的" in shown(pilot)
        await press(pilot, "s", "z")
        assert "没有按编号排列" in shown(pilot)


async def test_orders_of_rows_are_said_and_the_cursor_stays_on_its_task_and_unit(database: Path) -> None:
    async with opened(database) as pilot:
        matrix(pilot).matrix.find(FAIR)
        matrix(pilot).matrix.find_unit(2)
        for order, words in (
            (RowOrder.LEAD, "按牵头单位排"),
            (RowOrder.STATUS, "按状态排"),
            (RowOrder.DATE, "按日期排"),
        ):
            await press(pilot, "s")
            assert matrix(pilot).spec.rows is order
            assert words in shown(pilot).splitlines()[0]
            assert (task(pilot), unit(pilot)) == (FAIR, "市科协")
        await press(pilot, "s")
        assert "按日期排" not in shown(pilot).splitlines()[0]
        assert task(pilot) == FAIR


async def test_units_by_load_keep_the_cursor_and_show_their_totals(database: Path) -> None:
    async with opened(database) as pilot:
        matrix(pilot).matrix.find_unit(2)
        await press(pilot, "S")
        assert matrix(pilot).spec.columns is ColumnOrder.LOAD
        assert "单位按承担排" in shown(pilot).splitlines()[0]
        assert unit(pilot) == "市科协"
        assert (matrix(pilot).matrix.scene.totals or {})[1] == RoleCounts(3, 0, 0, 3)


async def test_the_selection_is_turned_round_and_back_under_folds(database: Path) -> None:
    async with opened(database, ViewSpec(PLAN, "lead:教育局")) as pilot:
        await press(pilot, "a")
        assert matrix(pilot).matrix.selected == {ACTION}
        await press(pilot, "z", "asterisk")
        assert matrix(pilot).matrix.selected == {4, 6}
        await press(pilot, "asterisk")
        assert matrix(pilot).matrix.selected == {ACTION}


@pytest.mark.parametrize("key", ["a", "asterisk"])
async def test_a_mark_typed_with_a_selection_waits_for_it(
    database: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """However long it takes to read what is selected: else one task would be marked instead of all."""
    read, go = Desk.matching, Event()

    def slow(desk: Desk, spec: ViewSpec, with_inherited: bool) -> frozenset[int]:
        go.wait()
        return read(desk, spec, with_inherited)

    monkeypatch.setattr(Desk, "matching", slow)
    async with opened(database) as pilot:
        matrix(pilot).matrix.find(SPIRIT)
        for one in (key, "m"):
            pilot.app.post_message(Key(one, one if len(one) == 1 else None))
        await pilot.pause()
        before = len(pilot.app.screen_stack)
        go.set()
        assert before == 1
        while len(pilot.app.screen_stack) == 1:
            await pilot.pause()
        await settled(pilot)
        assert "标记 6 项任务" in shown(pilot)


async def test_a_task_is_found_by_its_initials_under_a_fold(database: Path) -> None:
    async with opened(database) as pilot:
        await press(pilot, "Z", "Z", "f")
        assert "找单位或任务" in shown(pilot)
        await press(pilot, *"hyjs", "enter")
        assert task(pilot) == SPIRIT
        assert "[6]" not in shown(pilot)


async def test_a_unit_is_found_and_what_is_outside_the_query_says_that_it_clears_it(database: Path) -> None:
    async with opened(database, ViewSpec(PLAN, "弘扬")) as pilot:
        await press(pilot, "f", *"kx")
        await press(pilot, "enter")
        assert unit(pilot) == "市科协"
        assert matrix(pilot).spec.query == "弘扬"
        await press(pilot, "f", *"czj")
        assert "会清除筛选" in shown(pilot)
        await press(pilot, "enter")
        assert (unit(pilot), matrix(pilot).spec.query) == ("市财政局", "")


async def test_nothing_found_leaves_all_as_it_was(database: Path) -> None:
    async with opened(database) as pilot:
        before = matrix(pilot).spec
        await press(pilot, "f", *"zzz")
        assert "没有找到" in shown(pilot)
        await press(pilot, "enter", "escape")
        assert matrix(pilot).spec == before


async def test_several_plans_are_ticked_and_written_into_the_query(database: Path) -> None:
    async with opened(database, ViewSpec(PLAN, "科普")) as pilot:
        await press(pilot, "p")
        await press(pilot, "space", "space", "enter")
        assert matrix(pilot).spec == ViewSpec(None, "plan:甲市-2021,乙县-2022 科普")
        assert len(matrix(pilot).frame.plans) == 2
        await press(pilot, "p")
        assert shown(pilot).count("* ") >= 2
        await press(pilot, "up", "up", "up", "enter")
        assert matrix(pilot).spec == ViewSpec(None, "科普")


async def test_a_long_name_of_a_plan_stays_on_its_line(database: Path) -> None:
    with sqlite3.connect(database) as other:
        other.execute("UPDATE plan SET title = ? WHERE id = 2", ("很长的方案名" * 12,))
    other.close()
    async with opened(database) as pilot:
        await press(pilot, "p")
        line = next(line for line in shown(pilot).splitlines() if "很长的方案名" in line)
        assert "..（无单位）" in line


def test_totals_are_counted_once_for_a_query_and_anew_after_a_change(database: Path) -> None:
    desk = Desk(database, TODAY)
    spec = ViewSpec(PLAN)
    frame = desk.frames.frame(spec, None)
    assert frame is not None
    totals = desk.frames.totals(frame, None)
    other = desk.frames.frame(ViewSpec(PLAN, folded=frozenset({PART}), rows=RowOrder.LEAD), None)
    assert other is not None
    assert desk.frames.totals(other, None) is totals
    remove_assignment(database, 1, at="2024-03-01T10:00:00+08:00")
    assert desk.frames.totals(frame, None) != totals
    desk.close()


def test_what_is_no_longer_wanted_is_not_read(database: Path) -> None:
    desk = Desk(database, TODAY)
    assert desk.frames.frame(ViewSpec(PLAN), None, lambda: False) is None
    desk.close()

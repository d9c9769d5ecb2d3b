"""What others change is shown within a second, where one is, and said; when all was saved last stands above."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sciplan_tui.core.journal import Entry
from sciplan_tui.core.plan import Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.screens.edition.review import ReviewScreen
from sciplan_tui.workspace.demo import DAY, PLAN, fill
from sciplan_tui.workspace.journal.news import News, news
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.tui.all_screens import SCREENS, standing_at
from tests.tui.driving import matrix, opened, press, settled, shown
from tests.tui.fake_desk import MARKED, FakeDesk
from tests.tui.fake_review import EDITED, FakeReview

AT = "2023-05-04T11:00:00+08:00"


async def until(pilot: Pilot[None], text: str, seconds: float = 5.0) -> bool:
    """Whether it comes to stand on the screen."""
    end = time.monotonic() + seconds
    while text not in shown(pilot) and time.monotonic() < end:
        await asyncio.sleep(0.05)
    return text in shown(pilot)


def changed(pilot: Pilot[None], *entries: Entry) -> None:
    desk = pilot.app.desk  # type: ignore[attr-defined]
    desk.outside += entries
    desk.changes += 1


async def test_a_change_of_another_is_said_and_the_place_kept() -> None:
    async with standing_at(SCREENS["matrix, filtered"]) as pilot:
        grid = matrix(pilot).matrix
        before = (grid.ref, grid.scene.column, grid.selected, grid.frame.spec)
        changed(pilot, Entry(8, AT, "mark", MARKED))
        assert await until(pilot, "别处改了：标记 1 项")
        assert (grid.ref, grid.scene.column, grid.selected, grid.frame.spec) == before
        changed(pilot, Entry(9, AT, "mark", MARKED), Entry(10, AT, "mark", MARKED))
        assert await until(pilot, "别处改了 2 次，最近：标记 1 项")


async def test_it_is_said_on_the_screen_in_front() -> None:
    async with standing_at(SCREENS["unit"]) as pilot:
        changed(pilot, Entry(8, AT, "mark", MARKED))
        assert await until(pilot, "别处改了：标记 1 项")
        assert len(pilot.app.screen_stack) == 2


async def test_what_was_said_is_not_said_again_when_one_comes_back_from_where_more_was_done() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "j", "m", "enter")
        assert "已标记" in shown(pilot)
        await press(pilot, "U")
        changed(pilot, Entry(8, AT, "mark", MARKED))
        assert await until(pilot, "别处改了")
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1
        assert not any(said in shown(pilot) for said in ("已标记", "别处改了"))


async def test_problems_that_another_has_settled_are_shown_so() -> None:
    async with standing_at(SCREENS["problems"]) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        before = shown(pilot)
        key = pilot.app.screen.lines.key  # type: ignore[attr-defined]
        desk.problems.settle([one.problem_id for one in desk.problems.doubts()], "会上定了")
        changed(pilot, Entry(8, AT, "mark", MARKED))
        assert await until(pilot, "别处改了")
        await settled(pilot)
        assert shown(pilot) != before
        assert pilot.app.screen.lines.key == key  # type: ignore[attr-defined]


async def test_a_review_is_read_anew_and_what_was_decided_is_kept() -> None:
    desk = FakeDesk()
    desk.review = FakeReview()
    async with opened(desk) as pilot:
        await press(pilot, "R", "space", "j", "r")
        screen = pilot.app.screen
        assert isinstance(screen, ReviewScreen)
        review = screen._review
        assert isinstance(review, FakeReview)
        accepted, rejected = ({EDITED[at].identity for at in chosen} for chosen in (screen._accepted, screen._rejected))
        assert rejected
        review.waits = (*EDITED, replace(EDITED[0], about="9.9", path="9.9", needs=()))
        changed(pilot, Entry(8, AT, "mark", MARKED))
        assert await until(pilot, "别处改了")
        await settled(pilot)
        assert len(screen._waiting.differences) == len(review.waits)
        assert {review.waits[at].identity for at in screen._rejected} == rejected
        assert {review.waits[at].identity for at in screen._accepted} >= accepted


async def test_what_one_does_oneself_is_not_said_to_be_anothers() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "m", "enter")
        await settled(pilot)
        assert "已标记" in shown(pilot)
        assert "别处" not in shown(pilot)
        assert "已存 10:02" in shown(pilot)


@pytest.mark.parametrize(("plans", "told"), [({1}, True), ({2}, False), ((), False)])
async def test_the_matrix_tells_that_changes_of_an_edition_of_its_plan_wait_to_be_decided(
    plans: Collection[int], told: bool
) -> None:
    @dataclass
    class Waiting(FakeDesk):
        def news(self, after: int | None) -> News:
            return News(undecided=frozenset(plans))

    async with opened(Waiting()) as pilot:
        assert ("有变更待定 R" in shown(pilot).splitlines()[0]) == told


async def test_nothing_is_drawn_while_nothing_happens() -> None:
    async with opened(FakeDesk()) as pilot:
        drawn = []
        screen = pilot.app.screen
        pilot.app._display = lambda *_: drawn.append(1)  # type: ignore[method-assign, assignment]
        for _ in range(3):
            matrix(pilot)._look()
            await settled(pilot)
        assert screen is pilot.app.screen
        assert not drawn


def test_the_journal_tells_ones_own_entries_from_those_of_others(tmp_path: Path) -> None:
    database = tmp_path / "one.db"
    fill(database)
    before = news(database, None)
    assert before.outside == ()
    assert before.at
    (task,) = tasks(database)
    mark_tasks(database, (task,), milestone="midterm-2023", status=Status.BLOCKED, on=None, note=None, at=AT)
    now = news(database, before.newest)
    assert (now.newest, now.at, now.outside, now.undo, now.redo) == (before.newest + 1, AT, (), True, False)
    undo(database, at=AT)
    assert news(database, now.newest).redo


def tasks(database: Path) -> tuple[int, ...]:
    view = Desk(database, DAY).open_view()
    try:
        return (view.frame(ViewSpec(plan=PLAN)).rows[3].task_id,)
    finally:
        view.close()

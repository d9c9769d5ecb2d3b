"""A draft of a report is asked for from the overview and from the milestones, and it is said where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.facts import Mark, PlanMilestone
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.tui.desk.out import DraftForm
from sciplan_tui.tui.screens.export.draft import DraftScreen
from tests.tui.driving import opened, press, shown
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_out import FakeOut


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("way", ["O", "b"])
async def test_it_is_asked_for_and_said_where_it_is(way: str) -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, way, "d")
        assert isinstance(pilot.app.screen, DraftScreen)
        assert "[自评报告]" in shown(pilot)
        await press(pilot, "3", "enter")
        [form] = [one for one in desk.asked if isinstance(one, DraftForm)]
        assert (form.kind, form.milestone, form.spec.plan) == (DraftKind.SUMMARY, "midterm-2023", "云溪市1-2021")
        assert form.file == "云溪市1-2021-总结-midterm-2023.docx"
        assert form.on == desk.today
        assert f"草稿写好了：{form.file}" in shown(pilot)


async def test_unit_day_and_format_are_asked_for() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "O", "d", "down", "down", *"市科协", "down", *"2023-10-20", "down", "2", "enter")
        [form] = [one for one in desk.asked if isinstance(one, DraftForm)]
        assert (form.unit, form.on.isoformat(), Path(form.file).suffix) == ("市科协", "2023-10-20", ".md")


async def test_a_day_that_is_none_and_a_file_that_is_there_are_told(tmp_path: Path) -> None:
    desk = FakeDesk()
    (tmp_path / "云溪市1-2021-自评报告-midterm-2023.docx").write_text("x")
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "O", "d", "down", "down", "down", *"2023-13-01", "enter")
        assert isinstance(pilot.app.screen, DraftScreen)
        assert desk.asked == []
        await press(pilot, *["backspace"] * 10, *"2023-10-20", "enter")
        assert "文件已存在" in shown(pilot)
        await press(pilot, "enter")
        assert [one.force for one in desk.asked if isinstance(one, DraftForm)] == [True]


async def test_what_is_refused_is_told_in_the_form() -> None:
    class Refusing(FakeOut):
        def draft(self, form: DraftForm, step: Callable[[int, int], None]) -> str:
            raise RefusedError("draft_no_tasks", plan="甲市-2021", query="lead:=某局")

    desk = FakeDesk()
    desk.out = lambda: Refusing(desk)  # type: ignore[method-assign, assignment]
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "O", "d", "enter")
        assert isinstance(pilot.app.screen, DraftScreen)
        assert "lead:=某局" in shown(pilot).replace("\n", "")


async def test_a_name_from_a_document_never_leaves_the_folder() -> None:
    bad = plan(1, payload="../../x\x1b[31m[/]")
    async with opened(FakeDesk(plans=[bad]), (100, 30)) as pilot:
        await press(pilot, "O", "d")
        file = pilot.app.screen.query_one("#file").value  # type: ignore[attr-defined]
        assert Path(file).name == file
        assert "\x1b" not in shown(pilot)


def test_only_what_can_be_reported_of_is_offered() -> None:
    """A milestone without a day, at which nothing is marked, has nothing to tell."""
    from sciplan_tui.tui.screens.export.draft import reported_at

    progress = FakeDesk().boards().progress(ViewSpec())
    head = progress.plans[0]
    undated = PlanMilestone(99, head.plan_id, "campaigns-1", "campaigns", "全国科普日", None, presses=False)
    more = replace(progress, milestones=(*progress.milestones, undated))
    known = [m for m in progress.milestones if m.plan_id == head.plan_id and m.presses]
    assert reported_at(more, head) == known
    marked = replace(more, marks={**progress.marks, 99: {progress.tasks[0].task_id: Mark(Status.DONE)}})
    assert reported_at(marked, head) == [*known, undated]

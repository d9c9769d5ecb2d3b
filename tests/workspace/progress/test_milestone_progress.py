"""How far a view's tasks are, read of a database: its plan and query, its leads, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import board
from sciplan_tui.core.progress.facts import Mark
from sciplan_tui.core.progress.timeline import timeline
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.progress.facts import progress
from sciplan_tui.workspace.sheet.listing import as_objects, listed
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import EVALUATION, MIDTERM, TODAY

PLAN = "甲市-2021"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("progress") / "view.db")


@pytest.fixture
def view(database: Path) -> Iterator[View]:
    with View.open(database, TODAY) as opened:
        yield opened


def test_the_tasks_of_the_plan_with_their_leads_printed_or_inherited_never_proposed(view: View) -> None:
    found = progress(view, ViewSpec(PLAN))
    names = {task.path: [found.units[unit][0] for unit in task.leads] for task in found.tasks}
    theirs = {"2.1": "市教育局", "2.1.1": "市教育局", "2.1.10": "市教育局", "2.1.2": "市科协"}
    assert names == {path: [unit] for path, unit in theirs.items()} | {"2.2": [], "2.3": []}
    assert found.marks[MIDTERM][3] == Mark(Status.DONE, "2023-11-02", "已报")


def test_the_query_narrows_and_folds_do_not(view: View) -> None:
    found = progress(view, replace(ViewSpec(PLAN, "lead:教育局"), folded=frozenset({3})))
    assert [task.path for task in found.tasks] == ["2.1", "2.1.1", "2.1.10"]
    assert found.spec.query == "lead:教育局"
    assert [plan.key for plan in found.plans] == [PLAN]


def test_the_timeline_says_what_the_list_of_milestones_says(view: View, database: Path) -> None:
    said = {
        (row["plan"], row["key"]): (row["unmarked"], row["done"], row["late"])
        for row in as_objects(listed(database, "milestones", today=TODAY))
        if row["unmarked"] is not None
    }
    found = progress(view, ViewSpec())
    plans = {plan.plan_id: plan.key for plan in found.plans}
    shown = {
        (plans[one.milestone.plan_id], one.milestone.key): tuple(one.counts[n] for n in ("unmarked", "done", "late"))
        for one in timeline(found)
        if one.milestone.presses
    }
    assert shown == said


def test_one_board_for_all_plans_that_have_the_milestone(view: View) -> None:
    made = board(progress(view, ViewSpec()), "evaluation-2025")
    assert {one.milestone_id for one in made.milestones} == {EVALUATION, data.BARE_EVALUATION}
    assert made.without == 0
    assert [card.task.path for card in made.cards if card.light == "near"] == ["1.1"]

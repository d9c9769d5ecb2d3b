"""The overview says what the lists of the command line say, for every view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.progress.overview import overview
from sciplan_tui.workspace.sheet.listing import as_objects, listed
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import TODAY

PLAN = "甲市-2021"
VIEWS = [(None, ""), (PLAN, ""), (PLAN, "lead:教育局"), (None, "科普"), (None, "no:lead"), (PLAN, "mark:2023=done")]
COUNTED = {"action", "project", "task_group", "task"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("overview") / "view.db")


@pytest.fixture
def view(database: Path) -> Iterator[View]:
    with View.open(database, TODAY) as opened:
        yield opened


def rows(database: Path, what: str, plan: str | None, query: str) -> list[dict[str, object]]:
    return as_objects(listed(database, what, query, plan=plan, today=TODAY))


@pytest.mark.parametrize(("plan", "query"), VIEWS)
def test_actions_and_leads_count_the_tasks_that_are_listed(
    view: View, database: Path, plan: str | None, query: str
) -> None:
    found = overview(view, ViewSpec(plan, query))
    tasks = [row for row in rows(database, "tasks", plan, query) if row["kind"] in COUNTED]
    assert sum(line.tasks for line in found.actions) == len(tasks)
    leads = Counter(lead for row in tasks for lead in row["lead"] or [None])  # type: ignore[attr-defined]
    by_name: Counter[str | None] = Counter()
    for line in found.leads:
        by_name[line.name or None] += line.tasks
    assert by_name == leads


@pytest.mark.parametrize(("plan", "query"), VIEWS)
def test_states_add_up_to_the_list_of_milestones(view: View, database: Path, plan: str | None, query: str) -> None:
    found = overview(view, ViewSpec(plan, query))
    keys = {head.plan_id: head.key for head in found.progress.plans}
    for row in rows(database, "milestones", plan, query):
        if row["unmarked"] is not None:
            lines = [line for line in found.actions if keys[line.plan_id] == row["plan"]]
            for state in ("unmarked", "done", "in_progress", "blocked", "late"):
                assert sum(line.counts[str(row["key"])][state] for line in lines) == row[state], (row["key"], state)


@pytest.mark.parametrize(("plan", "query"), VIEWS)
def test_figures_are_those_that_are_listed(view: View, database: Path, plan: str | None, query: str) -> None:
    found = overview(view, ViewSpec(plan, query))
    said = [(row["path"], row["indicator"]) for row in rows(database, "targets", plan, query)]
    assert [(figure.aim.path, figure.aim.indicator) for figure in found.figures] == said


def test_leads_are_the_totals_of_the_matrix(view: View) -> None:
    totals = view.totals(view.frame(ViewSpec()))
    found = overview(view, ViewSpec())
    assert {line.key: line.tasks for line in found.leads if line.key} == {
        unit: counts.lead for unit, counts in totals.items() if counts.lead
    }


def test_a_line_filters_the_matrix_to_the_tasks_it_counts(view: View) -> None:
    for line in overview(view, ViewSpec(PLAN)).actions:
        assert view.frame(ViewSpec(PLAN, f"path:{line.path}")).counts.tasks_with_inherited == line.tasks

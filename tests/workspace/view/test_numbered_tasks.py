"""A task is found by its number as the plan prints it, or as one speaks of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import TODAY


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("numbers") / "view.db")


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("第十项", {"2.1.10"}),
        ("第10项", {"2.1.10"}),
        ("10", {"2.1.10", "2.1.2"}),  # and what says 100%
        ("“10”", {"2.1.2"}),
        ("10.", {"2.1.10"}),
        ("（二）", {"2.2"}),
        ("二、", {"2.1.2", "2.2"}),
        ("第2项 lead:科协", {"2.1.2"}),
        ("第99项", set()),
        ("plan:甲 -1 -2 -10", {"2.3"}),
    ],
)
def test_numbers_find_tasks(database: Path, query: str, paths: set[str]) -> None:
    with View.open(database, TODAY) as view:
        found = {task for _, task in view.matching(ViewSpec(None, query), with_inherited=True)}
    assert {path for task, _, _, _, path, *_ in data.TASKS if task in found} == paths

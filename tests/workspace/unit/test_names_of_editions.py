"""A name is in print since the first edition that has it, however many follow."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.unit.record import PrintedName
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.unit import succeeding, units
from tests.store_cases import AT, assignment, changed, small, task

DAY = datetime.date(2024, 5, 1)
FIRST, SECOND = "2021-12-30", "2024-03-10"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Two editions; the second has one unit more."""
    path = tmp_path / "sciplan.db"
    first = replace(small(), issued_on=FIRST)
    more = task("2.2.1", "培训高素质农民队伍", assignment("市财政局"))
    import_plan(path, first, "raw", at=AT)
    import_plan(path, replace(changed(first, p2_2_1=more), issued_on=SECOND), "raw", accept=True, at=AT)
    return path


def names(database: Path, unit: str) -> tuple[PrintedName, ...]:
    """As the page of the unit tells them, and the list of units no other."""
    page = units.unit_called(database, unit, None, today=DAY).names
    (listed,) = (one.printed for one in units.registry(database, None, as_of=DAY) if one.name == unit)
    assert page == listed
    return page


def test_a_unit_that_both_print_is_in_print_since_the_first(database: Path) -> None:
    assert names(database, "市科协") == (PrintedName("市科协", FIRST),)


def test_one_that_came_with_the_second_since_then(database: Path) -> None:
    assert names(database, "市财政局") == (PrintedName("市财政局", SECOND),)


def test_a_name_that_ended_between_them_has_its_days_in_order(database: Path) -> None:
    succeeding.rename(database, None, "市教育局", "市教育体育局", on="2023-05-01", at=AT)
    assert names(database, "市教育体育局") == (PrintedName("市教育局", FIRST, "2023-05-01"),)

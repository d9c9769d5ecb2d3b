"""No word about a plan is older than the plan: what is ruled or renamed for it is dated within its time."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Role
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import ruling
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.meant.task import task_at
from tests.store_cases import AT, small

NOW, DAY = "2024-01-08T09:00:00", datetime.date(2024, 1, 8)


def test_no_word_about_a_plan_is_older_than_the_plan(tmp_path: Path) -> None:
    database = tmp_path / "sciplan.db"
    import_plan(database, replace(small(), issued_on="2020-11-05", period_start=2022), "raw", at=AT)
    units = task_at(database, "2.2.1", today=DAY).units
    proposal = next(one.assignment_id for one in units if one.name == "市科协")
    with pytest.raises(RefusedError) as raised:
        ruling.accept_proposals(database, [proposal], by="市科协", on="2020-11-04", at=NOW)
    assert (raised.value.code, raised.value.details["begun"]) == ("before_plan", "2020-11-05")
    assert ruling.accept_proposals(database, [proposal], by="市科协", on="2020-11-05", at=NOW).entry_id is not None


def test_a_plan_for_years_to_come_is_ruled_on_from_the_day_it_came(tmp_path: Path) -> None:
    database = tmp_path / "sciplan.db"
    import_plan(database, replace(small(), period_start=2024, period_end=2030), "raw", at=AT)
    done = ruling.rule(database, None, "2.2", "市科协", Role.LEAD, by="纪要", on=AT[:10], at=NOW)
    assert done.entry_id is not None

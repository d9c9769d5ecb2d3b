"""A collective of a stored plan unfolds in the matrix into its members of the day."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from sciplan_tui.core.matrix import Cell
from sciplan_tui.core.plan import Role
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.unit.registering import set_members
from sciplan_tui.workspace.view.viewing import View
from tests.viewing_data import TODAY, fill

TOWNS = 4
AT = "2024-03-01T10:00:00+08:00"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = fill(tmp_path / "plans.db")
    set_members(path, "甲市-2021", "各镇人民政府", add=["东镇人民政府", "市科协"], since="2024-01-01", at=AT)
    return path


def heads(view: View, *unfolded: int) -> list[str]:
    frame = view.frame(ViewSpec(plan="甲市", unfolded=frozenset(unfolded)))
    return [unit.fold + unit.name for unit in frame.units]


def test_members_of_the_day_stand_behind_their_collective(database: Path) -> None:
    with View.open(database, TODAY) as view:
        assert "+各镇人民政府" in heads(view)
        assert "东镇人民政府" not in heads(view)
        names = heads(view, TOWNS)
        at = names.index("-各镇人民政府")
        assert set(names[at + 1 : at + 3]) == {"东镇人民政府", "市科协"}
        assert names.count("市科协") == 1
    with View.open(database, TODAY, datetime.date(2023, 6, 1)) as view:
        assert "各镇人民政府" in heads(view, TOWNS)
        assert "东镇人民政府" not in heads(view, TOWNS)


def test_a_member_holds_what_the_collective_holds_as_inherited(database: Path) -> None:
    with View.open(database, TODAY) as view:
        frame = view.frame(ViewSpec(plan="甲市", unfolded=frozenset({TOWNS})))
        row = next(row for row in view.all_rows(frame) if row.path == "2.2")
        [east] = [unit for unit in frame.units if unit.name == "东镇人民政府"]
        assert row.cells[TOWNS] == (Cell(Role.RESPONSIBLE),)
        assert row.cells[east.unit_id] == (Cell(Role.RESPONSIBLE, inherited=True),)
        assert Cell(Role.RESPONSIBLE, inherited=True) in row.cells[2]
        assert frame.counts == view.frame(ViewSpec(plan="甲市")).counts

"""What an export of a query has: the history of what it shows, the duties of the units that it names."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.core.sheet import Sheet, SparseRow
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.problem.settling import settle
from sciplan_tui.workspace.progress.marking import mark_query
from sciplan_tui.workspace.sheet.sheets import make_sheet
from sciplan_tui.workspace.unit.registering import add_unit, set_members
from sciplan_tui.workspace.unit.succeeding import rename
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers import csv
from sciplan_tui.writers.wording import worded
from tests.store_cases import changed, small

AT, DAY = "2023-10-01T08:00:00", datetime.date(2023, 10, 20)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "plans.db"
    for region in ("甲市", "乙市"):
        import_plan(path, small(region, region), "raw", at=AT)
    return path


def cells(database: Path, name: str, query: str, plan: str | None = None, *keys: str) -> list[tuple[object, ...]]:
    with View.open(database, DAY) as view:
        made: Sheet = make_sheet(view, name, ViewSpec(plan, query))
    places = [[column.key for column in made.columns].index(key) for key in keys]
    return [tuple(worded(row[place]) for place in places) for row in made.rows]


def history(database: Path, query: str = "", plan: str | None = None) -> list[object]:
    return [number for (number,) in cells(database, "history", query, plan, "id")]


def mark(database: Path, query: str, plan: str) -> None:
    mark_query(database, query, plan=plan, milestone="2023", status=Status.DONE, at=AT, today=DAY)


def test_the_history_of_a_query_is_what_touched_its_tasks(database: Path) -> None:
    mark(database, "path:2.1", "甲市-2021")
    mark(database, "path:2.2", "甲市-2021")
    mark(database, "path:2.1", "乙市-2021")
    assert history(database) == [1, 2, 3, 4, 5]
    assert history(database, plan="甲市-2021") == [1, 3, 4]
    assert history(database, "path:2.1") == [1, 2, 3, 5]
    assert history(database, "农民", "甲市-2021") == [1, 4]
    assert history(database, "没有这个词") == []


def test_what_was_taken_back_is_part_of_it(database: Path) -> None:
    mark(database, "path:2.1", "甲市-2021")
    undo(database, at=AT)
    assert history(database, "path:2.1", "甲市-2021") == [1, 3, 4]
    assert history(database, "path:2.2", "甲市-2021") == [1]


def test_what_happened_to_units_is_in_the_history_of_their_plan(database: Path) -> None:
    rename(database, "乙市-2021", "市教育局", "市教育体育局", on="2022-01-01", at=AT)
    assert history(database, plan="乙市-2021") == [2, 3]
    assert history(database, plan="甲市-2021") == [1]


DUTIES = ("unit", "role", "path")


def test_duties_are_those_of_the_units_that_are_named(database: Path) -> None:
    def of(query: str) -> list[tuple[object, ...]]:
        return cells(database, "duties", query, "甲市-2021", *DUTIES)

    lead = [("市教育局", "牵头", "2.1")]
    assert of("lead:教育局") == lead
    assert of("unit:=市教育局") == of("unit:教育局") == [*lead, ("市教育局", "责任", "2.1.2")]
    assert of("lead:教育局 unit:团市委") == [*lead, ("团市委", "责任", "2.1")]
    assert len(of("")) == len(of("-unit:没有")) == 5
    assert of("创新 unit:科协") == [("市科协", "牵头", "2.1.2")]


def test_a_unit_of_a_former_name_is_its_heir(database: Path) -> None:
    rename(database, "甲市-2021", "市教育局", "市教育体育局", on="2022-01-01", at=AT)
    found = cells(database, "duties", "lead:市教育局", "甲市-2021", *DUTIES)
    assert found == [("市教育体育局", "牵头", "2.1")]


@pytest.mark.parametrize("inherited", [True, False])
def test_rows_of_the_matrix_know_which_cells_are_filled(database: Path, inherited: bool) -> None:
    with View.open(database, DAY) as view:
        made = make_sheet(view, "matrix", ViewSpec(), inherited=inherited)
    start, stop = made.unit_columns
    assert start < stop < len(made.columns)
    shared: dict[int, set[tuple[object, ...]]] = {}
    for row in made.rows:
        assert isinstance(row, SparseRow)
        assert row.filled == {place: row[place] for place in range(start, stop) if row[place] is not None}
        shared.setdefault(id(row.filled), set()).add(row[start:stop])
    assert all(len(cells) == 1 for cells in shared.values())
    bare = replace(made, rows=tuple(tuple(row) for row in made.rows))
    assert csv.write_sheet(bare) == csv.write_sheet(made)


def test_what_was_rejected_and_settled_of_a_plan_is_in_its_history(database: Path) -> None:
    import_plan(database, changed(small("甲市"), p2_1_1=None), "raw", accept=True, at=AT)
    waiting = pending(database, "甲市-2021").differences
    rejected = decide(database, "甲市-2021", accepted=[], rejected=[0], seen=waiting, at=AT)
    with View.open(database, DAY) as view:
        (number,) = view.connection.execute("SELECT max(id) FROM problem WHERE code = 'odd_number'").fetchone()
    settled = settle(database, [number], "看过", at=AT).entry_id
    assert history(database, "plan:甲市")[-2:] == [rejected, settled]
    assert history(database, "plan:乙市") == [2]


def test_members_that_leave_are_in_the_history_of_the_plan(database: Path) -> None:
    add_unit(database, "甲市-2021", "各镇", at=AT)
    joined = set_members(database, "甲市-2021", "各镇", add=["市教育局"], at=AT)
    left = set_members(database, "甲市-2021", "各镇", remove=["市教育局"], until="2023-12-31", at=AT)
    assert history(database, "plan:甲市")[-2:] == [joined.entry_id, left.entry_id]


def test_units_of_whole_plans_are_all_that_the_registry_has(database: Path) -> None:
    rename(database, "甲市-2021", "市农业农村局", "市乡村振兴局", on="2023-10-01", at=AT)
    add_unit(database, "甲市-2021", "市气象局", at=AT)
    named = cells(database, "units", "", "甲市-2021", "unit")
    assert cells(database, "units", "plan:甲市", None, "unit") == named
    assert {("市农业农村局",), ("市乡村振兴局",), ("市气象局",)} < set(named)
    assert ("市气象局",) not in cells(database, "units", "plan:甲市 lead:市教育局", None, "unit")

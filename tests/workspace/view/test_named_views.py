"""Views kept for a database: named by what lasts, found again after the numbers have changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.core.query.completion import complete
from sciplan_tui.core.view.named import NamedView
from sciplan_tui.core.view.spec import RowOrder, ViewSpec
from sciplan_tui.errors import QueryError, RefusedError
from sciplan_tui.workspace.view.named_views import named, spec_of
from sciplan_tui.workspace.view.query_names import query_names
from sciplan_tui.workspace.view.remembering import Memory
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import TODAY

PLAN = "甲市-2021"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "view.db")


@pytest.fixture
def view(database: Path) -> Iterator[View]:
    with View.open(database, TODAY) as opened:
        yield opened


def ids(view: View, sql: str) -> frozenset[int]:
    return frozenset(row[0] for row in view.connection.execute(sql).fetchall())


def test_folds_are_named_by_what_lasts(view: View) -> None:
    folded = ids(view, "SELECT id FROM task WHERE plan_id = 1 AND path IN ('2', '2.1')")
    unfolded = ids(view, "SELECT id FROM unit WHERE name = '各镇人民政府'")
    spec = ViewSpec(PLAN, "科协", False, unfolded, folded, RowOrder.DATE)
    kept = named(view, "晨会", spec)
    assert set(kept.folded) == {(PLAN, "2"), (PLAN, "2.1")}
    assert kept.unfolded == ((PLAN, "各镇人民政府"),)
    assert spec_of(view, kept) == spec


def test_what_is_gone_from_among_the_folds_is_passed_over(view: View) -> None:
    kept = NamedView(folded=((PLAN, "9.9"), ("无-2000", "1"), (PLAN, "2")), unfolded=((PLAN, "无此单位"),))
    spec = spec_of(view, kept)
    assert (len(spec.folded), spec.unfolded) == (1, frozenset())


def test_a_view_whose_plan_or_milestone_is_gone_is_refused(view: View) -> None:
    with pytest.raises(RefusedError):
        spec_of(view, NamedView(plan="无市-2000"))
    with pytest.raises(QueryError):
        view.frame(spec_of(view, NamedView(query="mark:nothing=done")))


def test_names_are_those_of_the_plan_asked_for(database: Path) -> None:
    names = query_names(database, PLAN, TODAY)
    assert "市科协" in {unit.name for unit in names.units}
    assert {plan.name for plan in names.plans} == {PLAN, "乙县-2022"}
    assert names.milestones[0].name.startswith("midterm")
    every = query_names(database, None, TODAY)
    assert len({unit.name for unit in every.units}) == len(every.units) >= len(names.units)
    found = complete("lead:kx", 7, names)
    assert [candidate.written for candidate in found.candidates] == ["市科协"]


def test_a_database_is_known_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "views.json"
    Memory(Path("a.db"), file).keep_query("科普")
    assert Memory(tmp_path / "a.db", file).queries == ("科普",)
    assert Memory(tmp_path / "b.db", file).queries == ()


def test_what_takes_a_change_back_is_handed_out(tmp_path: Path) -> None:
    for file in (tmp_path / "views.json", None):
        memory = Memory(tmp_path / "a.db", file)
        one, two = NamedView("甲", query="a"), NamedView("甲", query="b")
        assert memory.change_views({"甲": one}) == {"甲": None}
        assert memory.change_views({"甲": two}) == {"甲": one}
        back = memory.change_views({"甲": None, "乙": two})
        assert memory.views == {"乙": NamedView("乙", query="b")}
        memory.change_views(back)
        assert memory.views == {"甲": two}


def test_without_a_file_nothing_is_written_and_all_works(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "a.db")
    memory.keep_query("科普")
    memory.keep_last(NamedView(query="x"))
    assert (memory.queries, memory.last) == (("科普",), NamedView(query="x"))
    assert list(tmp_path.iterdir()) == []


def test_the_view_that_nobody_has_changed_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    Memory(tmp_path / "a.db", file).keep_last(NamedView())
    assert not file.exists()


def test_two_programs_see_each_others_views(tmp_path: Path) -> None:
    file = tmp_path / "views.json"
    one, other = (Memory(tmp_path / "a.db", file) for _ in range(2))
    one.change_views({"甲": NamedView("甲")})
    other.change_views({"乙": NamedView("乙")})
    other.keep_query("科普")
    one.read()
    assert (set(one.views), one.queries) == ({"甲", "乙"}, ("科普",))


def test_reading_a_database_for_its_names_leaves_it_alone(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        before = connection.execute("PRAGMA data_version").fetchone()
        query_names(database, None, TODAY)
        assert connection.execute("PRAGMA data_version").fetchone() == before

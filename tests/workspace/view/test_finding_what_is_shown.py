"""Units and tasks found by a few letters, and what must be shown to go there."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.core.view.finding import Hit
from sciplan_tui.core.view.spec import Density, RowOrder, ViewSpec
from sciplan_tui.workspace.unit.registering import set_members
from sciplan_tui.workspace.view.finding import finder
from sciplan_tui.workspace.view.viewing import View
from tests.viewing_data import TODAY, fill

PLAN = "甲市-2021"
PART, ACTION, TOWNS = 2, 3, 4
AT = "2024-03-01T10:00:00+08:00"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = fill(tmp_path / "plans.db")
    set_members(path, PLAN, "各镇人民政府", add=["东镇人民政府"], since="2024-01-01", at=AT)
    return path


def found(database: Path, text: str, spec: ViewSpec = ViewSpec(PLAN)) -> list[Hit]:  # noqa: B008 (it is frozen)
    with View.open(database, TODAY) as view:
        return list(finder(view, spec).find(text).hits)


def names(hits: list[Hit]) -> list[str]:
    return [hit.name for hit in hits]


def test_units_stand_before_tasks(database: Path) -> None:
    assert names(found(database, "kx")) == ["市科协"]
    assert names(found(database, "科")) == ["市科协", "办好科普节", "农村科普", "科普进社区"]
    assert names(found(database, "hyjs")) == ["弘扬精神"]
    assert names(found(database, "2.1.10")) == ["农村科普"]
    assert found(database, " ") == []


def test_a_task_is_found_by_its_number_alone_and_the_one_of_that_path_first(database: Path) -> None:
    for number in ("10", "第10项", "第十项", "十、"):
        assert names(found(database, number)) == ["农村科普"], number
    assert found(database, "三") == [], "a lone digit may begin a name"
    paths = [hit.path for hit in found(database, "2")]
    assert paths[0] == "2"
    assert all(str(path).endswith(".2") for path in paths[1:])


def test_what_is_folded_is_unfolded_and_no_more(database: Path) -> None:
    spec = ViewSpec(PLAN, folded=frozenset({PART, ACTION, 9}))
    (hit,) = found(database, "hyjs", spec)
    assert hit.spec == ViewSpec(PLAN, folded=frozenset({9}))
    assert not hit.away


def test_what_the_query_leaves_out_comes_last_and_clears_it(database: Path) -> None:
    hits = found(database, "科", ViewSpec(PLAN, "农村"))
    assert [(hit.name, hit.clears, hit.moves) for hit in hits] == [
        ("市科协", False, False),
        ("农村科普", False, False),
        ("科普进社区", True, True),
        ("办好科普节", True, False),
    ]
    assert (hits[2].spec.query, hits[2].spec.plan, hits[2].plan) == ("", "乙县-2022", "乙县-2022")
    assert (hits[3].spec, hits[3].plan) == (ViewSpec(PLAN), None)


def test_an_order_without_outline_goes_only_where_it_must(database: Path) -> None:
    spec = ViewSpec(PLAN, rows=RowOrder.LEAD)
    assert found(database, "弘扬精神", spec)[0].spec == spec
    assert found(database, "经费", spec)[0].spec.rows is RowOrder.PATH


def test_a_unit_behind_its_collective_or_without_a_column_is_brought_to_sight(database: Path) -> None:
    (hit,) = found(database, "dzrmzf")
    assert (hit.name, hit.spec.unfolded, hit.away) == ("东镇人民政府", frozenset({TOWNS}), False)
    (hit,) = found(database, "czj", ViewSpec(PLAN, "弘扬"))
    assert (hit.spec.query, hit.clears) == ("", True)
    (hit,) = found(database, "czj", ViewSpec(PLAN, density=Density.LINES))
    assert hit.spec.density is Density.UPRIGHT


def test_every_hit_is_shown_by_its_own_spec(database: Path) -> None:
    with View.open(database, TODAY) as view:
        for spec in (
            ViewSpec(PLAN, "lead:教育局", folded=frozenset({ACTION})),
            ViewSpec(query="社区", rows=RowOrder.DATE),
        ):
            for hit in finder(view, spec).find("科").hits:
                frame = view.frame(hit.spec)
                shown = {row.task_id for row in frame.rows} if hit.path else {unit.unit_id for unit in frame.units}
                assert hit.found_id in shown

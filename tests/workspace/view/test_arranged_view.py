"""Rows folded and ordered, columns by load, totals: the same match seen in other ways."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.matrix import Frame, RoleCounts
from sciplan_tui.core.outline.folding import next_level
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder, ViewSpec
from sciplan_tui.workspace.unit.registering import set_members
from sciplan_tui.workspace.view.viewing import View
from tests.viewing_data import TODAY, fill

PLAN = "甲市-2021"
PART, ACTION, TOWNS = 2, 3, 4
AT = "2024-03-01T10:00:00+08:00"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return fill(tmp_path / "plans.db")


@pytest.fixture
def view(database: Path) -> Iterator[View]:
    with View.open(database, TODAY) as opened:
        yield opened


def paths(view: View, frame: Frame) -> list[str]:
    return [row.path for row in view.all_rows(frame)]


def below(view: View, frame: Frame) -> dict[str, tuple[int, bool]]:
    rows = zip(view.all_rows(frame), frame.rows, strict=True)
    return {row.path: (ref.below, ref.folded) for row, ref in rows if ref.parent}


def test_rows_tell_what_is_below_them(view: View) -> None:
    assert below(view, view.frame(ViewSpec(PLAN))) == {"2": (6, False), "2.1": (3, False), "3": (0, False)}


def test_a_folded_action_hides_its_tasks_and_counts_those_that_match(view: View) -> None:
    spec = ViewSpec(PLAN, "lead:教育局", folded=frozenset({ACTION}))
    frame = view.frame(spec)
    assert paths(view, frame) == ["2", "2.1"]
    assert below(view, frame) == {"2": (3, False), "2.1": (2, True)}
    whole = view.frame(replace(spec, folded=frozenset()))
    assert (frame.counts, frame.units, frame.marks) == (whole.counts, whole.units, whole.marks)


def test_folding_everything_shows_actions_then_parts_then_all(view: View) -> None:
    spec, seen = ViewSpec(PLAN), []
    for _ in range(3):
        spec = replace(spec, folded=next_level(view.frame(spec).rows, spec.folded))
        seen.append(paths(view, view.frame(spec)))
    assert seen[0] == ["1", "2", "2.1", "2.2", "2.3", "3"]
    assert seen[1] == ["1", "2", "3"]
    assert len(seen[2]) == 10


def test_what_is_hidden_is_still_selected_by_a_query(database: Path, view: View) -> None:
    folded = ViewSpec(PLAN, "lead:教育局", folded=frozenset({PART}))
    assert view.matching(folded, True) == view.matching(ViewSpec(PLAN, "lead:教育局"), True) == ((1, 3), (1, 4), (1, 6))
    assert view.matching(folded, False) == ((1, 3),)


@pytest.mark.parametrize("other", [{"folded": frozenset({3})}, {"rows": RowOrder.LEAD}, {"hide_empty": False}])
def test_the_same_match_seen_otherwise_is_not_sought_again(view: View, other: dict[str, object]) -> None:
    spec = ViewSpec(PLAN, "unit:科协")
    view.frame(spec)
    view.frame(replace(spec, rows=RowOrder.LEAD))
    view.frame(spec)
    assert view.kept.only_proposed, "what has only proposals is read once"
    asked: list[str] = []
    view.connection.set_trace_callback(asked.append)
    view.frame(replace(spec, **other))  # type: ignore[arg-type]
    assert asked == ["PRAGMA data_version"]


def test_a_match_is_sought_again_when_the_database_has_changed(database: Path, view: View) -> None:
    spec = ViewSpec(PLAN, "lead:教育局")
    view.frame(spec)
    with sqlite3.connect(database) as other:
        other.execute("DELETE FROM assignment WHERE task_id = 3")
    other.close()
    assert view.frame(spec).rows == ()


def ordered(view: View, rows: RowOrder, query: str = "", plan: str | None = PLAN) -> list[str]:
    frame = view.frame(ViewSpec(plan, query, rows=rows))
    assert all(row.counted and row.matched != "context" for row in frame.rows)
    return paths(view, frame)


def test_by_lead_in_protocol_order_then_by_path(view: View) -> None:
    assert ordered(view, RowOrder.LEAD) == ["2.1", "2.1.1", "2.1.10", "2.1.2", "2.2", "2.3"]
    assert ordered(view, RowOrder.LEAD, "科普") == ["2.1.10", "2.1.2", "2.2"]


def test_the_lead_named_first_counts(database: Path) -> None:
    with sqlite3.connect(database) as other:
        other.execute("UPDATE assignment SET position = 2 WHERE task_id = 3 AND role = 'lead'")
        other.execute(
            "INSERT INTO assignment (task_id, unit_id, role, origin, printed, position) VALUES"
            " (3, 2, 'lead', 'ruled', '', 1), (5, 5, 'lead', 'printed', '', 2), (7, 3, 'lead', 'proposed', '', 1)"
        )
    other.close()
    with View.open(database, TODAY) as view:
        assert ordered(view, RowOrder.LEAD) == ["2.1", "2.1.1", "2.1.2", "2.1.10", "2.2", "2.3"]


def test_by_status_what_is_late_goes_first_and_what_is_done_last(view: View) -> None:
    assert ordered(view, RowOrder.STATUS) == ["2.1.1", "2.1.2", "2.1.10", "2.2", "2.3", "2.1"]


def test_by_date_of_the_task_else_of_the_next_milestone(database: Path) -> None:
    with sqlite3.connect(database) as other:
        other.execute("UPDATE task SET deadline = '2024' WHERE id = 6")
        other.execute("UPDATE task SET deadline = '2026年6月底前' WHERE id = 3")
        other.execute("UPDATE task SET deadline = '持续推进' WHERE id = 4")
    other.close()
    with View.open(database, TODAY) as view:
        assert ordered(view, RowOrder.DATE) == ["2.1.10", "2.1.1", "2.1.2", "2.2", "2.3", "2.1"]


def test_plans_stay_apart_in_every_order(view: View) -> None:
    for order in RowOrder:
        plans = [row.plan_id for row in view.frame(ViewSpec(rows=order)).rows]
        assert plans == sorted(plans)


# Columns and totals


def counted(view: View, frame: Frame) -> dict[int, RoleCounts]:
    """The totals as the cells show them, added up row by row."""
    whole = view.frame(replace(frame.spec, folded=frozenset()))
    counts: dict[int, Counter[Role | None]] = {}
    for ref, row in zip(whole.rows, view.all_rows(whole), strict=True):
        for unit, cells in row.cells.items() if ref.counted and ref.matched != "context" else ():
            roles = {cell.role for cell in cells if cell.origin is not Origin.PROPOSED}
            counts.setdefault(unit, Counter()).update((*roles, None) if roles else ())
    return {unit: RoleCounts(*(found[role] for role in (*Role, None))) for unit, found in counts.items() if found}


@pytest.mark.parametrize("query", ["", "科普", "lead:教育局", "unit:科协", "no:lead", "plan:甲市,乙县", "没有这个词"])
def test_totals_are_what_the_cells_add_up_to(view: View, query: str) -> None:
    frame = view.frame(ViewSpec(None, query, folded=frozenset({ACTION})))
    assert view.totals(frame) == counted(view, frame)


def test_totals_of_members_and_heirs_are_what_their_cells_add_up_to(database: Path) -> None:
    from sciplan_tui.workspace.unit.succeeding import merge

    set_members(database, PLAN, "各镇人民政府", add=["东镇人民政府", "市科协"], since="2024-01-01", at=AT)
    merge(database, PLAN, ["市委宣传部"], "市科协", on="2024-02-01", by=None, at=AT)
    with View.open(database, TODAY) as view:
        frame = view.frame(ViewSpec(PLAN, unfolded=frozenset({TOWNS})))
        assert view.totals(frame) == counted(view, frame)


def test_by_load_those_that_lead_most_go_first(view: View) -> None:
    spec = ViewSpec(PLAN, columns=ColumnOrder.LOAD)
    names = [unit.short for unit in view.frame(spec).units]
    assert names == ["教育局", "科协", "宣传部", "各镇", "财政局"]
    given = {5: RoleCounts(9, 0, 0, 9)}
    assert view.frame(spec, given).units[0].short == "财政局"


# Several plans


def test_a_query_names_any_of_several_plans_and_looks_only_there(view: View) -> None:
    both = view.frame(ViewSpec(query="plan:甲市,乙县"))
    assert [plan.key for plan in both.plans] == ["甲市-2021", "乙县-2022"]
    one = view.frame(ViewSpec(query="plan:乙县"))
    assert ([plan.key for plan in one.plans], one.counts.all_tasks) == (["乙县-2022"], 1)
    assert len(one.rows) == 2
    assert paths(view, view.frame(ViewSpec(query="plan:甲市、乙县 社区"))) == ["1", "1.1"]
    none = view.frame(ViewSpec(query="plan:丙市"))
    assert (none.rows, len(none.plans)) == ((), 2)
    assert len(view.frame(ViewSpec(query="-plan:甲市")).rows) == 2

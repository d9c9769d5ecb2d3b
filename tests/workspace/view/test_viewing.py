from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sciplan_tui.core.matrix import Cell, Counts, Frame, MarkCell
from sciplan_tui.core.plan import Origin, Role, Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import QueryError, RefusedError, StoreError
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data
from tests.viewing_data import TODAY

PLAN = "甲市-2021"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("view") / "view.db")


@pytest.fixture
def view(database: Path) -> Iterator[View]:
    with View.open(database, TODAY) as opened:
        yield opened


def paths(view: View, frame: Frame) -> list[str]:
    return [row.path for row in view.all_rows(frame)]


def units(frame: Frame) -> list[str]:
    return [unit.name for unit in frame.units]


def test_all_of_a_plan_in_document_order(view: View) -> None:
    frame = view.frame(ViewSpec(PLAN))
    assert paths(view, frame) == ["1", "2", "2.1", "2.1.1", "2.1.2", "2.1.10", "2.2", "2.3", "3", "3.1"]
    assert [row.depth for row in frame.rows] == [0, 0, 1, 2, 2, 2, 1, 1, 0, 1]
    assert frame.counts == Counts(tasks=6, tasks_with_inherited=6, units=5, all_tasks=6, all_units=5)
    assert {row.matched for row in frame.rows} == {"printed"}


def test_units_stand_in_protocol_order(view: View) -> None:
    names = units(view.frame(ViewSpec(PLAN)))
    assert names == ["市委宣传部", "市教育局", "市财政局", "市科协", "各镇人民政府"]


@pytest.mark.parametrize("query", ["教育", "lead:科协", "-unit:教育", "path:3", "path:2.1.10", "no:unit"])
def test_what_was_read_ahead_shows_the_same_units(view: View, query: str) -> None:
    before = units(view.frame(ViewSpec(query=query)))
    for _ in (*view.read_duties(), *view.read_ahead()):
        pass
    view.kept.match = None
    assert units(view.frame(ViewSpec(query=query))) == before


def test_a_unit_that_is_only_proposed_has_a_column_among_the_empty_ones(view: View) -> None:
    assert "市文旅局" not in units(view.frame(ViewSpec(PLAN)))
    shown = view.frame(ViewSpec(PLAN, hide_empty=False))
    assert units(shown)[-1] == "市文旅局"
    assert shown.counts.all_units == shown.counts.units == len(units(shown)) - 1, "it holds nothing as yet"
    cells = next(row.cells for row in view.all_rows(shown) if row.path == "2.1.2")
    assert [cell.origin for cell in cells[shown.units[-1].unit_id]] == [Origin.PROPOSED]
    assert "市文旅局" in [unit.name for unit in view.task(5).units]


def test_all_plans_are_grouped_and_never_joined(view: View) -> None:
    frame = view.frame(ViewSpec())
    assert [plan.key for plan in frame.plans] == ["甲市-2021", "乙县-2022"]
    assert [plan.names_units for plan in frame.plans] == [True, False]
    assert [row.plan_id for row in frame.rows] == [1] * 10 + [2] * 2
    assert [(mark.plan_id, mark.key) for mark in frame.marks] == [
        (1, "midterm-2023"), (1, "evaluation-2025"), (2, "evaluation-2025"),
    ]  # fmt: skip


def test_plan_without_units_shows_its_outline(view: View) -> None:
    frame = view.frame(ViewSpec("乙县"))
    assert paths(view, frame) == ["1", "1.1"]
    assert frame.units == ()
    assert view.window(frame, 0, 9)[1].cells == {}


def test_lead_is_counted_printed_and_inherited_with_ancestors_as_context(view: View) -> None:
    frame = view.frame(ViewSpec(PLAN, "lead:教育局"))
    assert [(path, row.matched) for path, row in zip(paths(view, frame), frame.rows, strict=True)] == [
        ("2", "context"), ("2.1", "printed"), ("2.1.1", "inherited"), ("2.1.10", "inherited"),
    ]  # fmt: skip
    assert frame.counts == Counts(tasks=1, tasks_with_inherited=3, units=3, all_tasks=6, all_units=5)
    assert units(frame) == ["市委宣传部", "市教育局", "市科协"]


def test_empty_columns_stay_where_they_are_wanted(view: View) -> None:
    assert len(view.frame(ViewSpec(PLAN, "lead:教育局", hide_empty=False)).units) == 6


def test_nothing_left_still_says_of_which_plans(view: View) -> None:
    frame = view.frame(ViewSpec(None, "没有这个词"))
    assert (frame.rows, frame.units, len(frame.plans)) == ((), (), 2)
    assert frame.counts.all_tasks == 7


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("path:2.1", ["2", "2.1", "2.1.1", "2.1.2", "2.1.10"]),
        ("path:2.1.1", ["2", "2.1", "2.1.1"]),
        ("kx", ["2", "2.1", "2.1.2"]),
        ("unit:kx", ["2", "2.1", "2.1.1", "2.1.2", "2.1.10"]),
        ("100%", ["2", "2.1", "2.1.2"]),
        ("１００％", ["2", "2.1", "2.1.2"]),
        ("_", []),
        ("no:lead", ["2", "2.2", "2.3"]),
        ("no:unit", ["2", "2.3"]),
        ("-unit:科协", ["2", "2.2", "2.3"]),
        ("kind:safeguard", ["3", "3.1"]),
        ("预算", ["3", "3.1"]),
        ("lead:财政局", ["3", "3.1"]),
        ("mark:2023=done", ["2", "2.1"]),
        ("mark:2023!=done", ["2", "2.1", "2.1.1", "2.1.2", "2.1.10", "2.2", "2.3"]),
        ("mark:2023=none kind:task", ["2", "2.1", "2.1.2", "2.1.10", "2.3"]),
        ("status:late", ["2", "2.1", "2.1.1", "2.1.2", "2.1.10", "2.2", "2.3", "3", "3.1"]),
        ("status:near", []),
        ("status:done", ["2", "2.1"]),
        ("target:人次", ["2", "2.1", "2.1.2"]),
        ("target:", ["1", "2", "2.1", "2.1.2"]),
        ("lead:文旅局", []),
    ],
)
def test_queries(view: View, query: str, expected: list[str]) -> None:
    assert paths(view, view.frame(ViewSpec(PLAN, query))) == expected


def test_outline_is_shown_but_not_counted(view: View) -> None:
    frame = view.frame(ViewSpec(PLAN, "lead:财政局"))
    assert [(row.matched, row.counted) for row in frame.rows] == [("context", False), ("printed", False)]
    assert frame.counts.tasks == 0


def test_window_has_the_cells_of_its_rows(view: View) -> None:
    frame = view.frame(ViewSpec(PLAN))
    action, child, own = view.window(frame, 2, 5)
    assert action.cells == {1: (Cell(Role.LEAD),), 2: (Cell(Role.RESPONSIBLE),), 3: (Cell(Role.RESPONSIBLE),)}
    assert child.cells == {unit: (Cell(cells[0].role, inherited=True),) for unit, cells in action.cells.items()}
    assert (child.holder_path, action.holder_path) == ("2.1", "2.1")
    assert own.cells == {2: (Cell(Role.LEAD),), 6: (Cell(Role.LEAD, origin=Origin.PROPOSED),)}
    unheld = view.window(frame, 7, 8)[0]
    assert (unheld.holder_path, unheld.cells) == (None, {2: (Cell(Role.LEAD, origin=Origin.PROPOSED),)})


def test_marks_and_lights(view: View) -> None:
    rows = {row.path: row.marks for row in view.all_rows(view.frame(ViewSpec(PLAN)))}
    assert rows["2.1"] == {data.MIDTERM: MarkCell(Status.DONE)}
    assert rows["2.1.1"] == {data.MIDTERM: MarkCell(Status.IN_PROGRESS, "late")}
    assert rows["2.2"] == {data.MIDTERM: MarkCell(None, "late")}
    assert rows["3.1"] == {data.MIDTERM: MarkCell(Status.BLOCKED, "late")}
    assert rows["1"] == rows["2"] == rows["3"] == {}


@pytest.mark.parametrize(
    ("day", "light"),
    [("2024-02-18", None), ("2024-02-19", "near"), ("2024-03-20", "near"), ("2024-03-21", "late")],
)
def test_light_turns_on_its_day(database: Path, day: str, light: str | None) -> None:
    with View.open(database, datetime.date.fromisoformat(day)) as view:
        row = view.window(view.frame(ViewSpec("乙县")), 1, 2)[0]
        assert row.marks.get(data.BARE_EVALUATION, MarkCell(None)).light == light
        for wanted in ("late", "near"):
            found = view.frame(ViewSpec("乙县", f"status:{wanted}")).rows
            assert bool(found) == (light == wanted)


def test_task_in_full(view: View) -> None:
    detail = view.task(4)
    assert [step.path for step in detail.ancestors] == ["2", "2.1"]
    assert [(unit.name, unit.printed, unit.role, unit.inherited_from) for unit in detail.units] == [
        ("市教育局", "市教育局", "lead", "2.1"),
        ("市科协", "科协", "responsible", "2.1"),
        ("市委宣传部", "市委宣传部", "responsible", "2.1"),
    ]
    assert [line.number for line in detail.lines] == [4, 5, 6, 9]
    lit = detail.lines[-1]
    assert lit.text == data.STATEMENT
    assert lit.lit == ((0, len(data.STATEMENT)),)
    assert [(mark.milestone.key, mark.mark) for mark in detail.marks] == [
        ("midterm-2023", MarkCell(Status.IN_PROGRESS, "late")),
        ("evaluation-2025", MarkCell(None)),
        ("event-1", MarkCell(None)),
    ]
    assert view.task(5).targets[0].value == 20000
    assert [problem.code for problem in view.task(5).problems] == ["units_inherited"]


def test_unit_in_full(view: View) -> None:
    detail = view.unit(1)
    assert [(duty.path, duty.role, duty.inheriting) for duty in detail.duties] == [("2.1", "lead", 2)]
    assert detail.printed == ("市教育局",)


def test_what_is_gone_is_said(view: View) -> None:
    with pytest.raises(RefusedError, match="99"):
        view.task(99)
    with pytest.raises(RefusedError, match="99"):
        view.unit(99)


def test_wrong_query_and_wrong_plan_are_said(view: View) -> None:
    with pytest.raises(QueryError):
        view.frame(ViewSpec(PLAN, "led:x"))
    with pytest.raises(RefusedError, match=r"甲市-2021《.+》 乙县-2022《.+》"):
        view.frame(ViewSpec("丙", ""))
    with pytest.raises(RefusedError, match=r"甲市-2021《.+》 乙县-2022《.+》"):
        view.frame(ViewSpec("-202", ""))
    with pytest.raises(RefusedError, match=r"甲市-2021《.+》 乙县-2022《.+》"):
        view.frame(ViewSpec("", ""))


@pytest.mark.parametrize(
    ("query", "with_inherited", "expected"),
    [
        ("lead:教育局", False, [3]),
        ("lead:教育局", True, [3, 4, 6]),
        ("lead:财政局", False, []),
        ("科普", False, [5, 6, 7]),
        ("path:2.1", False, [3, 4, 5, 6]),
    ],
)
def test_select_touches_what_prints_the_match(
    database: Path, query: str, with_inherited: bool, expected: list[int]
) -> None:
    with View.open(database, TODAY) as view:
        chosen = view.matching(ViewSpec(PLAN, query), with_inherited)
    assert chosen == tuple((1, task) for task in expected)


def test_what_others_write_is_seen(tmp_path: Path) -> None:
    with View.open(data.fill(tmp_path / "view.db"), TODAY) as view:
        before, seen = view.frame(ViewSpec(PLAN)), view.version()
        other = sqlite3.connect(tmp_path / "view.db")
        other.execute("DELETE FROM task WHERE id = 8")
        other.execute("INSERT INTO mark (task_id, milestone_id, status) VALUES (7, ?, 'done')", (data.MIDTERM,))
        other.commit()
        other.close()
        after = view.frame(ViewSpec(PLAN))
        assert view.version() != seen
        assert len(after.rows) == len(before.rows) - 1
        assert view.window(after, 6, 7)[0].marks == {data.MIDTERM: MarkCell(Status.DONE)}
        assert len(view.window(before, 0, 99)) == len(after.rows)


def test_reading_leaves_no_lock_and_writes_nothing(tmp_path: Path) -> None:
    database = data.fill(tmp_path / "view.db")
    before = database.read_bytes()
    with View.open(database, TODAY) as view:
        view.frame(ViewSpec(PLAN, "lead:教育局"))
        other = sqlite3.connect(database, timeout=0)
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")
        other.close()
    assert database.read_bytes() == before


def test_missing_database_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        View.open(tmp_path / "none.db", TODAY)
    assert raised.value.code == "no_database"
    assert list(tmp_path.iterdir()) == []

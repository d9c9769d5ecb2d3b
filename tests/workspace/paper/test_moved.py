"""What moved since an entry is the difference of two states, however the record came from one to the other."""

from __future__ import annotations

import datetime
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciplan_tui.core.plan import MilestoneKind, Role, Status
from sciplan_tui.core.sheet import Code, Sheet
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit import correcting, correcting_duties
from sciplan_tui.workspace.edit.milestones import add_milestone, set_milestone
from sciplan_tui.workspace.edit.targets import add_target, drop_target, set_target
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.paper.moved import moved, moves
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.progress.reporting import drop_report, report_value
from sciplan_tui.workspace.unit import succeeding
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import assignment, changed, small, task, with_tasks
from tests.workspace.stored import task_id

TODAY = datetime.date(2023, 10, 20)
AT = "2023-10-20T09:00:00"
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
STATES = {
    "mark": "SELECT mark.task_id, label, status FROM mark JOIN milestone ON milestone.id = milestone_id",
    "assignment": (
        "SELECT task.id, name, role FROM task JOIN assignment ON task_id = holder_id JOIN unit ON unit.id = unit_id"
        " WHERE origin <> 'proposed'"
    ),
    "task": "SELECT id, '', title FROM task",
    "target": (
        "SELECT task_id, indicator, CASE comparator WHEN '=' THEN '' ELSE comparator || ' ' END"
        " || CAST(value AS INTEGER) || rtrim(' ' || unit) || coalesce(' ' || deadline, '') FROM target"
    ),
    "reported": (
        "SELECT task_id, indicator, CAST(r.value AS INTEGER) || rtrim(' ' || unit) FROM reported AS r"
        " JOIN target ON target.id = target_id WHERE on_day = (SELECT max(on_day) FROM reported AS o"
        " WHERE o.target_id = r.target_id)"
    ),
    "milestone": "SELECT NULL, label, substr(end_on, 1, 4) FROM milestone",
}
"""What is said in each kind: by the number of its task and what it is about."""
Told = dict[tuple[str, int | None, str], Counter[str]]


def told(path: Path) -> Told:
    found: Told = {}
    with closing(sqlite3.connect(path)) as connection:
        for kind, sql in STATES.items():
            for number, about, value in connection.execute(sql).fetchall():
                found.setdefault((kind, number, about), Counter())[value] += 1
    return found


def own(path: Path) -> set[int]:
    """The tasks with a statement of their own: who inherits it is told there."""
    with closing(sqlite3.connect(path)) as connection:
        return {task for (task,) in connection.execute("SELECT task_id FROM assignment WHERE origin <> 'proposed'")}


def expected(was: Told, now: Told, ruled: set[int]) -> Counter[tuple[Any, ...]]:
    lines: Counter[tuple[Any, ...]] = Counter()
    for at in {at for at in {*was, *now} if at[0] != "assignment" or at[1] in ruled}:
        before, after = was.get(at, Counter()), now.get(at, Counter())
        for one, other in zip_longest(_order(before - after), _order(after - before)):
            lines[(*at, one, other)] += 1
    return lines


def _order(values: Counter[str]) -> list[str]:
    roles = list(map(str, Role))
    return sorted(values.elements(), key=lambda value: (roles.index(value) if value in roles else 0, value))


def lines(path: Path, sheet: Sheet) -> Counter[tuple[Any, ...]]:
    """The sheet's rows, each task by its number: paths and titles are those of now, or of when it went."""
    with closing(sqlite3.connect(path)) as connection:
        numbers = dict(connection.execute("SELECT path, id FROM task").fetchall())
    keys = [column.key for column in sheet.columns]
    rows = (dict(zip(keys, row, strict=True)) for row in sheet.rows)
    return Counter(
        (
            row["what"].value,
            numbers.get(row["path"]),
            row["unit"] or row["about"] or "",
            *map(plain, (row["was"], row["now"])),
        )
        for row in rows
    )


def plain(value: Any) -> Any:
    return value.value if isinstance(value, Code) else value


def since(path: Path, entry: int, unit: int | None = None) -> Sheet:
    with View.open(path, TODAY) as view:
        return moved(view, entry, (1,), unit)


def entries(path: Path) -> int:
    with View.open(path, TODAY) as view:
        return view.state


def rows(sheet: Sheet) -> list[tuple[Any, ...]]:
    """What they say, without the plan and the query."""
    return [tuple(map(plain, row[1:-1])) for row in sheet.rows]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


DAYS = ("2023-03-31", "2023-06-30", "2023-09-30")
NAMES = ("市教育局", "团市委", "市新局")
ACTIONS: Mapping[str, Callable[[Path, int, int], object]] = {
    "mark": lambda db, a, b: mark_tasks(db, [1 + a % 6], milestone="2023", status=[*Status, None][b % 7], at=AT),
    "title": lambda db, a, b: correcting.correct_title(db, 1 + a % 6, f"标题{b % 2}", at=AT),
    "add unit": lambda db, a, b: correcting_duties.add_assignment(db, 1 + a % 6, NAMES[b % 3], [*Role][a % 3], at=AT),
    "drop unit": lambda db, a, b: correcting_duties.remove_assignment(db, 1 + a % 9, at=AT),
    "role": lambda db, a, b: correcting_duties.correct_role(db, 1 + a % 9, [*Role][b % 3], at=AT),
    "add figure": lambda db, a, b: add_target(db, 1 + a % 6, {"indicator": f"指标{b % 2}", "value": f"{b}"}, at=AT),
    "figure": lambda db, a, b: set_target(db, 1 + a % 3, {"value": f"{200 + b}"}, at=AT),
    "drop figure": lambda db, a, b: drop_target(db, 1 + a % 3, with_all=True, at=AT),
    "report": lambda db, a, b: report_value(db, 1 + a % 3, f"{b}", on=DAYS[b % 3], at=AT),
    "drop report": lambda db, a, b: drop_report(db, 1 + a % 3, at=AT),
    "milestone": lambda db, a, b: set_milestone(db, None, "中期", date=f"{2023 + b % 2}", at=AT),
    "undo": lambda db, a, b: undo(db, at=AT),
    "redo": lambda db, a, b: redo(db, at=AT),
}
STEPS = st.lists(
    st.tuples(st.sampled_from((*ACTIONS, "undo", "undo", "redo")), st.integers(0, 20), st.integers(0, 8)), max_size=14
)


def play(path: Path, steps: list[tuple[str, int, int]]) -> None:
    for what, one, other in steps:
        try:
            if what != "undo" or entries(path) > 1:
                ACTIONS[what](path, one, other)
        except RefusedError:
            continue


@given(before=STEPS, after=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_it_is_the_difference_of_what_was_said_and_what_is(
    before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "sciplan.db"
        import_plan(path, small(), "raw", at=AT)
        play(path, before)
        was, ruled, entry = told(path), own(path), entries(path)
        play(path, after)
        if any(("task", 1, "") not in state for state in (was, told(path))):
            return  # Of a plan that came or went as a whole one line is told.
        assert lines(path, since(path, entry)) == expected(was, told(path), ruled | own(path))


def test_a_unit_that_was_taken_back_and_is_given_again_has_not_moved(database: Path) -> None:
    play(database, [("add unit", 0, 8)])
    before = entries(database)
    play(database, [("undo", 0, 0), ("add unit", 0, 8)])
    assert rows(since(database, before)) == []


def test_a_task_or_a_milestone_that_was_taken_back_and_is_given_again_has_not_moved(database: Path) -> None:
    told = [*small().tasks[:4], task("2.1.3", "举办科普大讲堂", assignment("市科协")), *small().tasks[4:]]

    def given() -> None:
        import_plan(database, with_tasks(small(), told, "2"), "raw", accept=True, at=AT)
        add_milestone(database, plan=None, kind=MilestoneKind.MIDTERM_REVIEW, date="2024", label="县区自查", at=AT)
        for label in ("中期督查", "县区自查"):
            mark_tasks(database, [task_id(database, "2.1.3")], milestone=label, status=Status.DONE, at=AT)

    given()
    before, number = entries(database), task_id(database, "2.1.3")
    for _ in range(4):
        undo(database, at=AT)
    given()
    assert task_id(database, "2.1.3") != number
    assert rows(since(database, before)) == []
    mark_tasks(database, [task_id(database, "2.1.3")], milestone="县区自查", status=Status.BLOCKED, at=AT)
    assert [line[2:7] for line in rows(since(database, before))] == [("mark", "县区自查", None, "done", "blocked")]


def test_what_is_changed_and_changed_back_is_no_line(database: Path) -> None:
    mark_tasks(database, [3], milestone="2023", status=Status.DONE, at=AT)
    report_value(database, 1, "215", on="2023-06-30", at=AT)
    entry = entries(database)
    mark_tasks(database, [3], milestone="2023", status=None, at=AT)
    mark_tasks(database, [3], milestone="2023", status=Status.DONE, at=AT)
    drop_report(database, 1, at=AT)
    undo(database, at=AT)
    drop_target(database, 1, with_all=True, at=AT)
    undo(database, at=AT)
    assert since(database, entry).rows == ()


def test_each_kind_has_its_line_in_document_order(database: Path) -> None:
    on = "2023-09-30"
    mark_tasks(database, [task_id(database, "2.1.1")], milestone="2023", status=Status.DONE, on=on, at=AT)
    report_value(database, 1, "215", on=on, at=AT)
    report_value(database, 1, "180", on="2023-03-31", at=AT)
    set_target(database, 1, {"value": "250", "frequency": ""}, at=AT)
    correcting.correct_title(database, task_id(database, "2.2"), "农民素质提升行动", at=AT)
    correcting_duties.add_assignment(database, task_id(database, "2.2.1"), "团市委", Role.SUPPORT, at=AT)
    set_milestone(database, None, "2023", date="2024", at=AT)
    day, farmers = AT[:10], "培训高素质农民队伍"
    assert rows(since(database, 1)) == [
        (None, None, "milestone", "中期督查", None, "2023", "2024", day),
        ("2.1.1", "弘扬科学家精神进校园", "mark", "中期督查", None, None, "done", on),
        ("2.2", "农民素质提升行动", "task", None, None, "农民科学素质提升行动", "农民素质提升行动", day),
        ("2.2.1", farmers, "assignment", None, "团市委", None, "support", day),
        ("2.2.1", farmers, "target", "培训人次", None, ">= 200 人次", ">= 250 人次", day),
        ("2.2.1", farmers, "frequency", "培训人次", None, "annual", None, day),
        ("2.2.1", farmers, "reported", "培训人次", None, None, "215 人次", on),
    ]


def test_a_figure_that_is_renamed_is_one_line(database: Path) -> None:
    set_target(database, 1, {"indicator": "培训农民"}, at=AT)
    (line,) = rows(since(database, 1))
    assert line[2:7] == ("target", "培训农民", None, "培训人次 >= 200 人次", ">= 200 人次")


def test_a_task_that_goes_takes_what_it_held_along(database: Path) -> None:
    mark_tasks(database, [task_id(database, "2.1.2")], milestone="2023", status=Status.DONE, at=AT)
    entry = entries(database)
    import_plan(database, changed(small(), p2_1_2=None), "raw", accept=True, at=AT)
    assert rows(since(database, entry)) == []
    seen = pending(database, "甲市-2021").differences
    decide(database, "甲市-2021", accepted=(0,), rejected=(), seen=seen, at=AT)
    assert [line[:7] for line in rows(since(database, entry))] == [
        ("2.1.2", "办好青少年科技创新大赛", "task", None, None, "办好青少年科技创新大赛", None),
        ("2.1.2", "办好青少年科技创新大赛", "assignment", None, "市教育局", "responsible", None),
        ("2.1.2", "办好青少年科技创新大赛", "assignment", None, "市科协", "lead", None),
        ("2.1.2", "办好青少年科技创新大赛", "mark", "中期督查", None, "done", None),
    ]


def test_of_a_unit_it_is_what_it_holds_or_inherits_and_what_it_held(database: Path) -> None:
    tasks = {path: task_id(database, path) for path in ("2.1.1", "2.1.2", "2.2.1")}
    mark_tasks(database, list(tasks.values()), milestone="2023", status=Status.DONE, at=AT)
    unit = one(database, "SELECT id FROM unit WHERE name = '团市委'")
    assert [line[0] for line in rows(since(database, 1, unit))] == ["2.1.1"]
    held = one(database, f"SELECT id FROM assignment WHERE unit_id = {unit}")
    correcting_duties.remove_assignment(database, held, at=AT)
    assert [line[:3] for line in rows(since(database, 1, unit))] == [("2.1", "青少年科学素质提升行动", "assignment")]


def test_who_takes_over_is_told_of_the_unit_that_was_and_of_the_one_that_is(database: Path) -> None:
    succeeding.rename(database, "甲市", "团市委", "市青年局", on="2023-01-01", at=AT)
    heir = one(database, "SELECT id FROM unit WHERE name = '市青年局'")
    line = (None, None, "succession", None, "团市委", None, "市青年局", "2023-01-01")
    assert rows(since(database, 1)) == [line]
    assert rows(since(database, 1, heir)) == [line]
    assert rows(since(database, 1, one(database, "SELECT id FROM unit WHERE name = '市科协'"))) == []


def test_of_a_plan_that_came_since_one_line_and_its_marks(database: Path) -> None:
    import_plan(database, small("乙市"), "raw", at=AT)
    mark_tasks(database, [9], milestone="2023", status=Status.DONE, at=AT)
    with View.open(database, TODAY) as view:
        assert [row[3] for row in moved(view, 1, (1, 2)).rows] == [Code("table", "plan"), Code("table", "mark")]
        assert moved(view, 1, (1,)).rows == ()
        assert moves(view, 2).sheet(view, (2,)) == moved(view, 2, (2,))


def one(path: Path, sql: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(sql).fetchone()[0])

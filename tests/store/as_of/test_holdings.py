"""The view `held`: nothing where no unit changed, the indexes where some did, and anew where another has written."""

from __future__ import annotations

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.store.as_of.holdings import ask_on
from sciplan_tui.store.database.engine import connect
from sciplan_tui.workspace.view.viewing import View
from tests import viewing_data as data

EDUCATION, ASSOCIATION, PROPAGANDA, TOWNS, FINANCE, TOURISM = range(1, 7)
ACTION, FAIR = 3, 5
DAY = "2024-03-01"
RENAMED = (1, EDUCATION, FINANCE, "rename", "2023-05-01", None)
SPLIT = (1, ASSOCIATION, PROPAGANDA, "split", None, FAIR)
PLANS = {
    "by task": "SELECT unit_id, role, printed FROM held WHERE task_id IN (3, 4)",
    "by holder": "SELECT task.id FROM task JOIN held ON held.task_id = task.holder_id WHERE task.id IN (3, 4)",
    "by unit": "SELECT task_id FROM held WHERE printed_id IN (1, 2) AND unit_id = 1 AND role = 'lead'",
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return data.fill(tmp_path / "sciplan.db")


def succeed(database: Path, *successions: tuple[object, ...]) -> None:
    with closing(sqlite3.connect(database)) as connection:
        columns = "plan_id, from_id, to_id, kind, on_date, task_id"
        connection.executemany(f"INSERT INTO succession ({columns}) VALUES (?, ?, ?, ?, ?, ?)", successions)
        connection.commit()


def plan_of(connection: sqlite3.Connection, sql: str) -> str:
    return "\n".join(str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}"))


def test_where_no_unit_changed_held_is_assignment_itself(database: Path) -> None:
    with closing(connect(database)) as connection:
        ask_on(connection, DAY)
        for sql in PLANS.values():
            plain = sql.replace("printed_id", "unit_id").replace("held.", "a.").replace(" held", " assignment AS a")
            assert plan_of(connection, sql) == plan_of(connection, plain)
        rows = "SELECT id, task_id, unit_id, role, origin, printed, ruled_on FROM {} ORDER BY id"
        held, stored = (connection.execute(rows.format(name)).fetchall() for name in ("held", "assignment"))
        assert held == stored


def test_held_is_made_without_a_look_at_all_assignments(database: Path) -> None:
    few = _steps(database)
    with closing(sqlite3.connect(database)) as connection:
        columns = ", ".join(name for _, name, *_ in connection.execute("PRAGMA table_info(assignment)") if name != "id")
        connection.executemany(
            f"INSERT INTO assignment ({columns}) SELECT {columns} FROM assignment WHERE id = ?", [(1,)] * 1000
        )
        connection.commit()
    assert _steps(database) - few < 100


def _steps(database: Path) -> int:
    """Instructions of SQLite's machine that it takes to make `held`."""
    taken: list[int] = []
    with closing(connect(database)) as connection:
        connection.set_progress_handler(lambda: taken.append(1), 1)
        ask_on(connection, DAY)
        connection.set_progress_handler(None, 0)
    return len(taken)


@pytest.mark.parametrize("successions", [[RENAMED], [RENAMED, SPLIT]], ids=["renamed", "split"])
@pytest.mark.parametrize("sql", PLANS.values(), ids=list(PLANS))
def test_no_query_reads_all_assignments(database: Path, sql: str, successions: list[tuple[object, ...]]) -> None:
    succeed(database, *successions)
    with closing(connect(database)) as connection:
        ask_on(connection, DAY)
        told = plan_of(connection, sql)
        assert "SCAN" not in told
        assert ("ix_assignment_unit" if "printed_id" in sql else "ix_assignment_task") in told


def test_the_printed_name_stays_and_the_holder_is_that_of_the_day(database: Path) -> None:
    succeed(database, RENAMED, SPLIT)
    sql = "SELECT task_id, unit_id, printed_id, printed FROM held WHERE printed_id IN (1, 2) AND origin = 'printed'"
    with closing(connect(database)) as connection:
        ask_on(connection, DAY)
        assert connection.execute(f"{sql} ORDER BY id").fetchall() == [
            (ACTION, FINANCE, EDUCATION, "市教育局"),
            (ACTION, ASSOCIATION, ASSOCIATION, "科协"),
            (FAIR, PROPAGANDA, ASSOCIATION, "市科协"),
        ]
        ask_on(connection, "2023-04-30")
        assert connection.execute(f"{sql} ORDER BY id").fetchall()[0][1] == EDUCATION


def test_a_unit_is_named_where_it_holds_something_that_day(database: Path) -> None:
    succeed(database, RENAMED, SPLIT, (1, TOWNS, TOURISM, "merge", "2024-01-01", None))
    named = "SELECT id FROM named ORDER BY id"
    with closing(connect(database)) as connection:
        ask_on(connection, DAY)
        assert [row[0] for row in connection.execute(named)] == [ASSOCIATION, PROPAGANDA, FINANCE, TOURISM]
        ask_on(connection, "2023-12-31")
        assert [row[0] for row in connection.execute(named)] == [ASSOCIATION, PROPAGANDA, TOWNS, FINANCE]


def test_an_open_view_sees_what_another_has_written_and_asks_about_its_own_day(database: Path) -> None:
    today = datetime.date.fromisoformat(DAY)
    with View.open(database, today) as view, View.open(database, today, datetime.date(2022, 1, 1)) as before:
        assert EDUCATION in {unit.unit_id for unit in view.frame(ViewSpec()).units}
        succeed(database, RENAMED)
        assert EDUCATION not in {unit.unit_id for unit in view.frame(ViewSpec()).units}
        assert EDUCATION in {unit.unit_id for unit in before.frame(ViewSpec()).units}
        row = view.window(view.frame(ViewSpec(query="path:2.1")), 1, 2)[0]
        assert {FINANCE, ASSOCIATION} <= row.cells.keys()


def test_two_that_became_one_have_one_cell(database: Path) -> None:
    succeed(database, (1, PROPAGANDA, ASSOCIATION, "merge", "2023-05-01", None))
    with View.open(database, datetime.date.fromisoformat(DAY)) as view:
        row = view.window(view.frame(ViewSpec(query="path:2.1")), 1, 2)[0]
    assert len(row.cells[ASSOCIATION]) == 1

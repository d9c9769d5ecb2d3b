"""What a database holds, asked by paths and names as a person knows them."""

from __future__ import annotations

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.view.viewing import View

TODAY = datetime.date(2023, 7, 1)
TABLES = ("task", "unit", "assignment", "problem", "mark", "target", "reported", "milestone")


def ask(database: Path, sql: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql, values).fetchall()


def state(database: Path) -> list[list[Any]]:
    return [ask(database, f"SELECT * FROM {table} ORDER BY id") for table in TABLES]


def task_id(database: Path, path: str) -> int:
    return int(ask(database, "SELECT id FROM task WHERE path = ?", path)[0][0])


def held(database: Path, path: str, unit: str) -> int:
    sql = (
        "SELECT assignment.id FROM assignment JOIN unit ON unit.id = unit_id JOIN task ON task.id = task_id"
        " WHERE path = ? AND name = ?"
    )
    return int(ask(database, sql, path, unit)[0][0])


def names(database: Path, path: str) -> list[tuple[str, str]]:
    with View.open(database, TODAY) as view:
        task = view.task(task_id(database, path))
    return [(unit.name, str(unit.role)) for unit in task.units if unit.reason is None]


def found(database: Path, query: str) -> set[str]:
    with View.open(database, TODAY) as view:
        tasks = [task for _, task in view.matching(ViewSpec(None, query), with_inherited=True)]
    return {str(ask(database, "SELECT path FROM task WHERE id = ?", task)[0][0]) for task in tasks}

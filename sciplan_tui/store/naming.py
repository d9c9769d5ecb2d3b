"""Tasks by their path and units by their name, across plans."""

from __future__ import annotations

import sqlite3

from sciplan_tui.core.folding import fold
from sciplan_tui.core.unit_name import KnownUnit

Named = tuple[int, str, str]


def tasks_at(connection: sqlite3.Connection, path: str, plan_id: int | None) -> list[Named]:
    """The tasks with this path, one a plan at most: (id, plan key, path)."""
    found = connection.execute(
        'SELECT task.id, plan."key", path FROM task JOIN plan ON plan.id = plan_id'
        " WHERE path = ? AND (? IS NULL OR plan_id = ?) ORDER BY plan.id",
        (path, plan_id, plan_id),
    )
    return found.fetchall()


def units_called(connection: sqlite3.Connection, name: str, plan_id: int | None) -> list[Named]:
    """The units whose full or short name is `name` (folded), else those that answer to it as a part of any name."""
    found = connection.execute(
        'SELECT unit.id, plan."key", name, short FROM unit JOIN plan ON plan.id = plan_id'
        " WHERE instr(search, ?) > 0 AND (? IS NULL OR plan_id = ?) ORDER BY plan.id, unit.position",
        (name, plan_id, plan_id),
    ).fetchall()
    exact = [row for row in found if name in (fold(row[2]), fold(row[3]))]
    return [row[:3] for row in exact or found] if name else []


def known_units(connection: sqlite3.Connection) -> tuple[KnownUnit, ...]:
    """All units of all plans, in the order of the plans."""
    found = connection.execute(
        'SELECT unit.id, plan_id, plan."key", name, short, search FROM unit JOIN plan ON plan.id = plan_id'
        " ORDER BY plan_id, unit.position, unit.id"
    )
    return tuple(KnownUnit(*row) for row in found.fetchall())

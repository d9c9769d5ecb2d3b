"""Tasks by their path and units by their name, across plans."""

from __future__ import annotations

import sqlite3

from sciplan_tui.core.unit.name import KnownUnit
from sciplan_tui.store.conditions import PROTOCOL_ORDER

Named = tuple[int, str, str]


def tasks_at(connection: sqlite3.Connection, path: str, plan_id: int | None) -> list[Named]:
    """The tasks with this path, one a plan at most: (id, plan key, path)."""
    found = connection.execute(
        'SELECT task.id, plan."key", path FROM task JOIN plan ON plan.id = plan_id'
        " WHERE path = ? AND (? IS NULL OR plan_id = ?) ORDER BY plan.id",
        (path, plan_id, plan_id),
    )
    return found.fetchall()


def known_units(connection: sqlite3.Connection, plan_id: int | None = None) -> tuple[KnownUnit, ...]:
    """The units of one plan, or of all in their order."""
    found = connection.execute(
        'SELECT unit.id, plan_id, plan."key", name, short, search FROM unit JOIN plan ON plan.id = plan_id'
        f" WHERE ? IS NULL OR plan_id = ? ORDER BY plan_id, {PROTOCOL_ORDER}",
        (plan_id, plan_id),
    )
    return tuple(KnownUnit(*row) for row in found.fetchall())

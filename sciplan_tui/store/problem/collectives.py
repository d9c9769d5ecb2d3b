"""Which of a plan's collective units have members by now: what a problem says of them changes as they are filled in."""

from __future__ import annotations

import sqlite3

from sciplan_tui.core.plan import LISTED, Problem

CODE = "collectives"
_COLLECTIVES = (
    "SELECT id, name FROM unit WHERE plan_id = ? AND collective = 1 AND EXISTS"
    " (SELECT 1 FROM main.assignment WHERE unit_id = unit.id AND origin <> 'proposed') ORDER BY position, id"
)
_FILLED = "SELECT DISTINCT collective_id FROM membership WHERE plan_id = ?"


def collectives(connection: sqlite3.Connection, plan_id: int) -> dict[int, str]:
    """The collective units that hold something in a plan, by their ids; proposals do not count."""
    return dict(connection.execute(_COLLECTIVES, (plan_id,)).fetchall())


def with_members(connection: sqlite3.Connection, plan_id: int) -> frozenset[int]:
    """The collective units whose members are known."""
    return frozenset(number for (number,) in connection.execute(_FILLED, (plan_id,)))


def as_filled_in(connection: sqlite3.Connection, plan_id: int, problem: Problem) -> Problem:
    """The problem as it is now: where some have members and some have none yet, it tells which (`filled`)."""
    if problem.code != CODE:
        return problem
    found, known = collectives(connection, plan_id), with_members(connection, plan_id)
    filled = [name for number, name in found.items() if number in known]
    empty = [name for number, name in found.items() if number not in known]
    if not filled or not empty:
        return problem
    told = {"count": str(len(empty)), "names": LISTED.join(empty), "filled": LISTED.join(filled)}
    return Problem(problem.code, problem.line, tuple(told.items()))

"""Which of a plan's collective units have members by now: what a problem says of them changes as they are filled in."""

from __future__ import annotations

import sqlite3

from sciplan_tui.core.plan import LISTED, Problem

CODE = "collectives"
_COLLECTIVES = (
    "SELECT name, EXISTS (SELECT 1 FROM membership WHERE collective_id = unit.id) FROM unit"
    " WHERE plan_id = ? AND collective = 1 ORDER BY position, id"
)


def as_filled_in(connection: sqlite3.Connection, plan_id: int, problem: Problem) -> Problem:
    """The problem as it is now: where some have members and some have none yet, it tells which (`filled`)."""
    if problem.code != CODE:
        return problem
    found = connection.execute(_COLLECTIVES, (plan_id,)).fetchall()
    filled = [name for name, has_members in found if has_members]
    empty = [name for name, has_members in found if not has_members]
    if not filled or not empty:
        return problem
    told = {"count": str(len(empty)), "names": LISTED.join(empty), "filled": LISTED.join(filled)}
    return Problem(problem.code, problem.line, tuple(told.items()))

"""What a gesture does to problems beside what it was made for: those that it answers are settled with it.

So one undo takes back both, and nobody is asked for what is there already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.journal import Change, Row

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.detail.answering import Made

_TOUCHED = ("plan", "milestone", "task", "assignment", "membership")


def settled_with(connection: sqlite3.Connection, plan: object, changes: Sequence[Change], at: str) -> list[Change]:
    """The changes that settle, on the day of `at`, what `changes` answer of the problems of the plan of this key.

    `changes` are planned, and not yet made.
    """
    from sciplan_tui.core.detail.answering import CODES, answered
    from sciplan_tui.store.problem.doubts import read_doubts
    from sciplan_tui.store.rows import rows

    touching = [change for change in changes if change.table in _TOUCHED]
    found = rows(connection, "plan", '"key" = ?', (plan,)) if touching and plan else []
    if not found:
        return []
    doubts = [one for one in read_doubts(connection, found[0]["id"]) if one.problem.code in CODES and not one.settled]
    made = list(_made(connection, found[0]["id"], touching)) if doubts else []
    return [
        Change("problem", one.problem_id, {"settled_on": None}, {"settled_on": at[:10]})
        for one in doubts
        if answered(one, made)
    ]


def _made(connection: sqlite3.Connection, plan_id: int, changes: Sequence[Change]) -> Iterator[Made]:
    """Each change with its row, and with what is beside it once all are made."""
    from sciplan_tui.core.detail.answering import Made
    from sciplan_tui.store.rows import rows

    for change in changes:
        (now,) = rows(connection, change.table, "id = ?", (change.id,)) or [{}]
        row = {**now, **(change.new or {})}
        here: list[Row] = []
        if change.table == "assignment":
            held = rows(connection, "assignment", "task_id = ?", (row["task_id"],))
            here = _after({one["id"]: one for one in held}, changes)
        elif change.table == "membership":
            here = list(_without_members(connection, plan_id, changes))
        yield Made(change, row, here)


def _without_members(connection: sqlite3.Connection, plan_id: int, changes: Sequence[Change]) -> Iterator[Row]:
    """The collective units that hold something and have no member once the changes are made."""
    from sciplan_tui.store.problem.collectives import collectives, with_members

    added = (change.new for change in changes if change.table == "membership" and change.old is None)
    joined = with_members(connection, plan_id) | {new["collective_id"] for new in added if new is not None}
    return ({"id": number} for number in collectives(connection, plan_id) if number not in joined)


def _after(held: dict[int, Row], changes: Sequence[Change]) -> list[Row]:
    """Assignments once the changes to them are made; one that is added holds nothing twice, or it was refused."""
    altered = {change.id: change.new for change in changes if change.table == "assignment"}
    rows = ((row, altered.get(number, {})) for number, row in held.items())
    return [{**row, **new} for row, new in rows if new is not None]

"""Settling problems: a person has looked, and says so. A settled one stays in the list, and can be opened again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Gesture
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.gesture import given_text
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out

if TYPE_CHECKING:
    import sqlite3


def settle(database: Path, problem_ids: Sequence[int], note: str | None = None, *, at: str) -> Gesture:
    """Note that these problems are settled, on the day of `at` (ISO), and how. Settled ones stay as they are.

    RefusedError: no problem is given, or one is gone or never was; the note is too long.
    """
    from sciplan_tui.core.characters import show_text

    told = show_text(given_text.note(note) or "") or None
    return _set(database, problem_ids, "settle", {"settled_on": at[:10], "settled_note": told}, at)


def unsettle(database: Path, problem_ids: Sequence[int], *, at: str) -> Gesture:
    """Open settled problems again. RefusedError: no problem is given, or one is gone or never was."""
    return _set(database, problem_ids, "unsettle", {"settled_on": None, "settled_note": None}, at)


def _set(database: Path, problem_ids: Sequence[int], what: str, wanted: dict[str, Any], at: str) -> Gesture:
    from sciplan_tui.core.diff.difference import altered
    from sciplan_tui.store.problem.doubts import plan_keys_of, problem_rows

    def planned(connection: sqlite3.Connection) -> Planned:
        if not problem_ids:
            raise RefusedError("no_problem_chosen")
        found = problem_rows(connection, problem_ids)
        if never := _never_given(connection, problem_ids):
            raise RefusedError("no_such_problem", numbers=never)
        if gone := len(set(problem_ids)) - len(found):
            raise RefusedError("problem_gone", count=gone)
        open_ones = [row for row in found if (row["settled_on"] is None) == (what == "settle")]
        changes = [altered("problem", row, wanted) for row in open_ones]
        plans = " ".join(plan_keys_of(connection, open_ones or found))
        return {"what": what, "plan": plans, "count": len(open_ones), "note": wanted["settled_note"]}, changes

    return carry_out(database, "settle", planned, at)


def _never_given(connection: sqlite3.Connection, problem_ids: Sequence[int]) -> tuple[str, ...]:
    """The numbers that no problem has, nor ever had."""
    from sciplan_tui.store.journal.writing import next_id

    given = range(1, next_id(connection, "problem"))
    return tuple(str(number) for number in dict.fromkeys(problem_ids) if number not in given)

"""The problems of the newest editions, with the tasks they are about and the lines they stand on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from sciplan_tui.core.detail.doubt import Doubt, PlacedTask, Proposed, Whereabouts
from sciplan_tui.core.diff.last_said import STALE
from sciplan_tui.core.journal import Row
from sciplan_tui.core.plan import Role
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.problem.collectives import as_filled_in
from sciplan_tui.store.problem.stored import stored_problem
from sciplan_tui.store.rows import rows

_NEWEST = "number = (SELECT max(newest.number) FROM edition AS newest WHERE newest.plan_id = edition.plan_id)"
_PROBLEMS = (
    'SELECT problem.id, edition.plan_id, plan."key", code, line, details, settled_on, settled_note'
    " FROM problem JOIN edition ON edition.id = edition_id JOIN plan ON plan.id = edition.plan_id"
    f" WHERE (? IS NULL OR plan.id = ?) AND {_NEWEST} ORDER BY plan.id, problem.position"
)
_STALE = f"(said_path NOT LIKE '%{STALE}{STALE}' AND rtrim(said_path, '0123456789') LIKE '%{STALE}{STALE}')"
"""The sign with the number of an edition behind it; one that ends in the sign is a path that was yielded."""
_SAID = f"(said_path IS NULL OR NOT {_STALE})"
"""The newest edition says the task; else its lines are of an earlier one, and tell nothing of these problems."""
_TASKS = (
    f"SELECT id, coalesce(said_path, path), CASE WHEN {_SAID} THEN line END, line_end, path, title FROM task"
    " WHERE plan_id = ? ORDER BY position"
)
_STATED = (
    "SELECT assignment.line, min(task_id) FROM assignment JOIN task ON task.id = task_id"
    f" WHERE plan_id = ? AND assignment.line IS NOT NULL AND origin = 'printed' AND {_SAID} GROUP BY assignment.line"
)
_PROPOSED = (
    "SELECT assignment.id, task.id, path, title, unit.name, role, reason, assignment.line"
    " FROM assignment JOIN task ON task.id = task_id JOIN unit ON unit.id = unit_id"
    " WHERE task.plan_id = ? AND origin = 'proposed' AND NOT (role = 'lead' AND EXISTS ("
    "SELECT 1 FROM assignment AS held"
    " WHERE held.task_id = task.id AND held.role = 'lead' AND held.origin <> 'proposed'))"
    " ORDER BY task.position, assignment.position, assignment.id"
)
_RAW = f"SELECT raw FROM edition WHERE plan_id = ? AND {_NEWEST}"


def read_doubts(connection: sqlite3.Connection, plan_id: int | None) -> tuple[Doubt, ...]:
    """The problems of one plan, or of all, as the reader gave them."""
    known: dict[int, tuple[Whereabouts, dict[int, tuple[str, str]]]] = {}
    doubts = []
    for row in connection.execute(_PROBLEMS, (plan_id, plan_id)).fetchall():
        number, plan, key, code, line, details, settled_on, note = row
        if plan not in known:
            known[plan] = _whereabouts(connection, plan)
        places, names = known[plan]
        problem = as_filled_in(connection, plan, stored_problem(code, line, details))
        task = places.task_of(problem)
        named = names[task] if task is not None else (None, None)
        doubts.append(Doubt(number, key, problem, settled_on is not None, settled_on, note, task, *named))
    return tuple(doubts)


def read_proposed(connection: sqlite3.Connection, plan_id: int) -> tuple[Proposed, ...]:
    """All that the program proposes in a plan, but for a lead where a person has ruled who leads."""
    return tuple(
        Proposed(number, task, path, title, unit, Role(role), reason or "", line)
        for number, task, path, title, unit, role, reason, line in connection.execute(_PROPOSED, (plan_id,))
    )


def read_raw(connection: sqlite3.Connection, plan_id: int) -> str:
    """The text of a plan's newest edition as it was decoded."""
    found = connection.execute(_RAW, (plan_id,)).fetchone()
    return str(found[0]) if found else ""


def problem_rows(connection: sqlite3.Connection, problem_ids: Sequence[int]) -> list[Row]:
    """These problems' rows; those that are gone are left out."""
    wanted = tuple(dict.fromkeys(problem_ids))
    return [row for some in portions(wanted) for row in rows(connection, "problem", f"id IN ({gaps(some)})", some)]


def plan_keys_of(connection: sqlite3.Connection, problems: Iterable[Row]) -> list[str]:
    """The keys of the plans that these problems are of, each once."""
    editions = sorted({row["edition_id"] for row in problems})
    sql = 'SELECT "key" FROM plan JOIN edition ON plan_id = plan.id WHERE edition.id = ?'
    return list(dict.fromkeys(connection.execute(sql, (edition,)).fetchone()[0] for edition in editions))


def _whereabouts(connection: sqlite3.Connection, plan_id: int) -> tuple[Whereabouts, dict[int, tuple[str, str]]]:
    found = connection.execute(_TASKS, (plan_id,)).fetchall()
    stated = dict(connection.execute(_STATED, (plan_id,)).fetchall())
    return Whereabouts([PlacedTask(*row[:4]) for row in found], stated), {row[0]: (row[4], row[5]) for row in found}

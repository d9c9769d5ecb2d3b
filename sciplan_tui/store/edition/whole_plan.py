"""A stored plan as the reader would have given it: what `export plan` writes and import takes back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from sciplan_tui.core.plan import (
    Assignment,
    Kind,
    Milestone,
    MilestoneKind,
    Origin,
    ParsedPlan,
    Problem,
    Proposal,
    Role,
    Source,
    Task,
)
from sciplan_tui.core.unit.counts import count_units
from sciplan_tui.store.figure.stored import stored_target
from sciplan_tui.store.problem.stored import stored_problem

_TASKS = (
    "SELECT task.id, task.path, parent.path, task.number, task.title, task.kind, task.line, task.line_end,"
    " task.inferred, task.open_list, task.deadline, task.text"
    " FROM task LEFT JOIN task AS parent ON parent.id = task.parent_id WHERE task.plan_id = ? ORDER BY task.position"
)
_ASSIGNMENTS = (
    "SELECT assignment.task_id, unit.name, assignment.printed, assignment.role, assignment.position,"
    " assignment.origin, assignment.line, assignment.quote, assignment.reason"
    " FROM assignment JOIN task ON task.id = assignment.task_id JOIN unit ON unit.id = assignment.unit_id"
    " WHERE task.plan_id = ? ORDER BY assignment.id"
)
_TARGETS = (
    "SELECT task.path, indicator, comparator, value, unit, value_max, frequency, target.deadline, aspirational,"
    " region, target.line, quote FROM target JOIN task ON task.id = task_id"
    " WHERE task.plan_id = ? ORDER BY task.position, target.position"
)
_MILESTONES = (
    'SELECT "key", task.path, milestone.kind, label, start_on, end_on, precision, milestone.line'
    " FROM milestone LEFT JOIN task ON task.id = task_id"
    " WHERE milestone.plan_id = ? AND milestone.kind <> 'deadline' ORDER BY milestone.position"
)
_PLAN = "SELECT title, document_number, issuer, region, issued_on, period_start, period_end FROM plan WHERE id = ?"
_EDITION = "SELECT id, name, sha256, format, encoding FROM edition WHERE plan_id = ? ORDER BY number DESC LIMIT 1"


def plan_as_parsed(connection: sqlite3.Connection, plan_id: int) -> ParsedPlan:
    """The plan as it stands now: what its editions said, with what people have settled since."""
    edition = connection.execute(_EDITION, (plan_id,)).fetchone()
    tasks = _tasks(connection, plan_id)
    targets = tuple(stored_target(*row) for row in connection.execute(_TARGETS, (plan_id,)))
    milestones = tuple(
        Milestone(row[0], row[1], MilestoneKind(row[2]), *row[3:])
        for row in connection.execute(_MILESTONES, (plan_id,))
    )
    return ParsedPlan(
        Source(*edition[1:]) if edition else Source("", "", "json", None),
        **_plan(connection, plan_id),
        tasks=tasks,
        targets=targets,
        milestones=milestones,
        units=count_units(tasks, _collective(connection, plan_id).__contains__),
        problems=_problems(connection, edition),
    )


def _plan(connection: sqlite3.Connection, plan_id: int) -> dict[str, Any]:
    found = connection.execute(_PLAN, (plan_id,))
    return dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))


def _tasks(connection: sqlite3.Connection, plan_id: int) -> tuple[Task, ...]:
    assignments, proposals = _said_by_task(connection, plan_id)
    tasks = []
    for row in connection.execute(_TASKS, (plan_id,)):
        task, path, parent, number, title, kind, line, line_end, inferred, open_list, deadline, text = row
        said = tuple(assignments[task]), tuple(proposals[task])
        facts = (path, parent, number, title, Kind(kind), line, line_end, bool(inferred), bool(open_list))
        tasks.append(Task(*facts, deadline, text, *said))
    return tuple(tasks)


def _said_by_task(
    connection: sqlite3.Connection, plan_id: int
) -> tuple[dict[int, list[Assignment]], dict[int, list[Proposal]]]:
    assignments: defaultdict[int, list[Assignment]] = defaultdict(list)
    proposals: defaultdict[int, list[Proposal]] = defaultdict(list)
    for row in connection.execute(_ASSIGNMENTS, (plan_id,)):
        task, unit, printed, role, order, origin, line, quote, reason = row
        if origin == Origin.PROPOSED:
            proposals[task].append(Proposal(unit, Role(role), reason, line, quote))
        else:
            assignments[task].append(Assignment(unit, printed, Role(role), order, Origin(origin), line, quote))
    return assignments, proposals


def _collective(connection: sqlite3.Connection, plan_id: int) -> frozenset[str]:
    sql = "SELECT name FROM unit WHERE plan_id = ? AND collective = 1"
    return frozenset(name for (name,) in connection.execute(sql, (plan_id,)))


def _problems(connection: sqlite3.Connection, edition: Any) -> tuple[Problem, ...]:
    sql = "SELECT code, line, details FROM problem WHERE edition_id = ? ORDER BY position"
    return tuple(stored_problem(*row) for row in connection.execute(sql, (edition[0],))) if edition else ()

"""What the duty sheets of a plan's units have in common: its tasks, who holds them by which sentence, the marks."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping

from sciplan_tui.core.detail.task import HeldUnit
from sciplan_tui.core.duty_paper.facts import Ahead, Naming, Noted, PaperFigure, PaperTask, PlanFacts, Reported, Where
from sciplan_tui.core.plan import Kind, Origin, Role
from sciplan_tui.core.progress.status import due_day
from sciplan_tui.store.figure.stored import stored_target
from sciplan_tui.store.task.source import edition_quoting

_TASKS = (
    "SELECT id, path, title, kind, deadline, holder_id, open_list, said_path FROM task WHERE plan_id = ?"
    " ORDER BY position"
)
_STATEMENTS = (
    "SELECT held.task_id, unit_id, unit.name, printed, role, held.position, origin, held.line, quote, held.id,"
    " ruled_by, ruled_on"
    " FROM held JOIN unit ON unit.id = unit_id JOIN task ON task.id = held.task_id"
    " WHERE task.plan_id = ? AND origin <> 'proposed'"
    " ORDER BY CASE role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END, held.position, held.id"
)
_MILESTONES = (
    'SELECT milestone.id, "key", milestone.kind, label, start_on, end_on, task.path, milestone.line'
    " FROM milestone LEFT JOIN task ON task.id = task_id WHERE milestone.plan_id = ? ORDER BY milestone.position"
)
_FIGURES = (
    "SELECT target.id, task_id, path, indicator, comparator, value, target.unit, value_max, frequency, target.deadline,"
    " aspirational, region, target.line, quote FROM target JOIN task ON task.id = task_id"
    " WHERE plan_id = ? ORDER BY task.position, target.position"
)
_REPORTED = (
    "SELECT target_id, on_day, reported.value, note FROM reported JOIN target ON target.id = target_id"
    " JOIN task ON task.id = task_id WHERE plan_id = ? ORDER BY on_day"
)
_NOTES = (
    "SELECT mark.task_id, milestone_id, on_date, note, evidence FROM mark JOIN task ON task.id = mark.task_id"
    " WHERE plan_id = ?"
)
_NEWEST = "SELECT said, number FROM edition WHERE plan_id = ? ORDER BY number DESC LIMIT 1"
_DOCUMENT = "SELECT document_number FROM plan WHERE id = ?"
Locate = Callable[[int | None, str | None, str | None], Where]
"""Where a line stands that says a quote, in a task last said at a path."""


def read_plan_facts(connection: sqlite3.Connection, plan_id: int) -> PlanFacts:
    """All of it. On the connection `held` tells who holds what on the day asked for."""
    tasks: dict[int, PaperTask] = {}
    said_at: dict[int, str | None] = {}
    opened: set[int] = set()
    for task, path, title, kind, deadline, holder, open_list, said_path in connection.execute(_TASKS, (plan_id,)):
        tasks[task], said_at[task] = PaperTask(path, title, Kind(kind), deadline, holder), said_path
        opened.update([task] if open_list else [])
    located = _located(connection, plan_id)
    milestones = (
        Ahead(number, key, kind, label, start, due_day(end), path, located(line, None, None))
        for number, key, kind, label, start, end, path, line in connection.execute(_MILESTONES, (plan_id,)).fetchall()
    )
    reported = _reported(connection, plan_id)
    figures = (
        PaperFigure(task, stored_target(*said), located(said[-2], said[-1], said_at[task]), tuple(reported[number]))
        for number, task, *said in connection.execute(_FIGURES, (plan_id,)).fetchall()
    )
    return PlanFacts(
        connection.execute(_DOCUMENT, (plan_id,)).fetchone()[0],
        tasks,
        _statements(connection, plan_id, said_at, located),
        frozenset(opened),
        tuple(figures),
        tuple(milestones),
        {(task, one): Noted(*told) for task, one, *told in connection.execute(_NOTES, (plan_id,))},
    )


def _reported(connection: sqlite3.Connection, plan_id: int) -> defaultdict[int, list[Reported]]:
    found: defaultdict[int, list[Reported]] = defaultdict(list)
    for target, *said in connection.execute(_REPORTED, (plan_id,)):
        found[target].append(Reported(*said))
    return found


def _statements(
    connection: sqlite3.Connection, plan_id: int, said_at: Mapping[int, str | None], located: Locate
) -> dict[int, tuple[Naming, ...]]:
    found: defaultdict[int, list[Naming]] = defaultdict(list)
    for task, *said in connection.execute(_STATEMENTS, (plan_id,)).fetchall():
        unit, name, printed, role, order, origin, line, quote, *ruled = said
        held = HeldUnit(unit, name, printed, Role(role), order, Origin(origin), None, None, line, quote, *ruled)
        found[task].append(Naming(held, located(line, quote, said_at[task])))
    return {task: tuple(namings) for task, namings in found.items()}


def _located(connection: sqlite3.Connection, plan_id: int) -> Locate:
    """Lines of the newest edition have pages where its file had them; of one that an earlier edition said last, the
    number of that edition is told."""
    said, newest = connection.execute(_NEWEST, (plan_id,)).fetchone() or ("", 1)
    pages = {int(line): int(page) for line, page in re.findall(r'"line":(\d+),"page":(\d+)', said)}
    known: dict[tuple[int, str | None, str | None], int | None] = {}

    def located(line: int | None, quote: str | None, said_path: str | None) -> Where:
        if line is None or newest == 1:
            return Where(line, pages.get(line or 0))
        asked = (line, quote, said_path)
        if asked not in known:
            known[asked] = edition_quoting(connection, plan_id, said_path, (line, quote))
        edition = known[asked]
        return Where(line, None if edition else pages.get(line), edition)

    return located

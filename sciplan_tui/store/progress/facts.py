"""How far the tasks of a frame are: their leads, the milestones of their plans, and the marks at them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.outline.flags import of_places
from sciplan_tui.core.outline.rows import matching
from sciplan_tui.core.outline.tree import Outline
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.facts import BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.progress.status import due_at
from sciplan_tui.store.conditions import gaps
from sciplan_tui.store.query.known import Known

_TASKS = (
    "SELECT id, plan_id, path, title, holder_id, deadline FROM task WHERE plan_id IN ({plans})"
    " ORDER BY plan_id, position"
)
_LEADS = (
    "SELECT task_id, unit_id FROM held WHERE printed_id IN (SELECT id FROM unit WHERE plan_id IN ({plans}))"
    " AND role = 'lead' AND origin <> 'proposed' ORDER BY held.position, held.id"
)
_MARKS = (
    "SELECT milestone_id, mark.task_id, status, on_date, note, evidence FROM mark"
    " JOIN milestone ON milestone.id = milestone_id WHERE plan_id IN ({plans})"
)
_LINES = "SELECT id, line FROM milestone WHERE plan_id IN ({plans})"
_UNITS = "SELECT id, name, short FROM unit WHERE plan_id IN ({plans})"


def read_progress(connection: sqlite3.Connection, frame: Frame, known: Known, outline: Outline) -> Progress:
    """Of the tasks that match: nodes of the outline, which are no 任务, and ancestors shown for orientation are left
    out. `outline`: that of all plans."""
    plans = [plan.plan_id for plan in frame.plans]
    wanted = frozenset(matching(frame.rows, counted=True))
    return Progress(
        spec=frame.spec,
        today=known.today,
        plans=frame.plans,
        milestones=_milestones(connection, plans, known),
        tasks=_tasks(connection, plans, wanted, outline),
        marks=_marks(connection, plans),
        units={unit: (name, short) for unit, name, short in _rows(connection, _UNITS, plans)},
    )


def _tasks(
    connection: sqlite3.Connection, plans: Sequence[int], wanted: frozenset[int], outline: Outline
) -> tuple[BoardTask, ...]:
    leads: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for task, unit in _rows(connection, _LEADS, plans):
        leads[task][unit] = None
    units = {task: tuple(held) for task, held in leads.items()}
    stating = of_places((outline.places[task] for task in units if task in outline.places), len(outline))
    below = outline.led_below(outline.inheriting(stating))
    led_below = {outline.ids[place] for place in outline.places_of(below)}
    return tuple(
        [
            BoardTask(task, plan, path, title, units.get(holder, ()), deadline, task in led_below)
            for task, plan, path, title, holder, deadline in _rows(connection, _TASKS, plans)
            if task in wanted
        ]
    )


def _milestones(connection: sqlite3.Connection, plans: Sequence[int], known: Known) -> tuple[PlanMilestone, ...]:
    lines = dict(_rows(connection, _LINES, plans))
    return tuple(
        PlanMilestone(
            m.milestone_id,
            m.plan_id,
            m.key,
            m.kind,
            m.label,
            due_at(m.kind, m.end, None),
            m.has_column,
            lines.get(m.milestone_id),
        )
        for m in known.milestones
        if m.plan_id in plans
    )


def _marks(connection: sqlite3.Connection, plans: Sequence[int]) -> Mapping[int, Mapping[int, Mark]]:
    marks: defaultdict[int, dict[int, Mark]] = defaultdict(dict)
    for milestone, task, status, *told in _rows(connection, _MARKS, plans):
        marks[milestone][task] = Mark(_STATUS[status], *told)
    return marks


def _rows(connection: sqlite3.Connection, sql: str, plans: Sequence[int]) -> sqlite3.Cursor:
    return connection.execute(sql.replace("{plans}", gaps(plans)), plans)


_STATUS = {str(status): status for status in Status}

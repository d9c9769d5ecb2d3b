"""What belongs to a unit's duties: the part each stands in, the tasks that inherit it, marks with lights, figures."""

from __future__ import annotations

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sciplan_tui.core.detail.task import Step
from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.plan import COUNTED_KINDS, Origin, Status
from sciplan_tui.core.progress.status import due_day, light
from sciplan_tui.core.unit.detail import DutyBelow, UnitDuty, UnitFigure
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.figure.reported import read_reports
from sciplan_tui.store.figure.stored import stored_target

_BELOW = (
    "SELECT holder_id, id, path, title FROM task WHERE holder_id IN ({tasks}) AND id <> holder_id ORDER BY position"
)
_KINDS = "SELECT id, kind, deadline FROM task WHERE id IN ({tasks})"
_MARKS = "SELECT task_id, milestone_id, status, on_date, note, evidence FROM mark WHERE task_id IN ({tasks})"
_STEP = "SELECT id, path, number, title, parent_id FROM task WHERE id = ?"
_TARGETS = (
    "SELECT target.id, task_id, path, indicator, comparator, value, target.unit, value_max, frequency, target.deadline,"
    " aspirational, region, target.line, quote FROM target JOIN task ON task.id = task_id"
    " WHERE task_id IN ({tasks}) ORDER BY task.position, target.position"
)
Marks = Mapping[int, Mapping[int, MarkCell]]
"""By task and milestone, where there is a state or a light."""
_NONE: Mapping[int, MarkCell] = {}
_UNMARKED = MarkCell(None)


def with_progress(
    connection: sqlite3.Connection, duties: Sequence[UnitDuty], milestones: Sequence[MarkColumn], today: datetime.date
) -> tuple[UnitDuty, ...]:
    """The duties with their parts, the tasks that inherit them, and the marks of all of these."""
    tasks = list(dict.fromkeys(duty.task_id for duty in duties))
    below: defaultdict[int, list[DutyBelow]] = defaultdict(list)
    inheriting = list(_rows(connection, _BELOW, tasks))
    marks = _marks(connection, [*tasks, *(task for _, task, *_ in inheriting)], milestones, today)
    for holder, task, path, title in inheriting:
        below[holder].append(DutyBelow(task, path, title, marks.get(task, _NONE)))
    parts: dict[int, Step] = {}
    return tuple(
        replace(
            duty,
            part=_part(connection, duty.task_id, parts),
            marks=marks.get(duty.task_id, _NONE),
            below=() if duty.origin is Origin.PROPOSED else tuple(below[duty.task_id]),
        )
        for duty in duties
    )


def read_figures(connection: sqlite3.Connection, duties: Iterable[UnitDuty], day: str) -> tuple[UnitFigure, ...]:
    """The figures of the tasks that are held or inherited, with what was reported up to `day` (ISO); of what is only
    proposed, none."""
    marks: dict[int, Mapping[int, MarkCell]] = {}
    for duty in duties:
        if duty.origin is not Origin.PROPOSED:
            marks[duty.task_id] = duty.marks
            marks.update((one.task_id, one.marks) for one in duty.below)
    rows = list(_rows(connection, _TARGETS, list(marks)))
    reports = read_reports(connection, [number for number, *_ in rows], day)
    return tuple(
        UnitFigure(task, stored_target(path, *said), marks[task], reports.get(number))
        for number, task, path, *said in rows
    )


def _part(connection: sqlite3.Connection, task: int, parts: dict[int, Step]) -> Step | None:
    """The topmost ancestor; `parts` keeps what was found by the way."""
    passed: list[int] = []
    at: int | None = task
    while at is not None and at not in parts:
        number, *said, parent = connection.execute(_STEP, (at,)).fetchone()
        if parent is None:
            parts[at] = Step(number, *said)
        else:
            passed.append(at)
            at = parent
    top = parts[at if at is not None else task]
    parts.update(dict.fromkeys(passed, top))
    return None if top.task_id == task else top


def _marks(
    connection: sqlite3.Connection, tasks: Sequence[int], milestones: Sequence[MarkColumn], today: datetime.date
) -> Marks:
    """A node of the outline has a light only where a person has marked it; tasks of one deadline share a set of
    lights."""
    stated: defaultdict[int, dict[int, MarkCell]] = defaultdict(dict)
    for task, milestone, status, *told in _rows(connection, _MARKS, tasks):
        stated[task][milestone] = MarkCell(Status(status), None, *told)
    marks: dict[int, Mapping[int, MarkCell]] = {}
    unmarked: dict[str | None, Mapping[int, MarkCell]] = {}
    for task, kind, deadline in _rows(connection, _KINDS, tasks):
        lit = partial(_lit, today, deadline)
        if deadline not in unmarked:
            unmarked[deadline] = {m.milestone_id: lit(_UNMARKED, m) for m in milestones if lit(_UNMARKED, m).light}
        counted = unmarked[deadline] if kind in COUNTED_KINDS else _NONE
        said = stated.get(task)
        own = (
            {m.milestone_id: lit(said[m.milestone_id], m) for m in milestones if m.milestone_id in said} if said else {}
        )
        marks[task] = {**counted, **own} if own else counted
    return marks


def _lit(today: datetime.date, deadline: str | None, mark: MarkCell, milestone: MarkColumn) -> MarkCell:
    """A column without a last day is that of the tasks' own deadlines."""
    due = milestone.end or due_day(deadline)
    return replace(mark, light=light(mark.status, due, today), due=None if milestone.end else due)


def _rows(connection: sqlite3.Connection, sql: str, tasks: Sequence[int]) -> Iterator[Any]:
    """The rows of a query over tasks, so many tasks at a time."""
    for some in portions(tasks):
        yield from connection.execute(sql.replace("{tasks}", gaps(some)), some)

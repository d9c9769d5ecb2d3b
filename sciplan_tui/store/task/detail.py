"""One task in full, with the lines that prove it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sciplan_tui.core.detail.task import HeldUnit, MilestoneMark, Step, TaskDetail
from sciplan_tui.core.matrix import MarkColumn, PlanHead
from sciplan_tui.core.plan import COUNTED_KINDS, Kind, Origin, Problem, Role, Status, Target
from sciplan_tui.core.progress.reported import Report
from sciplan_tui.core.progress.status import due_at
from sciplan_tui.core.unit.standing import Standing
from sciplan_tui.errors import RefusedError
from sciplan_tui.store.figure.reported import read_reports
from sciplan_tui.store.figure.stored import stored_target
from sciplan_tui.store.matrix import mark_cell
from sciplan_tui.store.problem.stored import stored_problem
from sciplan_tui.store.query.known import Known
from sciplan_tui.store.task.past import read_past

_TASK = (
    "SELECT task.id, task.plan_id, task.parent_id, task.holder_id, task.path, task.number, task.title, task.kind,"
    " task.text, task.line, task.line_end, task.inferred, task.open_list, task.deadline, task.said_path,"
    " holder.path AS holder_path, holder.said_path AS holder_said_path"
    " FROM task LEFT JOIN task AS holder ON holder.id = task.holder_id WHERE task.id = ?"
)
_UNITS = (
    "SELECT unit_id, unit.name, printed, role, said.position, origin, task_id, reason, line, quote, said.id,"
    " ruled_by, ruled_on"
    " FROM {said} AS said JOIN unit ON unit.id = unit_id WHERE task_id IN (?, ?)"
    " ORDER BY CASE role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END, said.position, said.id"
)
_HELD = _UNITS.format(said="held")
_PRINTED = _UNITS.format(said="(SELECT * FROM main.assignment WHERE origin = 'printed')")
_TARGETS = (
    "SELECT id, indicator, comparator, value, unit, value_max, frequency, deadline, aspirational, region, line, quote"
    " FROM target WHERE task_id = ? ORDER BY position"
)


def read_task(connection: sqlite3.Connection, task_id: int, plans: Sequence[PlanHead], known: Known) -> TaskDetail:
    """All that is known of a task. RefusedError (`no_task`) where there is none with this id."""
    # Lists read problems from here, and start cheaply.
    from sciplan_tui.store.task.corrected import read_corrected
    from sciplan_tui.store.task.source import figure_sources, said_in, source_lines

    task = _row(connection, task_id)
    edition = said_in(connection, task["plan_id"], task["said_path"])
    units = _units(connection, task, known.standing)
    targets, reported = _targets(connection, task_id, task["path"], known.day)
    said = figure_sources(connection, task["plan_id"], edition, targets)
    lines, left_out = source_lines(connection, task, edition, units, zip(targets, said, strict=True))
    return TaskDetail(
        task_id=task_id,
        plan=next(plan for plan in plans if plan.plan_id == task["plan_id"]),
        path=task["path"],
        number=task["number"],
        title=task["title"],
        kind=Kind(task["kind"]),
        text=task["text"],
        line=task["line"],
        line_end=task["line_end"],
        inferred=bool(task["inferred"]),
        open_list=bool(task["open_list"]),
        deadline=task["deadline"],
        holder_path=task["holder_path"],
        ancestors=_ancestors(connection, task["parent_id"]),
        units=units,
        targets=targets,
        reported=reported,
        targets_said=tuple(source.number for source in said),
        marks=_marks(connection, task, known),
        problems=_problems(connection, edition.edition_id, task),
        lines=lines,
        lines_left_out=left_out,
        past=read_past(connection, task_id, known),
        edition=edition.number,
        corrected=read_corrected(connection, "task", [task_id]).get(task_id, ()),
    )


def _row(connection: sqlite3.Connection, task_id: int) -> dict[str, Any]:
    """The columns of `_TASK` by their names. RefusedError (`no_task`) where there is no such row."""
    found = connection.execute(_TASK, (task_id,))
    row = found.fetchone()
    if row is None:
        raise RefusedError("no_task", ref=task_id)
    return dict(zip((column[0] for column in found.description), row, strict=True))


def _targets(
    connection: sqlite3.Connection, task_id: int, path: str, day: str
) -> tuple[tuple[Target, ...], tuple[Report | None, ...]]:
    """The figures promised in one task, in document order, and what was reported for each up to `day`."""
    rows = connection.execute(_TARGETS, (task_id,)).fetchall()
    reports = read_reports(connection, [number for number, *_ in rows], day)
    targets = tuple(stored_target(path, *said) for _, *said in rows)
    return targets, tuple(reports.get(number) for number, *_ in rows)


def _ancestors(connection: sqlite3.Connection, parent: int | None) -> tuple[Step, ...]:
    steps: list[Step] = []
    while parent is not None:
        row = connection.execute(
            "SELECT id, path, number, title, parent_id FROM task WHERE id = ?", (parent,)
        ).fetchone()
        steps.append(Step(*row[:4]))
        parent = row[4]
    return tuple(reversed(steps))


def _units(connection: sqlite3.Connection, task: dict[str, Any], standing: Standing) -> tuple[HeldUnit, ...]:
    """The units on the day, with what was corrected of them; beside one that a ruling raised stands what the plan
    prints for it.
    """
    from sciplan_tui.store.task.corrected import read_corrected

    held = _said_of(connection, task, _HELD)
    corrected = read_corrected(connection, "assignment", [unit.assignment_id for unit in held])
    held = tuple(replace(unit, corrected=corrected.get(unit.assignment_id, ())) for unit in held)
    if all(unit.origin is not Origin.RULED for unit in held):
        return held
    known = {unit.assignment_id for unit in held}
    at = task["holder_id"]
    printed = {
        standing.holder(unit.unit_id, at): unit
        for unit in _said_of(connection, task, _PRINTED)
        if unit.assignment_id not in known
    }
    return tuple(
        replace(unit, instead_of=printed.get(unit.unit_id)) if unit.origin is Origin.RULED else unit for unit in held
    )


def _said_of(connection: sqlite3.Connection, task: dict[str, Any], sql: str) -> tuple[HeldUnit, ...]:
    return tuple(
        HeldUnit(
            unit, name, printed, Role(role), order, Origin(origin),
            None if at == task["id"] else task["holder_path"], reason, line, quote, *rest,
        )
        for unit, name, printed, role, order, origin, at, reason, line, quote, *rest
        in connection.execute(sql, (task["id"], task["holder_id"]))
    )  # fmt: skip


def _marks(connection: sqlite3.Connection, task: dict[str, Any], known: Known) -> tuple[MilestoneMark, ...]:
    """Every milestone of the plan: those with a column may be late, the others only hold what was marked. What is no
    任务 has only the marks that it got when it was one."""
    sql = "SELECT milestone_id, status, on_date, note, evidence FROM mark WHERE task_id = ?"
    said = {row[0]: row[1:] for row in connection.execute(sql, (task["id"],))}
    counted, marks = Kind(task["kind"]) in COUNTED_KINDS, []
    for m in known.milestones:
        if m.plan_id == task["plan_id"]:
            status, *told = said.get(m.milestone_id, (None, None, None, None))
            noted = (Status(status), *told) if status else None
            if not counted and noted is None:
                continue
            cell = mark_cell(noted, Kind(task["kind"]), m, task["deadline"], known.today)
            due = due_at(m.kind, m.end, task["deadline"])
            column = MarkColumn(m.milestone_id, m.plan_id, m.key, m.label, due)
            marks.append(MilestoneMark(column, cell, *told))
    return tuple(marks)


def _problems(connection: sqlite3.Connection, edition: int | None, task: dict[str, Any]) -> tuple[Problem, ...]:
    """The open problems of the task's own lines."""
    if edition is None or task["line"] is None:
        return ()
    found = connection.execute(
        "SELECT code, line, details FROM problem WHERE edition_id = ? AND line BETWEEN ? AND ?"
        " AND settled_on IS NULL ORDER BY position",
        (edition, task["line"], task["line_end"] or task["line"]),
    )
    return tuple(stored_problem(*row) for row in found)

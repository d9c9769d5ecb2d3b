"""Every list and every export of a view as a sheet, whatever form it is given later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sciplan_tui.core.matrix_sheet import matrix_sheet
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Facts, Names, Sheet, code, sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.unit_sheets import duties, units
from sciplan_tui.workspace.view.viewing import View

_STATES = {True: "in_force", False: "undone"}
_MARK_STATES = "unmarked not_started in_progress done ongoing blocked not_applicable late"


def make_sheet(
    view: View, name: str, spec: ViewSpec, *, inherited: bool = False, proposed: bool = False, printed: bool = False
) -> Sheet:
    """The sheet `name` (a key of SHEETS) of what `spec` shows. QueryError, RefusedError as `View.frame`."""
    return SHEETS[name](Asked(view, view.frame(spec, printed=printed), inherited, proposed, printed=printed))


def _matrix(asked: Asked) -> Sheet:
    frame = replace(asked.frame, units=asked.units if asked.proposed else asked.named_units)
    rows = asked.view.all_rows(frame)
    return matrix_sheet(frame, rows, printed=asked.printed, proposed=asked.proposed)


def _assignments(asked: Asked) -> Sheet:
    from sciplan_tui.store.lists import read_assignments

    wanted = {"inherited": asked.inherited, "proposed": asked.proposed}
    rows = read_assignments(asked.view.connection, asked.tasks, **wanted)
    return sheet("assignments", "plan path number title unit printed role order origin inherited line", rows)


def _tasks(asked: Asked) -> Sheet:
    from sciplan_tui.store.lists import read_tasks

    keys = "plan path number title kind lead responsible support inherited open_list deadline line"
    rows = read_tasks(asked.view.connection, asked.tasks)
    return sheet("tasks", keys, [_printed(row) for row in rows] if asked.printed else rows)


def _printed(task: Facts) -> Facts:
    """A task with the units that it prints itself: what inherits prints none."""
    return {**task, **dict.fromkeys(map(str, Role), Names(())), "inherited": False} if task["inherited"] else task


def _division(asked: Asked) -> Sheet:
    """The 工作分工表 of what matches, under the headings above it."""
    from sciplan_tui.core.division import division
    from sciplan_tui.core.plan_name import plan_names
    from sciplan_tui.store.lists import read_tasks

    rows = asked.frame.rows
    context = frozenset(row.task_id for row in rows if row.matched == "context")
    tasks = read_tasks(asked.view.connection, [row.task_id for row in rows])
    return division(tasks, context, plan_names(asked.frame.plans))


def _history(asked: Asked) -> Sheet:
    """What was done to what is looked at, oldest first: of a plan of which the query leaves out no row, anything."""
    from sciplan_tui.core.sentence.entry import door, sentence
    from sciplan_tui.store.journal.entries import entries
    from sciplan_tui.store.journal.history_scope import entries_touching

    spec, connection = asked.frame.spec, asked.view.connection
    all_of_it = spec.plan is None and not spec.query.strip()
    within = frozenset() if all_of_it else entries_touching(connection, asked.tasks, asked.whole_plans)
    rows: list[Facts] = [
        {
            "id": one.id,
            "at": one.at.replace("T", " ")[:16],
            "door": door(one),
            "what": sentence(one),
            "note": one.summary.get("note"),
            "proof": one.summary.get("evidence"),
            "state": code("entry", _STATES[one.in_force]),
        }
        for one in entries(connection)
        if all_of_it or one.id in within
    ]
    return sheet("history", "id at door what note proof state", rows)


def _milestones(asked: Asked) -> Sheet:
    from sciplan_tui.store.lists import read_milestones

    counted = [row.task_id for row in asked.frame.rows if row.counted and row.matched != "context"]
    rows = read_milestones(asked.view.connection, asked.plans_found, counted, asked.view.known)
    return sheet("milestones", f"plan key kind label start end precision path line origin {_MARK_STATES}", rows)


def _targets(asked: Asked) -> Sheet:
    from sciplan_tui.store.lists import read_targets_of

    aim = "plan path title indicator comparator value value_max unit frequency deadline aspirational region"
    rows = read_targets_of(asked.view.connection, asked.tasks, asked.view.as_of.isoformat())
    return sheet("targets", f"{aim} reported reported_on met line quote", rows)


def _problems(asked: Asked) -> Sheet:
    """Of a plan of which the query leaves out no row, all problems; else those on the lines of what it matches."""
    from sciplan_tui.store.lists import read_lines, read_problems

    lines, whole = read_lines(asked.view.connection, asked.tasks), asked.whole_plans
    rows = read_problems(asked.view.connection, asked.plans, lambda plan, line: plan in whole or (plan, line) in lines)
    return sheet("problems", "plan line code=kind message settled note id", rows)


def _plans(asked: Asked) -> Sheet:
    from sciplan_tui.store.lists import read_plans

    keys = "key title=plan_title region issuer document_number issued_on period_start period_end"
    rows = read_plans(asked.view.connection, asked.plans_found)
    return sheet("plans", f"{keys} tasks units targets milestones problems editions", rows)


def _overview(asked: Asked) -> Sheet:
    from sciplan_tui.core.progress.sheets import overview_sheet
    from sciplan_tui.workspace.progress.overview import overview

    found = overview(asked.view, asked.frame.spec)
    return overview_sheet(found, found.nearest)


SHEETS: dict[str, Callable[[Asked], Sheet]] = {
    "matrix": _matrix,
    "assignments": _assignments,
    "tasks": _tasks,
    "division": _division,
    "units": units,
    "duties": duties,
    "milestones": _milestones,
    "targets": _targets,
    "problems": _problems,
    "plans": _plans,
    "history": _history,
    "overview": _overview,
}
"""The sheets there are."""

"""The facts of lists and exports, a mapping a row, for chosen tasks in document order."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sciplan_tui.core.plan import Role, Status
from sciplan_tui.core.progress.reported import Report, met
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.sheet import Facts, Names, code
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.figure.stored import stored_target
from sciplan_tui.store.matrix import NAMED, read_rows
from sciplan_tui.store.problem.collectives import as_filled_in
from sciplan_tui.store.problem.stored import stored_problem
from sciplan_tui.store.query.known import Known

_ASSIGNMENTS = (
    'SELECT plan."key" AS plan, task.path, task.number, task.title, unit.name AS unit, printed, role,'
    " held.position AS place, origin, task.id <> held.task_id AS inherited, held.line,"
    " task.id AS task"
    " FROM task JOIN plan ON plan.id = task.plan_id"
    " JOIN held ON held.task_id = {held_by} JOIN unit ON unit.id = held.unit_id"
    " WHERE task.id IN ({tasks}) AND origin {origin} 'proposed'"
    " ORDER BY CASE role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END, held.position, held.id"
)
_TASKS = (
    'SELECT task.id AS task, plan."key" AS plan, task.path, number, task.title, kind, open_list, deadline, line'
    " FROM task JOIN plan ON plan.id = task.plan_id WHERE task.id IN ({tasks})"
)
_TARGETS = (
    'SELECT task.id AS task, target.id AS target, plan."key" AS plan, task.path, task.title, indicator, comparator,'
    " value, value_max, target.unit, frequency, target.deadline, aspirational, target.region, target.line, quote"
    " FROM target JOIN task ON task.id = task_id JOIN plan ON plan.id = task.plan_id"
    " WHERE task.id IN ({tasks}) ORDER BY target.position"
)
_AIM = (
    *("path", "indicator", "comparator", "value", "unit", "value_max", "frequency", "deadline", "aspirational"),
    *("region", "line", "quote"),
)
"""The columns of a figure as `stored_target` takes them."""
_PLANS = (
    'SELECT "key", title, region, issuer, document_number, issued_on, period_start, period_end,'
    " (SELECT count(*) FROM task WHERE plan_id = plan.id"
    " AND kind IN ('action', 'project', 'task_group', 'task')) AS tasks,"
    f" (SELECT count(*) FROM unit WHERE plan_id = plan.id AND {NAMED}) AS units,"
    " (SELECT count(*) FROM target JOIN task ON task.id = task_id WHERE plan_id = plan.id) AS targets,"
    " (SELECT count(*) FROM milestone WHERE plan_id = plan.id) AS milestones,"
    " (SELECT count(*) FROM problem WHERE settled_on IS NULL AND edition_id ="
    " (SELECT id FROM edition WHERE plan_id = plan.id ORDER BY number DESC LIMIT 1)) AS problems,"
    " (SELECT count(*) FROM edition WHERE plan_id = plan.id) AS editions"
    " FROM plan WHERE id IN ({plans}) ORDER BY id"
)
_MILESTONES = (
    'SELECT milestone.id AS milestone, plan."key" AS plan, milestone."key" AS "key", milestone.kind, label,'
    ' start_on AS start, end_on AS "end", precision, task.path AS path, milestone.line AS line,'
    " milestone.origin AS origin"
    " FROM milestone JOIN plan ON plan.id = milestone.plan_id LEFT JOIN task ON task.id = milestone.task_id"
    " WHERE plan.id IN ({plans}) ORDER BY plan.id, milestone.position"
)
_PROBLEMS = (
    'SELECT problem.id AS id, plan.id AS plan_id, plan."key" AS plan, code, line, details, settled_on AS settled,'
    " settled_note AS note FROM problem"
    " JOIN edition ON edition.id = edition_id JOIN plan ON plan.id = edition.plan_id"
    " WHERE plan.id IN ({plans})"
    " AND number = (SELECT max(newest.number) FROM edition AS newest WHERE newest.plan_id = plan.id)"
    " ORDER BY plan.id, problem.position"
)


def read_assignments(
    connection: sqlite3.Connection, tasks: Sequence[int], *, inherited: bool, proposed: bool = False
) -> list[Facts]:
    """Who holds what: printed and ruled assignments, with `inherited` also those of the tasks that inherit them, with
    `proposed` also what the program proposes, last in each task.
    """
    rows = list(_by_task(connection, _held("task.holder_id" if inherited else "task.id"), tasks))
    if proposed:
        places = {task: place for place, task in enumerate(tasks)}
        rows += _by_task(connection, _held("task.id", "="), tasks)
        rows.sort(key=lambda row: places[row["task"]])
    return [_assignment(row) for row in rows]


def count_assignments(connection: sqlite3.Connection, tasks: Sequence[int], *, inherited: bool, proposed: bool) -> int:
    """How many rows `read_assignments` gives: all are counted by their tasks at once, a million of them in 0.4 s."""
    counts = _counts(connection, "SELECT task_id, count(*) FROM held WHERE origin <> 'proposed' GROUP BY task_id")
    holders = dict(connection.execute("SELECT id, holder_id FROM task").fetchall()) if inherited else {}
    found = sum(counts.get(holders[task] if inherited else task, 0) for task in tasks)
    if proposed:
        told = _counts(connection, "SELECT task_id, count(*) FROM held WHERE origin = 'proposed' GROUP BY task_id")
        found += sum(told.get(task, 0) for task in tasks)
    return found


def count_targets(connection: sqlite3.Connection, tasks: Sequence[int]) -> int:
    """How many rows `read_targets_of` gives."""
    counts = _counts(connection, "SELECT task_id, count(*) FROM target GROUP BY task_id")
    return sum(counts.get(task, 0) for task in tasks)


def _counts(connection: sqlite3.Connection, sql: str) -> dict[int | None, int]:
    return dict(connection.execute(sql).fetchall())


def _held(by: str, origin: str = "<>") -> str:
    """Assignments of tasks, held by this column of theirs; what is proposed is left out, or with `=` all there is."""
    return _ASSIGNMENTS.replace("{held_by}", by).replace("{origin}", origin)


def _assignment(row: dict[str, Any]) -> Facts:
    worded = {"role": code("role", row["role"]), "origin": code("origin", row["origin"])}
    return row | worded | {"order": row["place"], "inherited": bool(row["inherited"])}


def read_tasks(connection: sqlite3.Connection, tasks: Sequence[int]) -> list[Facts]:
    """Tasks with the names of their units, printed or inherited."""
    units: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    inheriting: set[int] = set()
    for row in _by_task(connection, _held("task.holder_id"), tasks):
        units[row["task"], row["role"]].append(row["unit"])
        if row["inherited"]:
            inheriting.add(row["task"])
    return [
        row
        | {str(role): Names(tuple(dict.fromkeys(units[row["task"], role]))) for role in Role}
        | {"kind": code("kind", row["kind"]), "open_list": bool(row["open_list"])}
        | {"inherited": row["task"] in inheriting}
        for row in _by_task(connection, _TASKS, tasks)
    ]


def read_targets_of(connection: sqlite3.Connection, tasks: Sequence[int], day: str) -> list[Facts]:
    """The figures promised in these tasks, with what was reported for them up to `day` (ISO)."""
    from sciplan_tui.store.figure.reported import read_reports

    rows = list(_by_task(connection, _TARGETS, tasks))
    reports = read_reports(connection, [row["target"] for row in rows], day)
    return [_target(row, reports.get(row["target"])) for row in rows]


def _target(row: dict[str, Any], report: Report | None) -> Facts:
    aim = stored_target(*(row[name] for name in _AIM))
    reported = {"reported": report.value, "reported_on": report.on} if report else {}
    return (
        row
        | {"comparator": code("comparator", row["comparator"]), "frequency": code("frequency", row["frequency"])}
        | {"aspirational": aim.aspirational, "reported": None, "reported_on": None, **reported, "met": met(aim, report)}
    )


def read_unit_counts(connection: sqlite3.Connection, tasks: Sequence[int]) -> Counter[tuple[int, str]]:
    """In how many of the tasks each unit holds each role itself; inherited ones are not counted."""
    counts: Counter[tuple[int, str]] = Counter()
    for some in portions(tasks):
        sql = (
            f"SELECT DISTINCT unit_id, role, task_id FROM held WHERE task_id IN ({gaps(some)}) AND origin <> 'proposed'"
        )
        counts.update((unit, role) for unit, role, _ in connection.execute(sql, some))
    return counts


def read_milestones(
    connection: sqlite3.Connection, plans: Sequence[int], tasks: Sequence[int], known: Known
) -> list[Facts]:
    """The milestones of these plans, and how many of the tasks stand how at each that has a column of marks."""
    columns = {m.milestone_id for m in known.milestones if m.has_column}
    counts: Counter[tuple[int, str]] = Counter()
    for some in portions(tasks):
        for task in read_rows(connection, some, known):
            for milestone, cell in task.marks.items():
                counts.update((milestone, str(said)) for said in (cell.status, cell.light) if said)
    in_plan = Counter(dict(_tasks_by_plan(connection, tasks)))
    plan_of = {m.milestone_id: m.plan_id for m in known.milestones}
    rows: list[Facts] = []
    for row in _rows(connection, _MILESTONES.replace("{plans}", gaps(plans)), plans):
        has = row["milestone"] in columns
        said = {str(state): counts[row["milestone"], state] if has else None for state in (*Status, LATE)}
        marked = sum(counts[row["milestone"], state] for state in Status)
        said["unmarked"] = in_plan[plan_of[row["milestone"]]] - marked if has else None
        worded = {"kind": code("milestone", row["kind"]), "origin": code("origin", row["origin"])}
        rows.append(row | said | worded | {"precision": code("precision", row["precision"])})
    return rows


def read_plans(connection: sqlite3.Connection, plans: Sequence[int]) -> list[Facts]:
    """These plans with what they hold."""
    return list(_rows(connection, _PLANS.replace("{plans}", gaps(plans)), plans))


def read_problems(
    connection: sqlite3.Connection, plans: Sequence[int], concerns: Callable[[int, int | None], bool]
) -> list[Facts]:
    """What the reader was not sure of in the newest editions, where `concerns(plan, line)` says so."""
    rows: list[Facts] = []
    for row in _rows(connection, _PROBLEMS.replace("{plans}", gaps(plans)), plans):
        if concerns(row["plan_id"], row["line"]):
            stored = stored_problem(row["code"], row["line"], row["details"])
            problem = as_filled_in(connection, row["plan_id"], stored)
            rows.append(row | {"code": code("problem", row["code"]), "message": problem})
    return rows


def read_lines(connection: sqlite3.Connection, tasks: Sequence[int]) -> set[tuple[int, int]]:
    """The (plan, line) pairs that the tasks stand on."""
    lines: set[tuple[int, int]] = set()
    for some in portions(tasks):
        sql = f"SELECT plan_id, line, coalesce(line_end, line) FROM task WHERE id IN ({gaps(some)}) AND line > 0"
        for plan, first, last in connection.execute(sql, some):
            lines.update((plan, line) for line in range(first, last + 1))
    return lines


def _tasks_by_plan(connection: sqlite3.Connection, tasks: Sequence[int]) -> Iterator[tuple[int, int]]:
    counts: Counter[int] = Counter()
    for some in portions(tasks):
        found = connection.execute(f"SELECT plan_id FROM task WHERE id IN ({gaps(some)})", some)
        counts.update(plan for (plan,) in found)
    return iter(counts.items())


def _by_task(
    connection: sqlite3.Connection, sql: str, tasks: Sequence[int], named: str = "task"
) -> Iterator[dict[str, Any]]:
    """The rows of a query over tasks, in the order of `tasks`, each task's rows as the query orders them."""
    for some in portions(tasks):
        rows: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        for row in _rows(connection, sql.replace("{tasks}", gaps(some)), some):
            rows[row[named]].append(row)
        for task in some:
            yield from rows[task]


def _rows(connection: sqlite3.Connection, sql: str, values: Sequence[int]) -> Iterator[dict[str, Any]]:
    found = connection.execute(sql, values)
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)

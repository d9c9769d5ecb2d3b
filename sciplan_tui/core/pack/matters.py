"""What the leaders must decide: tasks that nobody leads, conflicts of an edition with what people did, open problems.

What weighs most stands first; what is only to be known is left to the list of problems.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sciplan_tui.core.detail.doubt import Doubt, is_spread
from sciplan_tui.core.detail.problem_need import LEADS_MISSING, need
from sciplan_tui.core.pack.counts import path_terms
from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.rules import in_workbook
from sciplan_tui.core.plan import Role
from sciplan_tui.core.progress.actions import Node, actions_of
from sciplan_tui.core.progress.facts import BoardTask
from sciplan_tui.core.sheet import Column, Names, Sheet, Value
from sciplan_tui.locale import say

_KEYS = ("place", "path", "title", "what", "tasks", "responsible", "proposed", "line", "query")
_WORDS = {"what": "matter", "responsible": "responsible_units"}
CONFLICT = "conflict"
Row = Mapping[str, Value]


def matters(part: PackPart) -> Sheet:
    """Under each sort, a heading with what is asked of the meeting, what there is of it."""
    rows: list[tuple[Value, ...]] = []
    headings: set[int] = set()
    for name, found in _sorts(part):
        headings.update([len(rows)] if found else [])
        rows.extend([_cells({"title": say(f"pack.matters.{name}")})] if found else [])
        rows.extend(_cells({"place": place, **row}) for place, row in enumerate(found, 1))
    columns = tuple(Column(key, word=_WORDS.get(key, key)) for key in _KEYS)
    counted = any(row[_KEYS.index("tasks")] is not None for row in rows)
    notes = (in_workbook(part, "matters"),) if counted else ()
    return Sheet("matters", columns, tuple(rows), frozenset(headings), notes)


def _sorts(part: PackPart) -> Iterator[tuple[str, list[Row]]]:
    yield "no_lead", list(_unled(part))
    told = [doubt for doubt in part.doubts if doubt.problem.code not in LEADS_MISSING]
    yield CONFLICT, [_problem(doubt) for doubt in told if doubt.problem.code == CONFLICT]
    for weight in ("decide", "check"):
        found = [doubt for doubt in told if doubt.problem.code != CONFLICT and need(doubt.problem.code) == weight]
        yield weight, [_problem(doubt) for doubt in found]


def _problem(doubt: Doubt) -> Row:
    """A problem of several places is of none of their tasks."""
    task = {} if is_spread(doubt.problem) else {"path": doubt.path, "title": doubt.title}
    return {**task, "what": doubt.problem, "line": doubt.problem.line}


def _unled(part: PackPart) -> Iterator[Row]:
    """By action, the tasks for which no lead is written, neither at them nor at each task below."""
    unled = {task.task_id: task for task in part.overview.progress.tasks if None in task.led_by}
    places = actions_of((part.nodes[task] for task in unled), part.nodes)
    by_action: defaultdict[int, list[BoardTask]] = defaultdict(list)
    for task, action in places.items():
        by_action[action].append(unled[task])
    for action, tasks in by_action.items():
        yield _unled_row(part, part.nodes[action], tasks)


def _unled_row(part: PackPart, action: Node, tasks: Sequence[BoardTask]) -> Row:
    held = [one for task in tasks for one in part.statement_of(task.task_id)]
    names = dict.fromkeys(part.name(one.unit_id) for one in held)
    within = [one.unit for one in part.proposed if one.role is Role.LEAD and _below(one.path, action.path)]
    return {
        "path": action.path,
        "title": action.title,
        "tasks": len(tasks),
        "what": None if held else say("pack.matter.no_unit"),
        "responsible": Names(tuple(names)) if names else None,
        "proposed": Names(tuple(dict.fromkeys(within))) if within else None,
        "line": next((one.line for one in held), None),
        "query": part.asking(*path_terms(part, action.path), "no:lead"),
    }


def _below(path: str, above: str) -> bool:
    return path == above or path.startswith(f"{above}.")


def _cells(row: Row) -> tuple[Value, ...]:
    return tuple(row.get(key) for key in _KEYS)

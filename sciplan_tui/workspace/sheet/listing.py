"""What the database holds, for printing: lists as sheets, and one task or one unit in full."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.core.plan import Problem
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.unit.detail import UnitDetail
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.view.viewing import View

LISTS = ("plans", "tasks", "units", "targets", "milestones", "problems")
_ON_SCREEN = {
    "plans": "key title tasks units problems editions",
    "tasks": "plan path title lead responsible support inherited",
    "units": "plan unit short class function heir members contact lead responsible support",
    "targets": "plan path indicator region comparator value value_max unit frequency deadline reported met",
    "milestones": "plan key label end unmarked not_started in_progress done ongoing blocked not_applicable late",
    "problems": "plan id line message settled note",
}
"""The columns of each list that a person at a terminal needs; with all of them a row would not fit it."""
_WHERE_ANY = ("not_started", "in_progress", "ongoing", "blocked", "not_applicable")
"""Columns of counts that stand there only where there is something to count."""


def listed(
    database: Path,
    what: str,
    query: str = "",
    *,
    plan: str | None = None,
    today: datetime.date,
    as_of: datetime.date | None = None,
    printed: bool = False,
) -> Sheet:
    """The list `what` (one of LISTS) of what `query` matches, as it is held on `as_of` (None: today).

    `printed`: of tasks only those that print the match, without those that inherit it.

    QueryError, RefusedError, StoreError.
    """
    from sciplan_tui.workspace.sheet.sheets import make_sheet

    with View.open(database, today, as_of) as view:
        return make_sheet(view, what, ViewSpec(plan, query), inherited=True, printed=printed)


def doubts_listed(sheet: Sheet, *, settled: bool) -> Sheet:
    """Of a list of problems the settled ones, or the open ones."""
    place = [column.key for column in sheet.columns].index("settled")
    return dataclasses.replace(sheet, rows=tuple(row for row in sheet.rows if (row[place] is not None) is settled))


def as_doubts(sheet: Sheet) -> dict[str, list[tuple[int, Problem]]]:
    """The problems of a list by the keys of their plans, each with its number."""
    keys = [column.key for column in sheet.columns]
    found: dict[str, list[tuple[int, Problem]]] = {}
    for row in sheet.rows:
        cells: dict[str, Any] = dict(zip(keys, row, strict=True))
        found.setdefault(cells["plan"], []).append((cells["id"], cells["message"]))
    return found


def as_table(sheet: Sheet, *, on_screen: bool = False) -> tuple[list[str], list[list[str]]]:
    """Heads and rows as a person reads them, in the language in force.

    `on_screen`: only the columns that matter there, without those that say nothing or, of one plan, always the same.
    """
    from sciplan_tui.writers.wording import head, worded

    rows = [[str(worded(value)) for value in row] for row in sheet.rows]
    shown = [place for place in range(len(sheet.columns)) if not on_screen or _matters(sheet, rows, place)]
    return [head(sheet.columns[place]) for place in shown], [[row[place] for place in shown] for row in rows]


def _matters(sheet: Sheet, rows: list[list[str]], place: int) -> bool:
    key, said = sheet.columns[place].key, {row[place] for row in rows}
    values = [row[place] for row in sheet.rows]
    idle = said == {""} or (bool(rows) and key != "met" and all(value is False for value in values))
    idle = idle or (key in _WHERE_ANY and not any(values))
    needed = key in _ON_SCREEN[sheet.name].split() and not idle
    return needed and not (key == "plan" and len(said) == 1)


def as_objects(sheet: Sheet) -> list[dict[str, Any]]:
    """The rows as programs read them."""
    from sciplan_tui.writers.json import objects

    return objects(sheet)


def show(
    database: Path, ref: str, *, plan: str | None = None, today: datetime.date, as_of: datetime.date | None = None
) -> TaskDetail | UnitDetail:
    """The task whose path is `ref`, or the unit called so (else: whose name has it as a part).

    RefusedError: nothing answers to it, or several do, in several plans perhaps; they are then named.
    """
    with View.open(database, today, as_of) as view:
        chosen = view.plan(plan).plan_id if plan is not None else None
        tasks, units = view.named(ref.strip().strip("."), ref, chosen)
        if len(tasks) + len(units) > 1:
            known = " ".join(f"{key}:{name}" for _, key, name in (*tasks, *units))
            raise RefusedError("several_refs", ref=ref, known=known)
        if tasks:
            return view.task(tasks[0][0])
        if units:
            return view.unit(units[0][0])
    raise RefusedError("no_ref", ref=ref)


def as_object(detail: TaskDetail | UnitDetail) -> dict[str, Any]:
    """A task or a unit as programs read it; problems have their sentences."""
    said = dataclasses.asdict(detail)
    if isinstance(detail, TaskDetail):
        said["problems"] = [{"code": p.code, "line": p.line, "message": sentence(p)} for p in detail.problems]
    return said

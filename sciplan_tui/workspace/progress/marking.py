"""Marking: the state of tasks at a milestone.

One gesture is one journal entry. Only marks that differ are written; where nothing differs no entry is made.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.plan import Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.workspace.gesture import given_text
from sciplan_tui.workspace.gesture.dates import check_past, iso_day
from sciplan_tui.workspace.progress.mark_changes import TOLD, mark_changes, wanted_columns

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.progress.milestone_key import KnownMilestone


@dataclass(frozen=True, slots=True)
class MarkResult:
    """What a marking did. `entry_id` None: every mark was so already. `milestones`: the keys that were marked at, and
    `labels` what these are called.

    `lacking`: what the plans are called that have no such milestone; their `left` tasks were left alone, the first of
    which are `named`. `headings`: how many were left alone since they are headings of the outline, which no count has.
    `inheriting`: how many a query found that only inherit what it asks for, and were left alone.
    """

    entry_id: int | None
    changed: int
    unchanged: int
    milestones: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    left: int = 0
    named: tuple[str, ...] = ()
    headings: int = 0
    labels: tuple[str, ...] = ()
    inheriting: int = 0


def mark_query(
    database: Path,
    query: str,
    *,
    milestone: str,
    status: Status | None,
    on: str | None = None,
    note: str | None = None,
    evidence: str | None = None,
    with_inherited: bool = False,
    plan: str | None = None,
    at: str,
    today: datetime.date,
) -> MarkResult:
    """Mark the tasks that a query finds: those that print the match, `with_inherited` also those that inherit it."""
    from sciplan_tui.core.view.spec import ViewSpec
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, today) as view:
        chosen, every = (view.matching(ViewSpec(plan, query), having) for having in (with_inherited, True))
    tasks = [task for _, task in chosen]
    done = mark_tasks(database, tasks, milestone=milestone, status=status, on=on, note=note, evidence=evidence, at=at)
    return replace(done, inheriting=len(every) - len(chosen))


def mark_tasks(
    database: Path,
    task_ids: Sequence[int],
    *,
    milestone: str,
    status: Status | None,
    on: str | None = None,
    note: str | None = None,
    evidence: str | None = None,
    at: str,
) -> MarkResult:
    """Mark tasks (of one plan or several) at the milestone that `milestone` names in each plan: its key, year or label.

    `status` None takes the mark away. `on` (an ISO date), `note` and `evidence` (a file, or where the paper lies) None
    leave what a mark has; empty, they clear it. They are told of a state: a mark of another state has none but those
    given now; the journal keeps the old ones. A heading of the outline, which is no 任务, is never marked; a mark that
    it has can be taken away.
    RefusedError: no task or only headings, a task that is gone, no plan with such a milestone, or several that fit, a
    day that is still to come.
    """
    from sciplan_tui.store.database.engine import opened, transaction
    from sciplan_tui.store.journal.writing import record

    on = iso_day(on) if on else on
    check_past(on, at)
    told = dict(zip(TOLD, (on, given_text.note(note), given_text.note(evidence)), strict=True))
    wanted = wanted_columns(status, told)
    if not task_ids:
        raise RefusedError("no_task_to_mark")
    with opened(database, write=True) as connection, transaction(connection):
        marked_ids = task_ids if status is None else _without_headings(connection, task_ids)
        by_plan = _by_plan(connection, marked_ids)
        met, lacking = _milestones(connection, milestone, by_plan)
        changes = dict(mark_changes(connection, by_plan, met, wanted))
        headings = len(set(task_ids)) - len(set(marked_ids))
        result = replace(_result(connection, by_plan, met, lacking, len(changes)), headings=headings)
        if not changes:
            return result
        facts = _facts(connection, result, tuple(_plan_keys(connection, met).values()), tuple(changes), wanted or {})
        entry = record(connection, "mark", facts, list(changes.values()), at)
    return replace(result, entry_id=entry)


def _facts(
    connection: sqlite3.Connection,
    result: MarkResult,
    plans: Sequence[str],
    tasks: Sequence[int],
    wanted: Mapping[str, Any],
) -> dict[str, Any]:
    """What the journal tells of a marking; the task is named where it is one alone."""
    from sciplan_tui.store.progress.marks import called

    return {
        "milestone": " ".join(result.milestones),
        "status": wanted.get("status"),
        "tasks": len(tasks),
        "plan": " ".join(plans),
        "on": wanted.get("on_date"),
        "note": wanted.get("note"),
        "evidence": wanted.get("evidence"),
        "labels": list(result.labels),
        "task": called(connection, tasks)[0] if len(tasks) == 1 else None,
    }


def _result(
    connection: sqlite3.Connection,
    by_plan: Mapping[int, Sequence[int]],
    met: Mapping[int, KnownMilestone],
    lacking: Mapping[int, str],
    changed: int,
) -> MarkResult:
    """What a marking that changes so many marks does, as long as it has no entry."""
    from sciplan_tui.store.progress.marks import called

    left = [task for plan in lacking for task in by_plan[plan]]
    return MarkResult(
        entry_id=None,
        changed=changed,
        unchanged=sum(len(by_plan[plan]) for plan in met) - changed,
        milestones=tuple(dict.fromkeys(one.key for one in met.values())),
        lacking=tuple(lacking.values()),
        left=len(left),
        named=called(connection, left),
        labels=tuple(dict.fromkeys(one.label for one in met.values())),
    )


def _without_headings(connection: sqlite3.Connection, task_ids: Sequence[int]) -> list[int]:
    from sciplan_tui.store.progress.marks import called, headings_among

    headings = headings_among(connection, task_ids)
    left = [task for task in task_ids if task not in headings]
    if not left:
        raise RefusedError("only_headings", tasks=say("word.between").join(called(connection, sorted(headings))))
    return left


def _by_plan(connection: sqlite3.Connection, task_ids: Sequence[int]) -> dict[int, list[int]]:
    from sciplan_tui.store.progress.marks import called, plans_of_tasks

    wanted = list(dict.fromkeys(task_ids))
    plans = plans_of_tasks(connection, wanted)
    if len(plans) != len(wanted):
        gone = [task for task in wanted if task not in plans]
        raise RefusedError("task_gone", count=len(gone), tasks=called(connection, gone))
    by_plan: dict[int, list[int]] = defaultdict(list)
    for task in wanted:
        by_plan[plans[task]].append(task)
    return by_plan


def _milestones(
    connection: sqlite3.Connection, name: str, by_plan: dict[int, list[int]]
) -> tuple[dict[int, KnownMilestone], dict[int, str]]:
    """The milestone meant in each plan, and what the plans that lack it are called."""
    from sciplan_tui.core.plan_name import plan_names
    from sciplan_tui.core.progress.milestone_key import meant_in_plans
    from sciplan_tui.store.conditions import gaps
    from sciplan_tui.store.progress.marks import milestones_of
    from sciplan_tui.store.rows import rows
    from sciplan_tui.workspace.meant.plan import head_of

    keys = _plan_keys(connection, by_plan)
    wanted = tuple(by_plan)
    plans = rows(connection, "plan", f"id IN ({gaps(wanted)})", wanted)
    names = plan_names(map(head_of, plans))
    found = meant_in_plans(name, {keys[plan]: milestones_of(connection, plan) for plan in by_plan}, names)
    met = {plan: found[keys[plan]] for plan in by_plan if keys[plan] in found}
    return met, {plan: names[keys[plan]] for plan in by_plan if plan not in met}


def _plan_keys(connection: sqlite3.Connection, plans: Container[int]) -> dict[int, str]:
    from sciplan_tui.store.edition.editions import known_plans

    return {plan.id: plan.key for plan in known_plans(connection) if plan.id in plans}

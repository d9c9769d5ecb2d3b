"""What is in doubt in the stored plans: all of it as a list, and one doubt with what it takes to decide it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.detail.doubt import Doubt, DoubtReading, Proposed
from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    from sciplan_tui.core.detail.task import TaskDetail
    from sciplan_tui.core.unit.name import UnitBook
    from sciplan_tui.workspace.view.viewing import View


def doubts(database: Path, plan: str | None = None, *, today: datetime.date) -> tuple[Doubt, ...]:
    """The problems of the newest edition of one plan, or of all plans, in the order of the source, settled or not.

    RefusedError: no such plan. StoreError: the database.
    """
    from sciplan_tui.store.problem.doubts import read_doubts
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, today) as view:
        return read_doubts(view.connection, None if plan is None else view.plan(plan).plan_id)


def of_code(database: Path, code: str, plan: str | None, *, today: datetime.date) -> list[int]:
    """The numbers of all problems of one code, settled or not.

    RefusedError (`no_problem_of_code`): no problem has that code; those there are, are named.
    """
    every = doubts(database, plan, today=today)
    found = [doubt.problem_id for doubt in every if doubt.problem.code == code]
    if not found:
        known = " ".join(dict.fromkeys(doubt.problem.code for doubt in every)) or "-"
        raise RefusedError("no_problem_of_code", sort=code, known=known)
    return found


def reading(database: Path, problem_id: int, *, today: datetime.date) -> DoubtReading:
    """One doubt, with its lines of the source, the task as it was read there, and what is proposed.

    RefusedError (`problem_gone`): a newer edition has come, perhaps.
    """
    from sciplan_tui.core.detail.doubt import lines_of
    from sciplan_tui.store.problem.doubts import plan_keys_of, problem_rows, read_doubts, read_raw
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, today) as view:
        keys = plan_keys_of(view.connection, problem_rows(view.connection, [problem_id]))
        plan_id = view.plan(keys[0]).plan_id if keys else None
        found = [doubt for doubt in read_doubts(view.connection, plan_id) if doubt.problem_id == problem_id]
        if not found or plan_id is None:
            raise RefusedError("problem_gone", count=1)
        doubt = found[0]
        task = view.task(doubt.task_id) if doubt.task_id is not None else None
        said = (unit.quote for unit in (task.units if task else ()) if unit.line == doubt.problem.line)
        lines = lines_of(read_raw(view.connection, plan_id), doubt.problem, next(said, None))
        return DoubtReading(doubt, lines, task, _proposals(view, doubt, plan_id, task))


def unit_book(database: Path, plan: str, *, today: datetime.date) -> UnitBook:
    """The units that a plan knows, in protocol order. RefusedError: no such plan."""
    from sciplan_tui.core.unit.name import UnitBook
    from sciplan_tui.store.meant.naming import known_units
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, today) as view:
        return UnitBook(known_units(view.connection, view.plan(plan).plan_id), view.known.standing.heir_of)


def _proposals(view: View, doubt: Doubt, plan_id: int, task: TaskDetail | None) -> tuple[Proposed, ...]:
    """What is proposed at the task; of a problem that proposals all over the document would mend, all those."""
    from sciplan_tui.core.detail.problem_need import IN_PROSE, LEADS_MISSING
    from sciplan_tui.core.plan import Role
    from sciplan_tui.store.problem.doubts import read_proposed

    proposed = read_proposed(view.connection, plan_id)
    if doubt.problem.code in LEADS_MISSING:
        return tuple(one for one in proposed if one.role is Role.LEAD)
    if doubt.problem.code == IN_PROSE:
        return tuple(one for one in proposed if one.reason == "prose_duty")
    return tuple(one for one in proposed if task is not None and one.task_id == task.task_id)

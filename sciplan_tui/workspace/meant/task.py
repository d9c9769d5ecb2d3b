"""What a person means by a path or a unit's name on the command line: one stored task, one of its assignments."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from sciplan_tui.core.detail.task import HeldUnit, TaskDetail
from sciplan_tui.core.folding import fold
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.view.viewing import View


def task_at(database: Path, path: str, plan: str | None = None, *, today: datetime.date) -> TaskDetail:
    """The task at `path`. RefusedError: there is none, or several plans have one and `plan` does not say which."""
    with View.open(database, today) as view:
        chosen = view.plan(plan).plan_id if plan is not None else None
        tasks, _ = view.named(path.strip().strip("."), "", chosen)
        if len(tasks) > 1:
            raise RefusedError("several_refs", ref=path, known=" ".join(f"{key}:{name}" for _, key, name in tasks))
        if not tasks:
            raise RefusedError("no_task", ref=path)
        return view.task(tasks[0][0])


def assignment_of(task: TaskDetail, unit: str, role: Role | None = None) -> HeldUnit:
    """The assignment by which the task itself names `unit`: in full, as printed, or by what fits one only.

    That is a part of its name, or its level and short form (市卫健委). `role`: in which role, where it has several.
    RefusedError: none or several (`unit_not_here`; those there are, are named), one in several roles (`unit_twice`), or
    it names no unit (`names_no_unit`).
    """
    own = [held for held in task.units if held.inherited_from is None and held.origin is not Origin.PROPOSED]
    wanted = fold(unit)
    for found in (_fitting(own, wanted, whole=True), _fitting(own, wanted, whole=False), _short(own, wanted)):
        fits = [held for held in found if role in (None, held.role)]
        if len(fits) == 1:
            return fits[0]
        if fits and len({held.unit_id for held in fits}) == 1:
            roles = tuple(str(held.role) for held in fits)
            raise RefusedError("unit_twice", path=task.path, title=task.title, unit=fits[0].name, roles=" ".join(roles))
    known = tuple(dict.fromkeys(held.name for held in own))
    if not known:
        raise RefusedError("names_no_unit", path=task.path, title=task.title)
    named = f"{unit}={role}" if role else unit
    raise RefusedError("unit_not_here", path=task.path, title=task.title, unit=named, known=known)


def _short(own: Iterable[HeldUnit], wanted: str) -> list[HeldUnit]:
    from sciplan_tui.core.unit.registry import short_form

    return [held for held in own if fold("".join(short_form(held.name))) == wanted]


def _fitting(own: Iterable[HeldUnit], wanted: str, *, whole: bool) -> list[HeldUnit]:
    names = ((held, fold(held.name), fold(held.printed)) for held in own)
    return [held for held, *called in names if wanted and (wanted in called if whole else wanted in called[0])]

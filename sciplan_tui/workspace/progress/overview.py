"""The overview of a view: all its counts, and its figures, for the screen, for printing and for a meeting's pack."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sciplan_tui.core.outline.rows import matching
from sciplan_tui.core.progress.counting import Line, Overview, at_milestones
from sciplan_tui.core.progress.facts import COLUMNS, LED_BELOW
from sciplan_tui.core.progress.figures import Figure
from sciplan_tui.core.progress.timeline import Moment
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.meant.plan import milestones_meant
from sciplan_tui.workspace.view.viewing import View


def overview(view: View, spec: ViewSpec) -> Overview:
    """How far the tasks of the view's plan and query are, folded ones too. QueryError, RefusedError, StoreError."""
    from sciplan_tui.core.progress.counting import overview as counted
    from sciplan_tui.store.database.faults import told
    from sciplan_tui.store.progress.facts import read_progress
    from sciplan_tui.store.progress.overview import read_aims, read_nodes, shares_of

    frame = view.frame(ViewSpec(spec.plan, spec.query))
    plans = [plan.plan_id for plan in frame.plans]
    with told(view.database):
        connection = view.current
        nodes = read_nodes(connection, plans)
        aims = read_aims(connection, matching(frame.rows, counted=False), view.as_of.isoformat())
        shares = shares_of(view.kept.contents, [unit for unit, _ in view.known.units])
        return counted(read_progress(connection, frame, view.known, view.kept.contents.outline), nodes, shares, aims)


def read(
    database: Path,
    spec: ViewSpec,
    today: datetime.date,
    as_of: datetime.date | None = None,
    milestone: str | None = None,
) -> tuple[Overview, Mapping[int, str]]:
    """The overview of a database, as it is held on `as_of` (None: today), and by plan the key of the milestone that
    matters: the one that is nearest to the day, or what `milestone` names; of no other is then anything told.

    QueryError, RefusedError, StoreError.
    """
    with View.open(database, today, as_of) as view:
        found = overview(view, spec)
        plans = found.progress.plans
        if milestone is None:
            return found, {plan.plan_id: found.nearest for plan in plans if found.nearest}
        meant = milestones_meant(view, plans, milestone)
        keys = {plan.plan_id: meant[plan.key].key for plan in plans if plan.key in meant}
        return at_milestones(found, keys), keys


def as_objects(found: Overview) -> Iterator[dict[str, Any]]:
    """What was counted as programs read it; `of` says what of: a milestone, action, lead, unit (any role), figure."""
    plans = {plan.plan_id: plan.key for plan in found.progress.plans}
    yield from (_milestone(moment, plans[moment.milestone.plan_id]) for moment in found.moments)
    for of, name, lines in (
        ("action", "title", found.actions), ("lead", "unit", found.leads), ("unit", "unit", found.holders)
    ):  # fmt: skip
        yield from (_line(of, name, line, plans[line.plan_id]) for line in lines)
    yield from (_figure(figure, plans[figure.plan_id], found) for figure in found.figures)


def _milestone(moment: Moment, plan: str) -> dict[str, Any]:
    one = moment.milestone
    told = {"of": "milestone", "plan": plan, "key": one.key, "label": one.label, "end": one.due, "tasks": moment.total}
    return {**told, "states": _states(moment.counts) if moment.tells else None}


def _line(of: str, name: str, line: Line, plan: str) -> dict[str, Any]:
    path: dict[str, Any] = {"path": line.path} if of == "action" else {}
    path |= {"led_below": line.key == LED_BELOW} if of == "lead" else {}
    at = {key: _states(counts) for key, counts in line.counts.items()}
    return {"of": of, "plan": plan, **path, name: line.name or None, "tasks": line.tasks, "states": at}


def _states(counts: Any) -> dict[str, int]:
    return {name: counts.get(name, 0) for name in COLUMNS}


def _figure(figure: Figure, plan: str, found: Overview) -> dict[str, Any]:
    aim = figure.aim
    names: Sequence[str] = ("indicator", "comparator", "value", "value_max", "unit", "frequency", "deadline", "region")
    return {
        "of": "figure",
        "plan": plan,
        "path": aim.path,
        "title": figure.title,
        **{name: getattr(aim, name) for name in names},
        "aspirational": aim.aspirational,
        "line": aim.line,
        "quote": aim.quote,
        "reported": figure.reported._asdict() if figure.reported else None,
        "met": figure.met,
        "lead": [found.progress.units[unit][0] for unit in figure.leads],
        "marks": {key: mark._asdict() for key, mark in figure.marks.items()},
    }

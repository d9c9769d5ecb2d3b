"""The names that a query on a database may say, read once for completion."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from sciplan_tui.core.edition.identity import one_fitting
from sciplan_tui.core.folding import search_text
from sciplan_tui.core.progress.milestone_key import KnownMilestone
from sciplan_tui.core.query.completion import KnownName, QueryNames
from sciplan_tui.core.unit.name import KnownUnit


def query_names(database: Path, plan: str | None, today: datetime.date) -> QueryNames:
    """Plans, and the units and milestones of one plan (`plan`: its key) or of all; the same name stands once.

    RefusedError: no such plan. StoreError.
    """
    from sciplan_tui.store.matrix import read_known
    from sciplan_tui.store.meant.naming import known_units
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, today) as view:
        known = read_known(view.connection, today)
        keys = {one.key: one.plan_id for one in known.plans}
        titles = {one.key: one.title for one in known.plans}
        plan_id = keys[one_fitting(plan, titles)] if plan is not None else None
        units = _units(known_units(view.connection, plan_id), one_plan=plan_id is not None)
    plans = (KnownName(one.key, search_text(one.key, one.title, one.region), one.title) for one in known.plans)
    milestones = [one for one in known.milestones if plan_id in (None, one.plan_id)]
    return QueryNames(units, tuple(plans), _milestones(milestones))


def _units(units: Iterable[KnownUnit], *, one_plan: bool) -> tuple[KnownName, ...]:
    """What tells a unit is its short form, or among several plans those that it belongs to."""
    found: dict[str, list[KnownUnit]] = {}
    for unit in units:
        found.setdefault(unit.name, []).append(unit)
    return tuple(
        KnownName(
            name,
            "\n".join(dict.fromkeys(unit.search for unit in same)),
            same[0].short if one_plan else " ".join(unit.plan_key for unit in same),
        )
        for name, same in found.items()
    )


def _milestones(milestones: list[KnownMilestone]) -> tuple[KnownName, ...]:
    """Dated reviews and evaluations, which have columns of marks, stand first."""
    found: dict[str, list[KnownMilestone]] = {}
    for milestone in sorted(milestones, key=lambda milestone: not milestone.has_column):
        found.setdefault(milestone.key, []).append(milestone)
    return tuple(
        KnownName(key, search_text(key, *(one.label for one in same)), same[0].label) for key, same in found.items()
    )

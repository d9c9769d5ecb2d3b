"""What a person means by the name of a plan or a milestone: one stored row while a gesture is planned, or what a view
has of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sciplan_tui.core.journal import Row
from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.matrix import PlanHead
    from sciplan_tui.core.progress.milestone_key import KnownMilestone
    from sciplan_tui.workspace.view.viewing import View


def plan_meant(connection: sqlite3.Connection, name: str | None) -> Row:
    """The plan of a key (any part that fits one); None: the only one there is. RefusedError: none, or several."""
    from sciplan_tui.core.edition.identity import named, one_fitting
    from sciplan_tui.store.edition.editions import plan_titles
    from sciplan_tui.store.rows import rows

    plans = plan_titles(connection)
    if name is None and len(plans) != 1:
        raise RefusedError("which_plan", known=named(plans))
    return rows(connection, "plan", '"key" = ?', (next(iter(plans)) if name is None else one_fitting(name, plans),))[0]


def milestone_meant(connection: sqlite3.Connection, plan: Row, name: str) -> Row:
    """The milestone of a plan by its key, its year, or its label. RefusedError: none, or several."""
    from sciplan_tui.core.plan_name import plan_name
    from sciplan_tui.core.progress.milestone_key import meant, not_one
    from sciplan_tui.store.progress.marks import milestones_of
    from sciplan_tui.store.rows import rows

    known = milestones_of(connection, plan["id"])
    fits = meant(name, known)
    if len(fits) != 1:
        raise not_one(name, plan_name(head_of(plan)), fits, known)
    return rows(connection, "milestone", "id = ?", (fits[0].milestone_id,))[0]


def head_of(plan: Row) -> PlanHead:
    """A stored plan as a view has it."""
    from sciplan_tui.core.matrix import PlanHead

    named = {name: plan[name] for name in ("key", "title", "region", "period_start", "period_end")}
    return PlanHead(plan_id=plan["id"], **named, names_units=True)


def milestones_meant(view: View, plans: Iterable[PlanHead], name: str) -> dict[str, KnownMilestone]:
    """The milestone that `name` means in each of these plans, by the plans' keys; those that lack it are left out.

    RefusedError: several of one plan fit, or no plan has it.
    """
    from sciplan_tui.core.plan_name import plan_names
    from sciplan_tui.core.progress.milestone_key import meant_in_plans

    known, asked = view.known.milestones, tuple(plans)
    by_plan = {plan.key: [m for m in known if m.plan_id == plan.plan_id] for plan in asked}
    return meant_in_plans(name, by_plan, plan_names(asked))

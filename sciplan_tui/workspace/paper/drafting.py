"""The draft of a report, filled from the record and written as a Word document or as Markdown."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.draft.facts import Draft, DraftKind
from sciplan_tui.core.paper import Paper
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError, WritingError
from sciplan_tui.workspace.meant.plan import milestones_meant
from sciplan_tui.workspace.sheet.parts import Step, silent
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.matrix import Frame, PlanHead
    from sciplan_tui.core.progress.milestone_key import KnownMilestone

FORMATS = ("docx", "md")


@dataclass(frozen=True, slots=True)
class DraftAsked:
    """Which report, for which milestone (its key, year or label), of which plan; `unit`: only what it leads."""

    kind: DraftKind
    milestone: str
    plan: str | None = None
    query: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Drafted:
    """The file, and how many gaps are marked in it."""

    file: Path
    gaps: int


def write_draft(
    database: Path, asked: DraftAsked, out: Path, *, on: datetime.date, force: bool = False, step: Step = silent
) -> Drafted:
    """Write the draft as things stand `on` a day, in the format of the file's suffix. What `step` raises breaks it off.

    QueryError; RefusedError: no such plan, milestone or unit, or several, or nothing to tell; StoreError; WritingError.
    """
    from sciplan_tui.core.draft.gaps import gaps
    from sciplan_tui.writers import paper, paper_md
    from sciplan_tui.writers.atomic import write

    form = out.suffix.lower().removeprefix(".")
    if form not in FORMATS:
        raise WritingError("draft_format", file=out, known=" ".join(f".{name}" for name in FORMATS))
    step(0, 3)
    made = draft_of(database, asked, on)
    step(1, 3)
    content = paper.write(made, on) if form == "docx" else paper_md.write(made, on)
    step(2, 3)
    return Drafted(write(out, content, force=force), gaps(made))


def draft_of(database: Path, asked: DraftAsked, on: datetime.date) -> Paper:
    """The same as a paper."""
    from sciplan_tui.core.draft.paper import draft_paper

    with View.as_on(database, on) as view:
        return draft_paper(read_draft(view, asked))


def read_draft(view: View, asked: DraftAsked) -> Draft:
    """The facts of the draft, on a view that is open."""
    from sciplan_tui.store.database.faults import told
    from sciplan_tui.store.progress.overview import read_nodes
    from sciplan_tui.store.task.statements import read_statements
    from sciplan_tui.workspace.export.books import data_state
    from sciplan_tui.workspace.progress.overview import overview

    plan, milestone = _meant(view, view.frame(ViewSpec(asked.plan, asked.query)), asked.milestone)
    unit = _unit(view, plan, asked.unit) if asked.unit else None
    query = " ".join(filter(None, (asked.query.strip(), _led_by(unit))))
    found = overview(view, ViewSpec(plan.key, query))
    if not found.progress.tasks:
        raise RefusedError("draft_no_tasks" if query else "draft_empty_plan", plan=plan.key, query=query)
    with told(view.database):
        nodes = read_nodes(view.current, [plan.plan_id])
        statements = read_statements(view.current, [plan.plan_id])
    on_plan = next(m for m in found.progress.milestones if m.milestone_id == milestone.milestone_id)
    holders = {node: [one.unit_id for one in some] for node, some in statements.items()}
    return Draft(asked.kind, plan, on_plan, query, found, nodes, data_state(view), unit, holders)


def _meant(view: View, frame: Frame, name: str) -> tuple[PlanHead, KnownMilestone]:
    """The one plan of the view that has the milestone, and the milestone."""
    if not frame.plans:
        raise RefusedError("draft_nothing")
    found = milestones_meant(view, frame.plans, name)
    if len(found) > 1:
        from sciplan_tui.core.edition.identity import named

        raise RefusedError(
            "which_plan", known=named({plan.key: plan.title for plan in frame.plans if plan.key in found})
        )
    [(key, milestone)] = found.items()
    return next(plan for plan in frame.plans if plan.key == key), milestone


def _unit(view: View, plan: PlanHead, name: str) -> str:
    """The full name of the unit that is meant."""
    from sciplan_tui.core.unit.name import one_unit
    from sciplan_tui.store.meant.naming import known_units

    return one_unit(name, known_units(view.connection, plan.plan_id), view.known.standing.heir_of).name


def _led_by(unit: str | None) -> str:
    from sciplan_tui.core.query.tokens import exactly

    return f"lead:{exactly(unit)}" if unit else ""

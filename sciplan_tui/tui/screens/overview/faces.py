"""The faces of the overview: what stands on its lines, and the query that finds the tasks of a line."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import count, groupby

from sciplan_tui.core.progress.counting import Line, Overview
from sciplan_tui.core.progress.facts import LED_BELOW
from sciplan_tui.core.progress.figures import Figure, by_plan_and_year
from sciplan_tui.core.progress.led_by import lead_terms
from sciplan_tui.core.progress.timeline import Moment
from sciplan_tui.core.query.tokens import exactly
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.line_list import Head

Key = tuple[Hashable, ...]
"""A line: the face it is of, and which it is there."""
Shown = Line | Moment | Figure
FACES = ("actions", "units", "milestones", "figures")


def lines_of(found: Overview, face: str, *, every_role: bool) -> Iterator[tuple[Key | Head, Shown | None]]:
    """The lines of a face by their keys, None for a head; units by what they lead, or by all that they hold."""
    if face == "milestones":
        return (((face, moment.milestone.milestone_id), moment) for moment in found.moments)
    if face == "figures":
        return _figures(found, face)
    by_unit = found.holders if every_role else found.leads
    return _by_plan(found, face, by_unit if face == "units" else found.actions)


def _by_plan(found: Overview, face: str, lines: Sequence[Line]) -> Iterator[tuple[Key | Head, Line | None]]:
    plans = {plan.plan_id: plan.key for plan in found.progress.plans}
    for plan_id, some in groupby(lines, key=lambda line: line.plan_id):
        if len(plans) > 1:
            yield Head(plans[plan_id]), None
        yield from (((face, plan_id, line.key), line) for line in some)


def _figures(found: Overview, face: str) -> Iterator[tuple[Key | Head, Figure | None]]:
    place = count(1)
    for plan, year, figures in by_plan_and_year(found.figures):
        head = say("overview.by", year=year) if year else say("overview.no_year")
        keys = [one.key for one in found.progress.plans if one.plan_id == plan and len(found.progress.plans) > 1]
        yield Head("  ".join((*keys, head)), say("overview.figures", count=len(figures))), None
        yield from (((face, next(place)), figure) for figure in figures)


def term_of(line: Line, face: str, *, every_role: bool) -> str:
    """The term of a query that finds the tasks of a line, among those of its plan."""
    if face == "actions":
        return f"path:{line.path}"
    if not every_role:
        return lead_terms(line.key, line.name)
    return f"unit:{exactly(line.name)}" if line.name else "no:unit"


def nobody(line: Line, *, every_role: bool) -> str:
    """What the tasks of a line are called that stand under no unit."""
    if every_role:
        return say("overview.no_holder")
    return say("board.led_below" if line.key == LED_BELOW else "board.no_lead")

"""The slips of a meeting's pack as one paper: each unit's on a page of its own, with room to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.pack.part import PackPart, name_together
from sciplan_tui.core.pack.slips import Slip, slip_sheet
from sciplan_tui.core.pack.tables import PlanTables
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.sentence.day import day_words
from sciplan_tui.core.sheet import Sheet, at_places
from sciplan_tui.locale import say

_SHOWN = ("role", "path", "title", "deadline", "state", "line", "answer")
_ROOM = ((7, 3), (11, 2), (17, 1))
"""Of so many tasks each has so many more lines to answer on: they stay on one page."""


def slip_paper(plans: Sequence[PlanTables], state: str) -> Paper:
    """One slip a page, plan by plan."""
    label = name_together([one.part.milestone for one in plans])
    pages = [list(_slip(one.part, slip)) for one in plans for slip in one.slips]
    blocks = [block for place, page in enumerate(pages) for block in ([PageBreak()] if place else []) + page]
    title = say("pack.slips.title", milestone=label)
    foot = say("pack.foot", title=title, on=plans[0].part.day, state=state)
    return Paper(title, tuple(blocks or [Line(say("pack.none.slips"))]), compact=True, foot=foot)


def _slip(part: PackPart, slip: Slip) -> Iterator[Block]:
    """Who fills it in signs above the table, so that no page is left for that alone; day and data stand at the foot."""
    yield Heading(slip.name)
    today = part.overview.progress.today.isoformat()
    told = {"plan": part.plan.title, "milestone": part.milestone.label, "on": day_words(today), "count": len(slip.owed)}
    yield Line(say("pack.slip.owed", **told, due=_due(part), gap=say("paper.gap")))
    yield Line(say("pack.slip.signed", gap=say("paper.gap")), Place.FLUSH)
    yield _table(part, slip)


def _due(part: PackPart) -> str:
    if part.days is None:
        return ""
    return say("pack.slip.past" if part.past else "pack.slip.ahead", due=part.due, days=abs(part.days))


def _table(part: PackPart, slip: Slip) -> Sheet:
    """What it owes; the query that finds it beneath."""
    made = slip_sheet(part, [slip])
    keys = [column.key for column in made.columns]
    shown = [*(["through"] if any(one.through for one in slip.owed) else []), *_SHOWN]
    if not any(one.card.task.deadline for one in slip.owed):
        shown.remove("deadline")
    room = next(("\n" * lines for most, lines in _ROOM if len(made.rows) <= most), None)
    told = at_places(made, [keys.index(key) for key in shown])
    beneath = tuple(
        (say("pack.note.query"), say("pack.slip.query", name=name, count=count, query=query, on=part.day))
        for name, count, query in slip.queries
    )
    return replace(told, rows=tuple((*row[:-1], room) for row in told.rows), notes=beneath)

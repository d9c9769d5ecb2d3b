"""The first page of a plan in a meeting's pack: a sentence, all tasks by state, a chart by action, who leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.pack.counts import BY, rule, telling
from sciplan_tui.core.pack.on_paper import readable
from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.tables import PlanTables
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Place
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import UNMARKED, settled
from sciplan_tui.core.progress.share import percent
from sciplan_tui.core.progress.sheets import charts
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say

_ROOM, _BAR, _ROW = 150, 7, 8
"""In mm: what chart and table may take of the page, a bar and a row of it."""


def first_page(one: PlanTables) -> Iterator[Block]:
    """The page; behind it the tables of counts for which it had no room."""
    part, made = one.part, {name: _table(one, name) for name in BY}
    drawn = [replace(chart, sheet=f"by_action {part.plan.key}") for chart in charts([one["by_action"]])]
    made["by_action"] = replace(made["by_action"], name=f"by_action {part.plan.key}")
    first = _first(part, made, drawn)
    yield Line(part.plan.title, Place.CENTRE)
    yield Line(_sentence(part))
    totals = telling(one["totals"])
    yield replace(readable(totals, part), notes=(rule(part, totals, whole=True),))
    yield from drawn
    if first:
        yield made[first]
    yield PageBreak()
    for name in BY:
        if name != first and _tells(name, part):
            yield Heading(say(f"export.sheet.{name}"), 2)
            yield made[name]


def _table(one: PlanTables, name: str) -> Sheet:
    told = telling(one[name])
    return replace(readable(told, one.part), notes=(rule(one.part, told),))


def _first(part: PackPart, made: Mapping[str, Sheet], drawn: list[Chart]) -> str | None:
    """The table that the page has room for: the one by lead, where there are leads, rather than the one by action."""
    bars = sum(len(chart.rows or ()) for chart in drawn)
    wanted = [name for name in ("by_lead", "by_action") if _tells(name, part)]
    return next((name for name in wanted if bars * _BAR + len(made[name].rows) * _ROW <= _ROOM), None)


def _tells(name: str, part: PackPart) -> bool:
    """Whether a table is for reading: where nobody leads, units are counted in any role; where none is named, not."""
    leads, held = (any(line.key is not None for line in some) for some in (part.overview.leads, part.overview.holders))
    return {"by_lead": leads, "by_unit": held and not leads}.get(name, True)


def _sentence(part: PackPart) -> str:
    """How far all is, and how long there is left."""
    found, tasks = part.board.counts(), len(part.board.cards)
    done = {"tasks": tasks, "settled": settled(found), "share": f"{percent(settled(found), tasks)}%" if tasks else "-"}
    due = {"due": part.due, "days": abs(part.days or 0)}
    when = say(f"pack.due.{'none' if part.days is None else 'past' if part.past else 'ahead'}", **due)
    return say("pack.sentence", **done, blocked=found[Status.BLOCKED], unmarked=found[UNMARKED], when=when)

"""The first page of a plan in a meeting's pack: a sentence, all tasks by state, charts by action and by who leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.pack.counts import BY, rule, telling
from sciplan_tui.core.pack.on_paper import readable
from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.tables import PlanTables
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Place
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import settled
from sciplan_tui.core.progress.facts import UNMARKED
from sciplan_tui.core.progress.share import percent
from sciplan_tui.core.progress.sheets import charts
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say

_ROOM, _AROUND, _BAR = 175, 27, 7
"""In mm: what the charts may take of the page, what one has around its bars, and a bar at most."""
_MOST_BARS = 20
"""Of a chart, so that two of them can be read on the page."""


def first_page(one: PlanTables) -> Iterator[Block]:
    """The page, and behind it the numbers of its charts as tables, with the queries of their rows."""
    part = one.part
    told = [name for name in BY if _tells(name, part)]
    yield Line(part.plan.title, Place.CENTRE)
    yield Line(_sentence(part))
    totals = telling(one["totals"])
    yield replace(readable(totals, part), notes=(rule(part, totals, whole=True),))
    yield from _fitting([replace(chart, sheet=_named(chart.sheet, part)) for chart in _drawn(one, told)])
    yield PageBreak()
    for name in told:
        yield Heading(say(f"export.sheet.{name}"), 2)
        yield _table(one, name)


def _drawn(one: PlanTables, told: Sequence[str]) -> tuple[Chart, ...]:
    return charts([one[name] for name in told], _MOST_BARS)


def _fitting(drawn: Sequence[Chart]) -> Iterator[Chart]:
    """The charts as high as they fit the page together."""
    bars = [len(chart.rows or ()) for chart in drawn]
    high = min(_BAR, (_ROOM - _AROUND * len(drawn)) / max(sum(bars), 1))
    for chart, count in zip(drawn, bars, strict=True):
        yield replace(chart, high=int(_AROUND + high * count))


def _table(one: PlanTables, name: str) -> Sheet:
    told = telling(one[name])
    return replace(readable(told, one.part), name=_named(name, one.part), notes=(rule(one.part, told),))


def _named(name: str, part: PackPart) -> str:
    """What a table is called in the paper, where each plan has one of that name, so that its chart finds it."""
    return f"{name} {part.plan.key}"


def _tells(name: str, part: PackPart) -> bool:
    """Whether a table is for reading: where nobody leads, units are counted in any role; where none is named, not."""
    leads, held = (any(line.key for line in some) for some in (part.overview.leads, part.overview.holders))
    return {"by_lead": leads, "by_unit": held and not leads}.get(name, True)


def _sentence(part: PackPart) -> str:
    """How far all is, and how long there is left."""
    found, tasks = part.board.counts(), len(part.board.cards)
    done = {"tasks": tasks, "settled": settled(found), "share": f"{percent(settled(found), tasks)}%" if tasks else "-"}
    due = {"due": part.due, "days": abs(part.days or 0)}
    when = say(f"pack.due.{'none' if part.days is None else 'past' if part.past else 'ahead'}", **due)
    return say("pack.sentence", **done, blocked=found[Status.BLOCKED], unmarked=found[UNMARKED], when=when)

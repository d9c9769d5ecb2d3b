"""A meeting's pack as a paper to be read: for each plan a page of totals, what to talk about, at last the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.pack.counts import BY, rule, telling
from sciplan_tui.core.pack.first_page import first_page
from sciplan_tui.core.pack.folding import folded
from sciplan_tui.core.pack.on_paper import UNSEEN, readable, traced
from sciplan_tui.core.pack.part import PackPart, name_together
from sciplan_tui.core.pack.tables import PlanTables, joined
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.plan_name import plan_names
from sciplan_tui.core.progress.sheets import BARS
from sciplan_tui.core.sheet import Sheet, without
from sciplan_tui.core.wide_sheet import side_by_side, told
from sciplan_tui.locale import say

_COUNTED = 1 + len(BY)
"""The tables of counts come first."""
_MOST_TASKS = 1_000
"""Of the matrix on paper, on all its pages."""


def pack_paper(plans: Sequence[PlanTables], state: str, lacking: Sequence[PlanHead]) -> Paper:
    """The paper of these plans. `state`: of which data; `lacking`: the plans that lack the milestone."""
    label = name_together([one.part.milestone for one in plans])
    blocks = [*_head(plans[0].part, state, lacking)]
    if len(plans) > 1:
        blocks += _summary(plans)
    names = plan_names(one.part.plan for one in plans)
    for one in plans:
        blocks += _plan(one, names[one.part.plan.key] if len(plans) > 1 else None)
    title = say("pack.title", milestone=label)
    foot = say("pack.foot", title=title, on=plans[0].part.day, state=state)
    return Paper(title, tuple(blocks), compact=True, foot=foot)


def _head(part: PackPart, state: str, lacking: Sequence[PlanHead]) -> Iterator[Block]:
    """Of which day and data it is, and what it leaves out."""
    yield Line(say("pack.made", on=part.day, state=state), Place.CENTRE)
    if part.query:
        yield Line(say("pack.narrowed", query=part.query), Place.CENTRE)
    if lacking:
        yield Line(say("pack.lacking", plans=say("word.between").join(plan_names(lacking).values())), Place.CENTRE)


def _summary(plans: Sequence[PlanTables]) -> Iterator[Block]:
    """All plans, a row and a bar each."""
    whole = telling(joined([one["totals"] for one in plans], [one.part.plan.key for one in plans]))
    names = plan_names(one.part.plan for one in plans)
    rows = tuple((traced(names[str(row[0])], str(row[-1])), *row[1:-1]) for row in whole.rows)
    yield Chart("totals", whole.name, "plan", BARS)
    yield replace(whole, columns=whole.columns[:-1], rows=rows, notes=(rule(plans[0].part, whole, plans=True),))


def _plan(one: PlanTables, name: str | None) -> Iterator[Block]:
    """Its pages; `name` where it is one of several."""
    if name is not None:
        yield PageBreak(landscape=False)
        yield Heading(name)
    yield from first_page(one)
    for sheet in one.sheets[_COUNTED:]:
        yield from _section(one.part, sheet)
    yield from _moved(one)
    yield PageBreak(landscape=True)
    yield Heading(say("export.sheet.matrix"), 2)
    yield from _matrix(one.matrix)


def _section(part: PackPart, sheet: Sheet) -> Iterator[Block]:
    if not sheet.rows:
        yield Line(say("pack.nothing", name=say(f"export.sheet.{sheet.name}"), said=say(f"pack.none.{sheet.name}")))
        return
    yield Heading(say(f"export.sheet.{sheet.name}"), 2)
    if sheet.name == "matters":
        yield from _groups(part, sheet)
    else:
        yield readable(folded(sheet, part) if sheet.name == "late" else sheet, part)


def _groups(part: PackPart, sheet: Sheet) -> Iterator[Block]:
    """What stands below each heading as a table of its own: they have little in common. Notes are of the first."""
    starts = sorted(sheet.headings)
    for start, stop in zip(starts, [*starts[1:], len(sheet.rows)], strict=True):
        title = next(str(cell) for cell in sheet.rows[start] if cell is not None)
        rows = sheet.rows[start + 1 : stop]
        yield Heading(title, 3)
        notes = sheet.notes if start == 0 else ()
        yield readable(replace(sheet, rows=rows, headings=frozenset(), notes=notes), part)


def _moved(one: PlanTables) -> Iterator[Block]:
    """Since the last pack; the first one has nothing to tell."""
    if one.moved is None or one.since is None:
        return
    name = say("export.sheet.moved")
    if not one.moved.rows:
        yield Line(say("pack.nothing", name=name, said=say("pack.none.moved", day=one.since)))
        return
    yield Heading(name, 2)
    yield Line(say("pack.since", day=one.since))
    yield readable(one.moved, one.part)


def _matrix(sheet: Sheet) -> Iterator[Block]:
    """The matrix; one that is too wide for a page in parts, each with the tasks at its left. Nobody reads one of a
    hundred pages: it stays in the workbook."""
    if len(sheet.rows) > _MOST_TASKS:
        yield Line(say("pack.matrix_aside"))
        return
    yield from (Line(say("word.noted", what=what, said=said), Place.SMALL) for what, said in sheet.notes)
    parts = side_by_side(without(replace(sheet, notes=()), UNSEEN | {"line"}))
    for number, part in enumerate(parts, 1):
        if number > 1:
            yield PageBreak()
        if len(parts) > 1:
            yield Line(told(part, number, len(parts)), Place.SMALL)
        yield part

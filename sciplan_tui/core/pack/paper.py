"""A meeting's pack as a paper to be read: for each plan a page of totals, what to talk about, at last the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.pack.counts import BY, rule, telling
from sciplan_tui.core.pack.first_page import first_page
from sciplan_tui.core.pack.folding import folded
from sciplan_tui.core.pack.on_paper import UNSEEN, readable
from sciplan_tui.core.pack.part import PackPart, name_together
from sciplan_tui.core.pack.tables import PlanTables, joined
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.progress.sheets import BARS
from sciplan_tui.core.sheet import Sheet, without
from sciplan_tui.locale import say

_COUNTED = 1 + len(BY)
"""The tables of counts come first."""
_MOST_NAMES, _MOST_TASKS = 45, 1_000
"""Of the matrix on paper: units and milestones across a page, and tasks on all pages."""


def pack_paper(plans: Sequence[PlanTables], state: str, lacking: Sequence[str]) -> Paper:
    """The paper of these plans. `state`: of which data; `lacking`: the keys of the plans that lack the milestone."""
    label = name_together([one.part.milestone for one in plans])
    blocks = [*_head(plans[0].part, state, lacking)]
    if len(plans) > 1:
        blocks += _summary(plans)
    for one in plans:
        blocks += _plan(one, several=len(plans) > 1)
    foot = say("pack.foot", title=say("pack.title", milestone=label), state=state)
    return Paper(say("pack.title", milestone=label), tuple(blocks), compact=True, foot=foot)


def _head(part: PackPart, state: str, lacking: Sequence[str]) -> Iterator[Block]:
    """Of which day and data it is, and what it leaves out."""
    yield Line(say("pack.made", on=part.overview.progress.today.isoformat(), state=state), Place.CENTRE)
    if part.query:
        yield Line(say("pack.narrowed", query=part.query), Place.CENTRE)
    if lacking:
        yield Line(say("pack.lacking", plans=say("word.between").join(lacking)), Place.CENTRE)


def _summary(plans: Sequence[PlanTables]) -> Iterator[Block]:
    """All plans, a row and a bar each."""
    whole = joined([one["totals"] for one in plans], [one.part.plan.key for one in plans])
    yield Chart("totals", whole.name, "plan", BARS)
    yield without(telling(replace(whole, notes=(rule(plans[0].part),))), {"query"})


def _plan(one: PlanTables, *, several: bool) -> Iterator[Block]:
    if several:
        yield PageBreak(landscape=False)
        yield Heading(one.part.plan.key)
    yield from first_page(one)
    for sheet in one.sheets[_COUNTED:]:
        yield from _section(sheet)
    yield from _moved(one)
    yield PageBreak(landscape=True)
    yield Heading(say("export.sheet.matrix"), 2)
    yield from _matrix(one.matrix)


def _section(sheet: Sheet) -> Iterator[Block]:
    yield Heading(say(f"export.sheet.{sheet.name}"), 2)
    if not sheet.rows:
        yield Line(say(f"pack.none.{sheet.name}"))
        yield from (Line(said, Place.SMALL) for _, said in sheet.notes[:1])
    elif sheet.name == "matters":
        yield from _groups(sheet)
    elif sheet.name == "late":
        yield readable(folded(sheet))
    else:
        yield readable(sheet)


def _groups(sheet: Sheet) -> Iterator[Block]:
    """What stands below each heading as a table of its own: they have little in common. Notes are of the first."""
    starts = sorted(sheet.headings)
    for start, stop in zip(starts, [*starts[1:], len(sheet.rows)], strict=True):
        title = next(str(cell) for cell in sheet.rows[start] if cell is not None)
        rows = sheet.rows[start + 1 : stop]
        yield Heading(title, 3)
        yield readable(replace(sheet, rows=rows, headings=frozenset(), notes=sheet.notes if start == 0 else ()))


def _moved(one: PlanTables) -> Iterator[Block]:
    """Since the last pack; the first one has nothing to tell."""
    if one.moved is None or one.since is None:
        return
    yield Heading(say("export.sheet.moved"), 2)
    yield Line(say("pack.since" if one.moved.rows else "pack.none.moved", day=one.since))
    if one.moved.rows:
        yield readable(one.moved)


def _matrix(sheet: Sheet) -> Iterator[Block]:
    """The matrix; one that is too wide for a page in parts, each with the tasks at its left. Nobody reads one of a
    hundred pages: it stays in the workbook."""
    if len(sheet.rows) > _MOST_TASKS:
        yield Line(say("pack.matrix_aside"))
        return
    made = without(sheet, UNSEEN | {"line"})
    names = [column.key for column in made.columns if column.title is not None]
    for start in range(0, max(len(names), 1), _MOST_NAMES):
        if start:
            yield PageBreak()
        yield without(made, {*names[:start], *names[start + _MOST_NAMES :]})

"""A meeting's pack as a paper to be read: for each plan a page of totals, what to talk about, at last the matrix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.milestone_board import UNMARKED, settled
from sciplan_tui.core.pack_counts import BY, rule, telling
from sciplan_tui.core.pack_folding import folded
from sciplan_tui.core.pack_part import PackPart, day_said
from sciplan_tui.core.pack_sheets import PlanTables, joined
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.progress_sheets import BARS
from sciplan_tui.core.sheet import Sheet, Value
from sciplan_tui.locale import say

_UNSEEN = frozenset({"query", "place", "kind", "matched", "number", "plan"})
"""Columns that only programs and spreadsheets need; queries stand beneath the tables, said once."""
_COUNTED = 1 + len(BY)
"""The tables of counts come first."""
_MOST_ROWS, _MOST_NAMES = 16, 45
"""Rows of a table that stands on the first page, below the chart; units and milestones across a page of the matrix."""


def pack_paper(plans: Sequence[PlanTables], state: str, lacking: Sequence[str]) -> Paper:
    """The paper of these plans. `state`: of which data; `lacking`: the keys of the plans that lack the milestone."""
    first = plans[0].part
    label = first.milestone.label if len({one.part.milestone.label for one in plans}) == 1 else first.milestone.key
    blocks = [*_head(first, state, lacking)]
    if len(plans) > 1:
        blocks += _summary(plans)
    for place, one in enumerate(plans):
        blocks += _plan(one, several=len(plans) > 1, turned=place > 0)
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
    yield _without(telling(replace(whole, notes=(rule(plans[0].part),))), {"query"})


def _plan(one: PlanTables, *, several: bool, turned: bool) -> Iterator[Block]:
    if several:
        yield PageBreak(landscape=False)
        yield Heading(one.part.plan.key)
    yield from _totals(one)
    for sheet in one.sheets[_COUNTED:]:
        yield from _section(sheet)
    yield from _moved(one)
    yield PageBreak(landscape=True)
    yield Heading(say("export.sheet.matrix"), 2)
    yield from _matrix(one.matrix)


def _totals(one: PlanTables) -> Iterator[Block]:
    """One page: a sentence, all tasks by state, a chart by action, and a table that fits below it; then the others."""
    part = one.part
    made = {name: _counted(one[name]) for name in BY}
    actions = made["by_action"] = replace(made["by_action"], name=f"by_action {part.plan.key}")
    first = _first(part, made)
    yield Line(part.plan.title, Place.CENTRE)
    yield Line(_sentence(part))
    yield _counted(one["totals"])
    yield Chart("by_action", actions.name, "title", BARS)
    yield replace(made[first], notes=(rule(part, *(say(f"pack.row.{name}") for name in BY)),))
    yield PageBreak()
    for name in BY:
        if name != first and (name != "by_unit" or not _leads(part)):
            yield Heading(say(f"export.sheet.{name}"), 2)
            yield made[name]


def _first(part: PackPart, made: Mapping[str, Sheet]) -> str:
    """By lead, where there are leads, and not too many for the page."""
    rows = {name: len(sheet.rows) for name, sheet in made.items()}
    return "by_lead" if _leads(part) and rows["by_lead"] <= max(_MOST_ROWS, rows["by_action"]) else "by_action"


def _leads(part: PackPart) -> bool:
    return any(line.key is not None for line in part.overview.leads)


def _counted(sheet: Sheet) -> Sheet:
    return _readable(telling(replace(sheet, notes=())))


def _sentence(part: PackPart) -> str:
    """How far all is, and how long there is left."""
    found, tasks = part.board.counts(), len(part.board.cards)
    told = {"tasks": tasks, "settled": settled(found), "blocked": found["blocked"], "unmarked": found[UNMARKED]}
    share = f"{100 * settled(found) // tasks}%" if tasks else "-"
    when = say(f"pack.due.{'none' if part.days is None else 'past' if part.past else 'ahead'}", **_due(part))
    return say("pack.sentence", **told, share=share, when=when)


def _due(part: PackPart) -> dict[str, object]:
    return {"due": day_said(part.milestone.due), "days": abs(part.days or 0)}


def _section(sheet: Sheet) -> Iterator[Block]:
    yield Heading(say(f"export.sheet.{sheet.name}"), 2)
    if not sheet.rows:
        yield Line(say(f"pack.none.{sheet.name}"))
        yield from (Line(said, Place.SMALL) for _, said in sheet.notes[:1])
    elif sheet.name == "matters":
        yield from _groups(sheet)
    elif sheet.name == "late":
        yield _readable(folded(sheet))
    else:
        yield _readable(sheet)


def _groups(sheet: Sheet) -> Iterator[Block]:
    """What stands below each heading as a table of its own: they have little in common. Notes are of the first."""
    starts = sorted(sheet.headings)
    for start, stop in zip(starts, [*starts[1:], len(sheet.rows)], strict=True):
        title = next(str(cell) for cell in sheet.rows[start] if cell is not None)
        rows = sheet.rows[start + 1 : stop]
        yield Heading(title, 3)
        yield _readable(replace(sheet, rows=rows, headings=frozenset(), notes=sheet.notes if start == 0 else ()))


def _moved(one: PlanTables) -> Iterator[Block]:
    yield Heading(say("export.sheet.moved"), 2)
    if one.moved is None or one.since is None:
        yield Line(say("pack.none.before"))
        return
    yield Line(say("pack.since" if one.moved.rows else "pack.none.moved", day=one.since))
    if one.moved.rows:
        yield _readable(one.moved)


def _matrix(sheet: Sheet) -> Iterator[Block]:
    """The matrix; one that is too wide for a page in parts, each with the tasks at its left."""
    made = _without(sheet, _UNSEEN | {"line"})
    names = [column.key for column in made.columns if column.title is not None]
    for start in range(0, max(len(names), 1), _MOST_NAMES):
        if start:
            yield PageBreak()
        yield _without(made, {*names[:start], *names[start + _MOST_NAMES :]})


def _readable(sheet: Sheet) -> Sheet:
    """Headings as one line across the table, and no column that says nothing."""
    keys = [column.key for column in sheet.columns]
    seen = [place for place, key in enumerate(keys) if any(row[place] is not None for row in sheet.rows)]
    unseen = {key for place, key in enumerate(keys) if place not in seen}
    grouped = {"unit"} if sheet.headings else set()
    rows = [_heading(row, keys) if place in sheet.headings else row for place, row in enumerate(sheet.rows)]
    return _without(replace(sheet, rows=tuple(rows)), _UNSEEN | unseen | grouped)


def _heading(row: Sequence[Value], keys: Sequence[str]) -> tuple[Value, ...]:
    """The title of a heading bears the unit that it is about."""
    told = dict(zip(keys, row, strict=True))
    told["title"] = "  ".join(str(told[key]) for key in ("unit", "title") if told.get(key))
    return tuple(told[key] if key == "title" else None for key in keys)


def _without(sheet: Sheet, keys: frozenset[str] | set[str]) -> Sheet:
    places = [place for place, column in enumerate(sheet.columns) if column.key not in keys]
    rows = tuple(tuple(row[place] for place in places) for row in sheet.rows)
    return replace(sheet, columns=tuple(sheet.columns[place] for place in places), rows=rows)

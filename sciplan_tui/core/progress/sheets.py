"""The overview as sheets: how far tasks are by milestone, by action, by unit, and the figures, each with the query that
finds the tasks behind a row.

A number is what `sciplan tasks "<query of the row> <term of the column>"` lists; the terms stand in the notes beneath
a sheet, and a column without one is counted by the row's query alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import settled
from sciplan_tui.core.progress.counting import Line, Overview
from sciplan_tui.core.progress.facts import UNMARKED
from sciplan_tui.core.progress.figures import Figure, standing_at
from sciplan_tui.core.progress.led_by import lead_terms
from sciplan_tui.core.progress.queries import beneath, counting, marked
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.query.syntax import parse
from sciplan_tui.core.query.tokens import exactly
from sciplan_tui.core.sheet import Code, Facts, Names, Sheet, Value, code, sheet
from sciplan_tui.locale import say

_SETTLED = (Status.DONE, Status.ONGOING, Status.NOT_APPLICABLE)
BARS = tuple(map(str, (*_SETTLED, Status.IN_PROGRESS, Status.BLOCKED, Status.NOT_STARTED, UNMARKED)))
"""The states as a bar shows them, what is settled at the left; each task is in one of them."""
MOST_BARS = 30
"""Of a chart; more can't be read."""
_COUNTS = " ".join(("tasks", *BARS, "late settled=settled_tasks query"))
_FIGURE = "plan path indicator comparator value value_max unit frequency deadline lead state reported reported_on met"


def overview_sheet(found: Overview, key: str | None) -> Sheet:
    """All counts in one table, for programs: `of` says what a row is of, `milestone` at which milestone it counts."""
    rows = [_row("milestone", facts["label"], {"path": None, **facts}) for facts in _milestones(found)]
    for of in _LINES:
        name = "title" if of == "action" else "unit"
        rows += [_row(of, facts[name], {"milestone": key, **facts}) for facts in _lines(found, key, of)]
    return sheet("overview", f"of plan path name milestone=key {_COUNTS}", rows)


def _row(of: str, name: Value, facts: Facts) -> Facts:
    return {**facts, "of": Code("of", of), "name": name}


def overview_sheets(found: Overview, key: str | None) -> tuple[Sheet, ...]:
    """The same counts for people, a sheet for milestones, actions, leads and units, and the figures with their aims."""
    at = next((one.label for one in found.progress.milestones if one.key == key), "")
    notes = _notes(found, key, at) if key else ()
    by_milestone = sheet("by_milestone", f"plan milestone=key label end {_COUNTS}", list(_milestones(found)))
    return (
        _noted(by_milestone, _notes_by_key(found)),
        _noted(sheet("by_action", f"plan path title=action {_COUNTS}", list(_lines(found, key, "action"))), notes),
        _noted(sheet("by_lead", f"plan unit=leading {_COUNTS}", list(_lines(found, key, "lead"))), notes),
        _noted(sheet("by_unit", f"plan unit {_COUNTS}", list(_lines(found, key, "unit"))), notes),
        figure_sheet(found, key),
    )


def figure_sheet(found: Overview, key: str | None) -> Sheet:
    """The figures with their aims, who leads, and how their tasks stand at a milestone."""
    plans = _plans(found)
    return sheet("figures", _FIGURE, [_figure(found, one, plans[one.plan_id], key) for one in found.figures])


def charts(sheets: Iterable[Sheet], most: int = MOST_BARS) -> tuple[Chart, ...]:
    """The charts of the sheets of counts, one for each plan: the rows with most tasks, in the order of the sheet."""
    labels = {"by_milestone": "label", "by_action": "title", "by_lead": "unit", "by_unit": "unit"}
    return tuple(chart for one in sheets if one.name in labels for chart in _charts(one, labels[one.name], most))


def _charts(counts: Sheet, label: str, most: int) -> Iterator[Chart]:
    """A plan has one where it counts at a milestone; of several plans each says whose it is."""
    keys = [column.key for column in counts.columns]
    plan, tasks, counted = keys.index("plan"), keys.index("tasks"), keys.index(UNMARKED)
    by_plan: dict[Value, list[int]] = {row[plan]: [] for row in counts.rows}
    for place, row in enumerate(counts.rows):
        by_plan[row[plan]] += [place] if row[counted] is not None else []
    for name, places in by_plan.items():
        places.sort(key=lambda place: -int(str(counts.rows[place][tasks])))
        rows, part = tuple(sorted(places[:most])), str(name) if len(by_plan) > 1 else ""
        if rows:
            yield Chart(counts.name, counts.name, label, BARS, rows, part, len(places) - len(rows))


def term(key: str, column: str) -> str:
    """What is added to the query of a row for a column of counts at the milestone `key`; nothing for all tasks."""
    if column == "tasks":
        return ""
    return marked(key, *(_SETTLED if column == "settled" else (column,)))


def _noted(made: Sheet, notes: tuple[tuple[str, str], ...]) -> Sheet:
    return Sheet(made.name, made.columns, made.rows, made.headings, notes)


_HEADS = {**{state: f"word.head.{state}" for state in (*BARS, LATE)}, "settled": "word.head.settled_tasks"}
"""By the columns of numbers their heads."""


def _notes(found: Overview, key: str, at: str) -> tuple[tuple[str, str], ...]:
    """At which milestone is counted, how a number is looked up, and the term of each column of numbers."""
    told = [(say("export.lookup.at"), at + say("word.aside", said=key))] if at else []
    told.append(lookup(found))
    if lacking := _lacking(found, key):
        told.append((say("export.lookup.lacking"), say("word.between").join(lacking)))
    return (*told, *((say(head), term(key, column)) for column, head in _HEADS.items()))


def _lacking(found: Overview, key: str) -> list[str]:
    """The plans without the milestone: of them there are no numbers by state, and no bars."""
    having = {one.plan_id for one in found.progress.milestones if one.key == key}
    return [plan.key for plan in found.progress.plans if plan.plan_id not in having]


def lookup(found: Overview) -> tuple[str, str]:
    """How a number is looked up, on whatever day that is done."""
    return say("export.lookup"), say("export.lookup.how", on=found.progress.today.isoformat())


def _notes_by_key(found: Overview) -> tuple[tuple[str, str], ...]:
    """The same where each row counts at a milestone of its own: the terms of each, in a line."""
    told = [lookup(found)]
    for key in dict.fromkeys(moment.milestone.key for moment in found.moments if moment.tells):
        states = (f"{say(head)} {term('', column).partition('=')[2]}" for column, head in _HEADS.items())
        told.append((marked(key, ".."), say("word.between").join(states)))
    return tuple(told)


def _milestones(found: Overview) -> Iterator[Facts]:
    """Those at which progress is kept, by their last day."""
    plans = _plans(found)
    for moment in found.moments:
        if moment.tells:
            one, plan = moment.milestone, plans[moment.milestone.plan_id]
            facts = {"plan": plan, "milestone": one.key, "label": one.label, "end": one.due}
            yield {**facts, **_counts(moment.total, moment.counts), "query": _asking(found, plan)}


def _lines(found: Overview, key: str | None, of: str) -> Iterator[Facts]:
    """The rows of actions (`action`), of units by what they lead (`lead`), or by all that they hold (`unit`)."""
    lines, asked = _LINES[of]
    plans, some = _plans(found), lines(found)
    for line in some:
        plan = plans[line.plan_id]
        name: Value = line.name or Code("nobody", f"no_{of}" if line.key is None else "led_below")
        facts = {"plan": plan, "path": line.path or None, "title" if of == "action" else "unit": name}
        counts = _counts(line.tasks, line.counts.get(key or ""))
        yield {**facts, **counts, "query": _asking(found, plan, *asked(line, some))}


def _of_path(line: Line, lines: Sequence[Line]) -> Sequence[str]:
    return beneath(line.path, (one.path for one in lines if one.plan_id == line.plan_id))


def _of_lead(line: Line, _: Sequence[Line]) -> list[str]:
    return [lead_terms(line.key, line.name)]


def _of_unit(line: Line, _: Sequence[Line]) -> list[str]:
    return [f"unit:{exactly(line.name)}" if line.key is not None else "no:unit"]


_LINES: Mapping[str, tuple[Callable[[Overview], tuple[Line, ...]], Callable[[Line, Sequence[Line]], Sequence[str]]]] = {
    "action": (lambda found: found.actions, _of_path),
    "lead": (lambda found: found.leads, _of_lead),
    "unit": (lambda found: found.holders, _of_unit),
}
"""By what the lines of a sheet are: where they are, and the terms that find the tasks of one of them."""


def _asking(found: Overview, plan: str, *terms: str) -> str:
    """The query of the 任务 of a plan for which these terms hold, within what is looked at."""
    spec = found.progress.spec
    named = spec.plan is None and any(term.field == "plan" for term in parse(spec.query).terms)
    return counting(spec.query, None if named and len(found.progress.plans) == 1 else plan, *terms)


def _counts(tasks: int, counts: Mapping[str, int] | None) -> Facts:
    """A row's numbers; where its plan lacks the milestone there is only how many tasks it has."""
    if counts is None:
        return {"tasks": tasks, **dict.fromkeys((*BARS, LATE, "settled"))}
    states = {state: counts.get(state, 0) for state in BARS}
    return {"tasks": tasks, **states, LATE: counts.get(LATE, 0), "settled": settled(counts)}


def _figure(found: Overview, one: Figure, plan: str, key: str | None) -> Facts:
    state, light = standing_at(found.progress, one, key)
    aim = one.aim
    return {
        **{"plan": plan, "path": aim.path, "indicator": aim.indicator, "value": aim.value, "value_max": aim.value_max},
        **{"comparator": code("comparator", aim.comparator), "frequency": code("frequency", aim.frequency)},
        **{"unit": aim.unit, "deadline": aim.deadline, "state": _mark(state, light), "met": one.met},
        "reported": one.reported.value if one.reported else None,
        "reported_on": one.reported.on if one.reported else None,
        "lead": Names(tuple(found.progress.units[unit][0] for unit in one.leads)),
    }


def _mark(state: str | None, light: str | None) -> MarkCell | None:
    if state is None:
        return None
    return MarkCell(None if state == UNMARKED else Status(state), light)


def _plans(found: Overview) -> dict[int, str]:
    return {plan.plan_id: plan.key for plan in found.progress.plans}

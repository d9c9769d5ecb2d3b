"""`sciplan overview`: how far the tasks are, by milestone, by action, by lead, and figures with their aims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import AsOf, Json, Plan, Query, as_of_day, one_query
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.progress.counting import Line, Overview
    from sciplan_tui.core.progress.figures import Figure
    from sciplan_tui.core.progress.timeline import Moment

BAR = 20
"""Cells between the brackets of a bar."""
Rows = tuple[list[str], list[list[str]]]
"""Heads and rows of a table."""


def overview(
    query: Query = None,
    milestone: Annotated[str | None, typer.Option("--milestone", metavar="KEY", help="cli.milestone")] = None,
    as_of: AsOf = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """Progress by action, unit and milestone, and figures; with --milestone at that one alone."""
    from sciplan_tui.workspace.progress.overview import as_objects, read

    spec = ViewSpec(plan, one_query(query))
    found, keys = read(settings.database_path(), spec, settings.today(), as_of_day(as_of), milestone)
    if json:
        for row in as_objects(found):
            output.json_line(row)
        return Exit.DONE
    several = len(found.progress.plans) > 1
    for place, (heads, rows) in enumerate(_tables(found, keys)):
        if place:
            output.data()
        output.table(heads if several else heads[1:], [row if several else row[1:] for row in rows])
    return Exit.DONE


def _tables(found: Overview, keys: Mapping[int, str]) -> Iterator[Rows]:
    """Those that have rows, each with the plan first; of actions and units is told how far they are at the milestones
    that `keys` name, by plan."""
    from sciplan_tui.core.pack.part import name_together

    plans = {plan.plan_id: plan.key for plan in found.progress.plans}
    if rows := [_milestone(moment, plans) for moment in found.moments if moment.tells]:
        yield [*_heads("plan", "label", "end", "tasks"), *_count_heads("")], rows
    at = [one for one in found.progress.milestones if keys.get(one.plan_id) == one.key]
    label = name_together(at) if at else ""
    for head, lines in (("overview.action", found.actions), ("overview.lead", found.leads)):
        if lines:
            heads = [*_heads("plan"), say(head), *_heads("tasks"), *_count_heads(label)]
            yield heads, list(_lines(lines, plans, keys))
    if found.figures:
        heads = [
            *_heads("plan", "path", "indicator"),
            say("overview.aim"),
            *_heads("frequency", "deadline", "lead", "reported", "reported_on", "met"),
        ]
        yield heads, [_figure(figure, plans[figure.plan_id], found) for figure in found.figures]


def _milestone(moment: Moment, plans: Mapping[int, str]) -> list[str]:
    one = moment.milestone
    return [plans[one.plan_id], one.label, one.due or "", *_counts(moment.counts, moment.total)]


def _heads(*names: str) -> list[str]:
    return [say(f"word.head.{name}") for name in names]


def _count_heads(milestone: str) -> list[str]:
    return [milestone, say("overview.share"), say("word.head.in_progress"), say("word.head.late")]


def _lines(lines: Sequence[Line], plans: Mapping[int, str], keys: Mapping[int, str]) -> Iterator[list[str]]:
    for line in lines:
        name = f"{line.path} {line.name}".strip() or say("board.no_lead" if line.key is None else "board.led_below")
        yield [plans[line.plan_id], name, *_counts(line.counts.get(keys.get(line.plan_id, "")), line.tasks)]


def _counts(counts: Mapping[str, int] | None, tasks: int) -> list[str]:
    """How many tasks, how many of them settled as a bar and in figures, how many in progress, how many late.

    None: the plan lacks the milestone, so nothing of it is done or late.
    """
    from sciplan_tui.core.progress.board import settled

    if counts is None:
        return [str(tasks), say("overview.none"), "", "", ""]
    done = settled(counts)
    filled = max(done * BAR // tasks, 1) if done else 0
    bar = f"[{'#' * filled}{'.' * (BAR - filled)}]"
    return [str(tasks), bar, f"{done}/{tasks}", str(counts.get("in_progress", 0)), str(counts.get("late", 0))]


def _figure(figure: Figure, plan: str, found: Overview) -> list[str]:
    from sciplan_tui.core.sentence.target import aim

    target = figure.aim
    often = say(f"word.frequency.{target.frequency}") if target.frequency else ""
    leads = " ".join(found.progress.units[unit][1] for unit in figure.leads)
    return [plan, target.path, target.indicator, aim(target), often, target.deadline or "", leads, *_reported(figure)]


def _reported(figure: Figure) -> list[str]:
    """The newest reported value, its day, and whether the aim is reached, as far as that can be told."""
    from sciplan_tui.core.progress.reported import beyond

    if figure.reported is None:
        return ["", "", ""]
    reached = say("reported.beyond") if beyond(figure.aim, figure.reported) else ""
    if figure.met is not None:
        reached = say("word.yes" if figure.met else "word.no")
    return [f"{figure.reported.value:g}", figure.reported.on, reached]


COMMANDS = {"overview": overview}

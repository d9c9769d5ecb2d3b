"""Doubts about the figures: how few there are, which have no date, and aims that are relative to an average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.draft import Node
from sciplan_tui.core.parse.figure.regions import listed_regions
from sciplan_tui.core.parse.selfcheck.at_lines import at_lines
from sciplan_tui.core.plan import LISTED, MARK_COLUMN_KINDS, ParsedPlan, Problem, Target
from sciplan_tui.core.whole_number import whole

_AVERAGE = re.compile(r"(?:达到|超过|高于|不低于|接近)(?:全[国省市区县]|[省市]级?)(?:的)?平均(?:水平|值)")
_EVENTS = frozenset({"场", "场次", "次", "期", "班次"})
"""A number of events says little unless it is told for how long they are counted."""


def check_figures(plan: ParsedPlan, nodes: Sequence[Node]) -> Iterator[Problem]:
    """What the figures leave open, seen over the whole plan."""
    figures = [target for target in plan.targets if target.region is None]
    if _is_no_task_plan(plan):
        yield Problem("no_task_plan")
    if not plan.targets:
        yield Problem("no_figure")
    elif len(plan.targets) == 1:
        yield Problem("one_figure", plan.targets[0].line, (("figure", _shown(plan.targets[0])),))
    yield from _undated(figures)
    yield from _relative(plan, nodes)


def _is_no_task_plan(plan: ParsedPlan) -> bool:
    """Whether nobody is held to anything by a day; a figure alone tells nothing where no office has issued it."""
    head = (plan.document_number, plan.issuer, plan.issued_on, plan.region, plan.period_start)
    dated = any(milestone.end for milestone in plan.milestones if milestone.kind in MARK_COLUMN_KINDS)
    held = dated or any(task.assignments for task in plan.tasks)
    return not held and (not plan.targets or not any(head))


def _undated(figures: Sequence[Target]) -> Iterator[Problem]:
    without_year = [figure for figure in figures if figure.deadline is None]
    bare = [figure for figure in without_year if figure.frequency is None]
    if bare:
        counts = (("count", str(len(without_year))), ("all", str(len(figures))))
        yearly = str(len(without_year) - len(bare))
        told = (*counts, ("yearly", yearly), ("bare", str(len(bare))), *at_lines([figure.line for figure in bare]))
        yield Problem("figures_without_year", bare[0].line, told)
    events = [figure for figure in bare if figure.unit in _EVENTS]
    if events:
        shown = LISTED.join(f"{figure.path} {_shown(figure)}" for figure in events[:6])
        yield Problem("figures_without_period", events[0].line, (("count", str(len(events))), ("figures", shown)))


def _shown(figure: Target) -> str:
    high = f"—{whole(figure.value_max)}" if figure.value_max is not None else ""
    return f"{whole(figure.value)}{high}{figure.unit}"


def _relative(plan: ParsedPlan, nodes: Sequence[Node]) -> Iterator[Problem]:
    """萧山区、余杭区达到全市平均水平: aims for places without a fixed figure."""
    for node in nodes:
        for span in node.body:
            text = span.text
            for found in _AVERAGE.finditer(text) if "平均" in text else ():
                places = listed_regions(re.split(r"[，,。；;]", text[: found.start()])[-1])
                if places:
                    fixed = sum(target.region is not None for target in plan.targets)
                    counts = (("count", str(len(places))), ("all", str(fixed + len(places))))
                    yield Problem("regions_relative", span.line.number, (*counts, ("places", LISTED.join(places))))

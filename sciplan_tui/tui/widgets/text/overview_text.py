"""What the overview says below its lines: counts at every milestone; a figure with its sentence and marks."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sciplan_tui.core.progress.counting import Line
from sciplan_tui.core.progress.facts import Mark
from sciplan_tui.core.progress.figures import Figure
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.core.sentence.reported import proof, told
from sciplan_tui.core.sentence.target import aim, conditions
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.text.overview_lines import Bench
from sciplan_tui.tui.widgets.text.standing_text import bar, counts_in_words, state_name, unit_names
from sciplan_tui.tui.widgets.text.task_text import DIM


def line_detail(line: Line, bench: Bench, nobody: str, width: int) -> Content:
    """An action or a unit at each milestone of its plan."""
    name = f"{line.path} {line.name}".strip() or nobody
    head = [(name, "bold"), (f"  {_plan(bench, line.plan_id)}", DIM)]
    lines = [hang([], [head, [(f"{say('overview.total')} {line.tasks}", "")]], width)]
    for key, counts in line.counts.items():
        lead = [(f"{narrow(bench.label(key))}  ", "bold" if key == bench.key else "")]
        facts = [bar(counts, line.tasks), *counts_in_words(counts)]
        lines.append(hang(lead, [[(fact, "")] for fact in facts], width))
    return joined([*lines, plain(say("overview.hint"), DIM)])


def _plan(bench: Bench, plan_id: int) -> str:
    return next(plan.key for plan in bench.found.progress.plans if plan.plan_id == plan_id)


def figure_detail(figure: Figure, bench: Bench, width: int) -> Content:
    """What is to be reached in full, the sentence that says so, the task, who leads it, its marks."""
    target = figure.aim
    facts = [aim(target), *conditions(target)]
    facts += [say("tui.source_line", line=target.line)] if target.line else []
    lines = [hang([], [[(target.indicator, "bold")], *([(fact, "")] for fact in facts)], width)]
    reported = [*told(target, figure.reported), *proof(figure.reported)] or [say("reported.none")]
    lines.append(hang([], [[(fact, "")] for fact in reported], width))
    if target.quote:
        lines.append(hang([], [[(target.quote, DIM)]], width))
    leads = say("board.leads", names=unit_names(bench.found.progress, figure.leads, short=False))
    task = say("overview.task", path=target.path, title=figure.title)
    plan = [[(_plan(bench, figure.plan_id), DIM)]] if len(bench.found.progress.plans) > 1 else []
    lines.append(hang([], [[(task, "")], [(leads, "")], *plan], width))
    marks = [fact for key, mark in figure.marks.items() for fact in _mark(bench.label(key), mark)]
    standing = [[(fact, "")] for fact in marks or [say("overview.no_marks")]]
    return joined([*lines, hang([], standing, width), plain(say("overview.figure_hint"), DIM)])


def _mark(label: str, mark: Mark) -> Iterator[str]:
    yield say("overview.mark", milestone=label, state=state_name(mark.status))
    if mark.on:
        yield say("board.since", day=mark.on)
    if mark.note:
        yield say("board.note", note=mark.note)
    yield from evidence(mark.evidence)

"""The plan's targets: each figure of its tasks with what it counts, by when, how often, and for which region."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sciplan_tui.core.parse.draft import Node, Span
from sciplan_tui.core.parse.figure.indicators import counted_from, name_indicator, named_until
from sciplan_tui.core.parse.figure.numbers import Figure, clause_start, find_figures, sentence_start, without_names
from sciplan_tui.core.parse.figure.regions import Regions
from sciplan_tui.core.parse.figure.wording import last_date, read_wording
from sciplan_tui.core.plan import Kind, Target

_TOLD_TITLE = re.compile(
    r"(?!夯实|打牢|筑牢|巩固|强化|拓展|厚植).{0,6}(?:基础|现状|回顾|成效|成就|背景|形势|前言|序言)(?:[和与及、](?:.{2,8}))?"
)
"""Titles of what tells of the past; 科普基础设施工程 and 夯实基础 are work to be done."""
_NUMBER = re.compile(r"[\d十百千]")
_SOON = 5
"""A year that lies this many years or more before the end of the plan tells what was, not what will be."""


def read_targets(
    nodes: tuple[Node, ...], period_end: int | None, region: str | None = None, since: int | None = None
) -> tuple[Target, ...]:
    """The targets of all nodes, in document order. `region` is the plan's own, which is no region of a target.
    A figure dated before the year `since`, in which the plan begins or was issued, tells what was.

    A year that a goal sets (到2025年) governs the rest of the goal and the goals below it, and so does what it counts.
    """
    dates: dict[str, str | None] = {}
    counted: dict[str, str] = {}
    targets: list[Target] = []
    for node in nodes:
        governing, held = dates.get(node.parent or ""), counted.get(node.parent or "") or node.title
        told = node.kind is Kind.PREFACE or bool(_TOLD_TITLE.fullmatch(node.title))
        goal = _is_goal(node)
        for span in _spans(node):
            text = span.text
            found = read_passage(text, region, governing, told, node.path, span.line.number)
            placed = [_named(target, node, held) for target in found if not _past(target, period_end, since)]
            targets.extend(placed)
            if placed and goal:
                counted.setdefault(node.path, placed[0].indicator)
            if goal and not told:
                governing = last_date(text)[0] or governing
        dates[node.path] = governing if goal else None
    return tuple(targets)


def read_cell(path: str, title: str, text: str, line: int | None, deadline: str | None = None) -> tuple[Target, ...]:
    """The targets of a table's cell; `deadline` is that of its row, for figures that print none."""
    return tuple(
        replace(found, indicator=found.indicator or title, deadline=found.deadline or deadline)
        for found in read_passage(text, None, None, told=False, path=path, line=line)
    )


def read_passage(
    text: str, region: str | None, governing: str | None, told: bool, path: str, line: int | None
) -> Iterator[Target]:
    """The targets of one paragraph, without an indicator where none is printed."""
    if not _NUMBER.search(text):
        return
    blank, regions, indicator, sentence = without_names(text), Regions(region), "", 0
    for figure, start, end in _stretches(text, blank, told):
        wording = read_wording(text, figure, governing)
        places, named = regions.of(text[start : figure.start])
        before, sentence = sentence, sentence_start(blank, start)
        if not places and sentence != before:
            indicator = ""
        indicator = (named if places else name_indicator(text, figure, start, end)) or indicator
        target = Target(
            path=path,
            indicator=indicator,
            comparator=wording.comparator,
            value=figure.low,
            value_max=figure.high,
            unit=figure.unit,
            frequency=wording.frequency,
            deadline=wording.deadline,
            aspirational=wording.aspirational,
            line=line,
            quote=text[start:end].strip(" 、"),
        )
        yield from (replace(target, region=place) for place in places) if places else (target,)


def _stretches(text: str, blank: str, told: bool) -> Iterator[tuple[Figure, int, int]]:
    """Each figure with the place where its words begin and end; two figures in one clause share it."""
    figures, floor = tuple(find_figures(text, blank, told=told)), 0
    for i, figure in enumerate(figures):
        start, stop = max(clause_start(blank, figure.start), floor), named_until(blank, figure)
        following = figures[i + 1].start if i + 1 < len(figures) else len(text)
        end, floor = (following, counted_from(text, figure)) if following < stop else (stop, stop)
        yield figure, start, end


def _is_goal(node: Node) -> bool:
    return node.kind is Kind.GOAL or "目标" in node.title


def _spans(node: Node) -> tuple[Span, ...]:
    return (node.heading, *node.body) if node.heading else node.body


def _named(target: Target, node: Node, held: str) -> Target:
    """`held` is what the goal above counts; places that name nothing of their own (东河区达到20%) are held to it."""
    return target if target.indicator else replace(target, indicator=held if target.region else node.title)


def _past(target: Target, period_end: int | None, since: int | None) -> bool:
    if target.deadline is None:
        return False
    year = int(target.deadline[:4])
    return (period_end is not None and year <= period_end - _SOON) or (since is not None and year < since)

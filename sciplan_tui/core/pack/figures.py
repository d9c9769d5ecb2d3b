"""The figures of a plan against their aims: what is promised by when, who leads, what was reported, and whether that
reaches the aim; where nothing was, how far the task is."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.pack.late import state_name
from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.rules import in_workbook
from sciplan_tui.core.progress.figures import Figure, standing_at
from sciplan_tui.core.query.tokens import quoted
from sciplan_tui.core.sentence.target import promised
from sciplan_tui.core.sheet import Column, Names, Sheet, Value, code

_KEYS = (
    *("path", "indicator", "region", "aim", "frequency", "deadline", "leading"),
    *("reported", "reported_on", "met", "state", "line", "query"),
)


def figures(part: PackPart) -> Sheet:
    """A row a figure, in document order."""
    rows = (_row(part, figure) for figure in part.overview.figures)
    notes = (in_workbook(part, "figures"),)
    return Sheet("figures", tuple(Column(key) for key in _KEYS), tuple(rows), notes=notes)


def _row(part: PackPart, figure: Figure) -> tuple[Value, ...]:
    target = figure.aim
    state, _ = standing_at(part.overview.progress, figure, part.milestone.key)
    told: Mapping[str, Value] = {
        "path": target.path,
        "indicator": target.indicator,
        "region": target.region,
        "aim": promised(target),
        "frequency": code("frequency", target.frequency),
        "deadline": target.deadline,
        "leading": Names(tuple(part.name(unit) for unit in figure.leads)) if figure.leads else None,
        "state": state_name(state) if state else None,
        "reported": figure.reported.value if figure.reported else None,
        "met": figure.met,
        "reported_on": figure.reported.on if figure.reported else None,
        "line": target.line,
        "query": part.within(f"path:{quoted(target.path)}"),
    }
    return tuple(told[key] for key in _KEYS)

"""A sheet in parts, so that one of 100,000 tasks is never held whole, says how far it is, and can be broken off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sciplan_tui.core.export_options import with_columns
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.sheets import SHEETS

PART = 400
"""Rows of the view at a time."""
BY_ROW = frozenset({"matrix", "tasks", "assignments", "targets"})
"""The sheets whose rows hang each on one row of the view; the others count over all of it."""

_IN_ORDER = ("matrix", "tasks")

Step = Callable[[int, int], None]
"""Told how many rows of the view are done, of how many. What it raises breaks the work off."""


def silent(done: int, count: int) -> None:
    """Nobody looks on."""


def portion(step: Step, place: int, count: int) -> Step:
    """What tells `step` how far the part `place` of `count` is, as a part of the whole."""

    def told(done: int, of: int) -> None:
        whole = max(of, 1)
        step(place * whole + min(done, whole), count * whole)

    return told


def seen_by(name: str, spec: ViewSpec) -> ViewSpec:
    """What a sheet of a view on screen is taken of: what is folded too; the matrix and the tasks in its orders."""
    return replace(spec, folded=frozenset()) if name in _IN_ORDER else ViewSpec(spec.plan, spec.query)


def sheet_parts(asked: Asked, name: str, step: Step = silent) -> Iterator[Sheet]:
    """The sheet `name`, one part at least; all parts have the same columns."""
    count = len(asked.frame.rows)
    for start in range(0, count, PART) if name in BY_ROW and count else ():
        step(start, count)
        yield part(asked, name, start, start + PART)
    if name not in BY_ROW or not count:
        step(0, count)
        yield whole(asked, name)
    step(count, count)


def part(asked: Asked, name: str, start: int, stop: int) -> Sheet:
    """What the rows `start` up to `stop` of the view give of a sheet of BY_ROW."""
    return whole(replace(asked, frame=replace(asked.frame, rows=asked.frame.rows[start:stop])), name)


def whole(asked: Asked, name: str) -> Sheet:
    """The sheet in one, with the columns that were asked for."""
    return with_columns(SHEETS[name](asked), asked.columns)

"""The matrix as a sheet: a row a task, a column a unit, the marks at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sciplan_tui.core.matrix import Cell, Frame, MatrixRow
from sciplan_tui.core.plan import Origin
from sciplan_tui.core.sheet import Code, Column, Sheet, Value


def matrix_sheet(frame: Frame, rows: Iterable[MatrixRow]) -> Sheet:
    """All rows of the frame, context included (`matched` says which), with printed and inherited cells.

    Proposed cells are left out: they are the program's, not the plan's.
    """
    keys = {plan.plan_id: plan.key for plan in frame.plans}
    facts = [Column(key) for key in ("plan", "path", "number", "title", "kind", "matched", "line")]
    columns = [*facts, *_named(frame, keys)]
    return Sheet("matrix", tuple(columns), tuple(_rows(frame, rows, keys)))


def _named(frame: Frame, plans: dict[int, str]) -> list[Column]:
    """The columns of units and milestones. A name that stands in several plans bears its plan's key."""
    named = [(f"unit:{unit.unit_id}", unit.name, unit.plan_id) for unit in frame.units]
    named += [(f"milestone:{mark.milestone_id}", mark.label, mark.plan_id) for mark in frame.marks]
    often = Counter(name for _, name, _ in named)
    return [
        Column(key, f"{name} ({plans.get(plan, plan)})" if often[name] > 1 else name, plans.get(plan))
        for key, name, plan in named
    ]


def _rows(frame: Frame, rows: Iterable[MatrixRow], plans: dict[int, str]) -> Iterable[tuple[Value, ...]]:
    for ref, row in zip(frame.rows, rows, strict=True):
        facts = (row.path, row.number, row.title, Code("kind", row.kind), Code("matched", ref.matched), row.line)
        cells = (settled(row.cells.get(unit.unit_id, ())) or None for unit in frame.units)
        marks = (row.marks.get(mark.milestone_id) for mark in frame.marks)
        yield (plans[ref.plan_id], *facts, *cells, *marks)


def settled(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells that the plan or a ruling says, without what is only proposed."""
    return tuple(cell for cell in cells if cell.origin is not Origin.PROPOSED)

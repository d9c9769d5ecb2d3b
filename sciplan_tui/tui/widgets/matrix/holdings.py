"""Who holds which role in a task: leads first, then who is responsible, then support, each in the order of columns."""

from __future__ import annotations

from typing import NamedTuple

from sciplan_tui.core.kinds import Role
from sciplan_tui.core.matrix import Cell, Frame, MatrixRow, UnitColumn
from sciplan_tui.tui.widgets.matrix.counts import own_cells


class Holding(NamedTuple):
    """A unit and a role that it holds itself."""

    unit: UnitColumn
    cell: Cell


Holdings = tuple[Holding, ...]


def by_role(frame: Frame, row: MatrixRow) -> dict[Role, Holdings]:
    """The holdings of each role that anybody has in the task."""
    held: dict[Role, list[Holding]] = {role: [] for role in Role}
    for unit in frame.units if row.cells else ():
        if unit.unit_id in row.cells:
            for cell in own_cells(row, unit.unit_id, unit.within):
                held[cell.role].append(Holding(unit, cell))
    return {role: tuple(units) for role, units in held.items() if units}


def holdings(frame: Frame, row: MatrixRow) -> Holdings:
    """All holdings of a task."""
    return tuple(holding for held in by_role(frame, row).values() for holding in held)

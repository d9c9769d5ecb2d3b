"""Counts of a row's roles: what the matrix shows at its right, and what the line about the cursor says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sciplan_tui.core.kinds import Origin, Role
from sciplan_tui.core.matrix import Cell, Frame, MatrixRow, RoleCounts, UnitColumn


def own_cells(row: MatrixRow, unit_id: int, within: int | None) -> tuple[Cell, ...]:
    """What a unit holds itself: a member's part in what its collective holds is counted there."""
    cells = row.cells.get(unit_id, ())
    if within is None:
        return cells
    there = {(cell.role, cell.origin) for cell in row.cells.get(within, ())}
    return tuple(cell for cell in cells if not (cell.inherited and (cell.role, cell.origin) in there))


def settled(row: MatrixRow, units: tuple[UnitColumn, ...]) -> Iterator[tuple[UnitColumn, Cell]]:
    """The units of a row with what each holds itself, printed, ruled or inherited, never only proposed."""
    for unit in units:
        if unit.unit_id in row.cells:
            for cell in own_cells(row, unit.unit_id, unit.within):
                if cell.origin is not Origin.PROPOSED:
                    yield unit, cell


def row_counts(frame: Frame, row: MatrixRow) -> RoleCounts:
    """How many units lead a task, are responsible for it, support it, have a part in it."""
    held = {(unit.unit_id, cell.role) for unit, cell in settled(row, frame.units)}
    roles = Counter(role for _, role in held)
    lead, responsible, support = (roles[role] for role in Role)
    return RoleCounts(lead, responsible, support, len({unit for unit, _ in held}))

"""A collective unit unfolded in the matrix: its members stand right behind it, each with what the collective holds.

What a member holds through its collective is inherited, never printed; what it holds itself stands beside it. A unit
has one column: a member that the plan also names leaves its own place while its collective is unfolded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sciplan_tui.core.matrix import Cell, MatrixRow, UnitColumn

FOLDED, UNFOLDED = "+", "-"


def unfolded_columns(
    units: Sequence[UnitColumn], members: Mapping[int, Sequence[UnitColumn]], unfolded: frozenset[int]
) -> tuple[UnitColumn, ...]:
    """The columns, with the `members` of each collective that is among `unfolded` behind it.

    Every collective that has members tells by its sign whether it is folded. A unit behind several of them stands
    behind the first.
    """
    if not members:
        return tuple(units)
    places = _places(units, members, unfolded)
    columns: list[UnitColumn] = []
    for unit in units:
        if unit.unit_id not in places:
            columns += _with_members(unit, members, unfolded, places)
    shown = {column.unit_id for column in columns}
    return (*columns, *(unit for unit in units if unit.unit_id not in shown))  # collectives of each other


def _places(
    units: Sequence[UnitColumn], members: Mapping[int, Sequence[UnitColumn]], unfolded: frozenset[int]
) -> dict[int, int]:
    """The collective that each member stands behind; what is unfolded is any column, or a member shown by one."""
    places: dict[int, int] = {}
    waiting = [unit.unit_id for unit in units]
    while waiting:
        collective = waiting.pop(0)
        for member in members.get(collective, ()) if collective in unfolded else ():
            if member.unit_id not in places and member.unit_id != collective:
                places[member.unit_id] = collective
                waiting.append(member.unit_id)
    return places


def _with_members(
    unit: UnitColumn,
    members: Mapping[int, Sequence[UnitColumn]],
    unfolded: frozenset[int],
    places: Mapping[int, int],
) -> Iterator[UnitColumn]:
    """A unit, and behind it those whose place is there."""
    behind = members.get(unit.unit_id, ())
    is_open = unit.unit_id in unfolded
    yield unit._replace(fold=UNFOLDED if is_open else FOLDED) if behind else unit
    for member in behind if is_open else ():
        if places.get(member.unit_id) == unit.unit_id:
            column = member._replace(within=unit.unit_id, unit_class=unit.unit_class)
            yield from _with_members(column, members, unfolded, places)


def behind(units: Sequence[UnitColumn]) -> dict[int, tuple[int, ...]]:
    """The members that stand behind each unfolded collective among the columns of a frame."""
    found: dict[int, tuple[int, ...]] = {}
    for unit in units:
        if unit.within is not None:
            found[unit.within] = (*found.get(unit.within, ()), unit.unit_id)
    return found


def with_members(row: MatrixRow, members: Mapping[int, tuple[int, ...]]) -> MatrixRow:
    """The row, with what its collectives hold also in the cells of their members, as inherited."""
    held = [(unit, collective) for collective, units in members.items() if collective in row.cells for unit in units]
    if not held:
        return row
    cells = dict(row.cells)
    for unit, collective in held:
        cells[unit] = _joined(cells.get(unit, ()), row.cells[collective])
    return row._replace(cells=cells)


def _joined(own: tuple[Cell, ...], of_collective: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """What a unit holds itself, then what comes from its collective and is not the same role."""
    roles = {(cell.role, cell.origin) for cell in own}
    through = (cell._replace(inherited=True) for cell in of_collective if (cell.role, cell.origin) not in roles)
    return (*own, *through)

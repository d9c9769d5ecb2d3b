"""A collective unfolds into its members: where they stand, and what their cells say."""

from __future__ import annotations

from sciplan_tui.core.matrix import Cell, MatrixRow, UnitColumn
from sciplan_tui.core.plan import Kind, Origin, Role
from sciplan_tui.core.unit.unfolding import behind, unfolded_columns, with_members


def column(number: int, name: str, unit_class: str = "government") -> UnitColumn:
    return UnitColumn(number, 1, name, name, unit_class, unit_class == "collective")


SCIENCE, EAST, TOWNS, WEST = (
    column(1, "市科技局"),
    column(2, "东山县"),
    column(3, "各县区", "collective"),
    column(4, "西河区"),
)
UNITS = (SCIENCE, EAST, TOWNS)
MEMBERS = {3: (EAST, WEST)}


def names(unfolded: frozenset[int], units: tuple[UnitColumn, ...] = UNITS) -> list[str]:
    return [unit.fold + unit.name for unit in unfolded_columns(units, MEMBERS, unfolded)]


def row(cells: dict[int, tuple[Cell, ...]]) -> MatrixRow:
    return MatrixRow(9, "1.1", "1", "科普", Kind.TASK, 3, False, "1.1", cells, {})


def test_a_folded_collective_tells_that_it_has_members() -> None:
    assert names(frozenset()) == ["市科技局", "东山县", "+各县区"]


def test_members_stand_right_behind_it_each_in_one_column_only() -> None:
    assert names(frozenset({3})) == ["市科技局", "-各县区", "东山县", "西河区"]


def test_without_members_nothing_is_told() -> None:
    assert unfolded_columns(UNITS, {}, frozenset({3})) == UNITS


def test_a_collective_that_is_not_on_screen_unfolds_nothing() -> None:
    assert names(frozenset({3}), (SCIENCE, EAST)) == ["市科技局", "东山县"]


def test_a_collective_behind_another_unfolds_in_its_place() -> None:
    inner = column(5, "山区各县", "collective")
    members = {3: (inner, WEST), 5: (EAST,)}
    found = unfolded_columns(UNITS, members, frozenset({3, 5}))
    assert [(unit.fold + unit.name, unit.within) for unit in found] == [
        ("市科技局", None), ("-各县区", None), ("-山区各县", 3), ("东山县", 5), ("西河区", 3),
    ]  # fmt: skip


def test_no_column_is_lost_where_two_collectives_are_members_of_each_other() -> None:
    other = column(5, "其他县区", "collective")
    found = unfolded_columns((TOWNS, other), {3: (other,), 5: (TOWNS,)}, frozenset({3, 5}))
    assert {unit.unit_id for unit in found} == {3, 5}


def test_a_member_holds_what_its_collective_holds_as_inherited() -> None:
    ruled = Cell(Role.LEAD, origin=Origin.RULED, ruled_by="会议纪要", ruled_on="2024-03-01")
    found = with_members(row({3: (Cell(Role.RESPONSIBLE), ruled), 2: (Cell(Role.RESPONSIBLE),)}), {3: (2, 4)})
    assert found.cells[3] == (Cell(Role.RESPONSIBLE), ruled)
    assert found.cells[2] == (Cell(Role.RESPONSIBLE), Cell(Role.LEAD, True, Origin.RULED, "会议纪要", "2024-03-01"))
    assert found.cells[4][0] == Cell(Role.RESPONSIBLE, inherited=True)


def test_a_row_that_the_collective_has_no_part_in_is_left_as_it_is() -> None:
    given = row({1: (Cell(Role.LEAD),)})
    assert with_members(given, {3: (2, 4)}) is given


def test_the_columns_themselves_tell_who_stands_behind_whom() -> None:
    assert behind(unfolded_columns(UNITS, MEMBERS, frozenset({3}))) == {3: (2, 4)}

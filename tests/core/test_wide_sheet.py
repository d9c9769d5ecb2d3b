from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.core.wide_sheet import side_by_side, told


def matrix(*classes: tuple[str, int], marks: int = 1) -> Sheet:
    named = [(f"{name}{n}", name) for name, count in classes for n in range(count)]
    columns = [Column(f"unit:{name}", name, unit_class=of) for name, of in named]
    columns += [Column(f"milestone:{n}", f"节点{n}") for n in range(marks)]
    heads = (Column("path"), Column("title"), *columns)
    row = ("2.1", "科普", *[column.title for column in columns])
    return Sheet("matrix", heads, (row, row), notes=(("记号", "牵"),))


def units(part: Sheet) -> list[str]:
    return [column.title for column in part.columns if column.title is not None]


@given(st.lists(st.tuples(st.sampled_from(["party", "government", "mass"]), st.integers(1, 12)), max_size=6))
def test_every_part_has_the_facts_and_no_unit_is_lost_or_told_twice(classes: list[tuple[str, int]]) -> None:
    whole = matrix(*classes)
    parts = side_by_side(whole, 9)
    assert [name for part in parts for name in units(part)] == units(whole)
    assert all([column.key for column in part.columns[:2]] == ["path", "title"] for part in parts)
    assert all(part.rows == (("2.1", "科普", *units(part)),) * 2 for part in parts)
    assert all(len(units(part)) <= 9 for part in parts)
    assert [part.notes for part in parts] == [()] * (len(parts) - 1) + [whole.notes]


def test_units_of_a_class_stay_together_where_they_fit() -> None:
    parts = side_by_side(matrix(("party", 4), ("government", 7), ("mass", 12)), 9)
    assert [len(units(part)) for part in parts] == [4, 7, 9, 4]
    assert told(parts[0], 1, 4) == "（1／4：党委部门）"


def test_what_fits_is_whole() -> None:
    whole = matrix(("party", 8))
    assert side_by_side(whole, 9) == (whole,)

"""Who stands for whom on a day: chains, splits, circles, members."""

from __future__ import annotations

from sciplan_tui.core.unit.over_time import Membership, standing
from sciplan_tui.core.unit.succession import Heir, Succession, heirs, leads_to

A, B, C, D = 1, 2, 3, 4
T1, T2 = 11, 12


def rename(one: int, other: int, on: str | None) -> Succession:
    return Succession(one, other, "rename", on)


def test_an_heir_holds_from_its_day_on_and_an_alias_always() -> None:
    known = [rename(A, B, "2023-05-01"), Succession(C, D, "alias")]
    assert set(heirs(known, "2023-04-30")) == {Heir(B, None, A), Heir(C, None, D)}
    assert set(heirs(known, "2023-05-01")) == {Heir(A, None, B), Heir(C, None, D)}


def test_the_last_of_a_line_holds_all() -> None:
    known = [rename(A, B, "2022-01-01"), rename(B, C, "2023-01-01")]
    assert {(heir.unit_id, heir.holder_id) for heir in heirs(known, "2024-01-01")} == {(A, C), (B, C)}
    assert {(heir.unit_id, heir.holder_id) for heir in heirs(known, "2022-06-01")} == {(A, B), (C, B)}


def test_before_its_day_a_renamed_body_bears_its_old_name() -> None:
    known = [rename(A, B, "2022-01-01"), rename(B, C, "2023-01-01"), Succession(D, A, "merge", "2023-01-01")]
    assert {(heir.unit_id, heir.holder_id) for heir in heirs(known, "2021-12-31")} == {(B, A), (C, A)}
    assert {(heir.unit_id, heir.holder_id) for heir in heirs(known, "2022-06-01")} == {(A, B), (C, B)}


def test_what_was_split_further_down_the_line_is_split_for_the_first_too() -> None:
    known = [rename(A, B, "2022-01-01"), Succession(B, C, "split", "2023-01-01", T1)]
    assert set(heirs(known, "2024-01-01")) == {Heir(A, None, B), Heir(A, T1, C), Heir(B, T1, C)}


def test_the_later_of_two_heirs_counts_and_a_task_goes_before_all() -> None:
    known = [rename(A, B, "2022-01-01"), rename(A, C, "2023-01-01"), Succession(A, D, "split", "2021-01-01", T1)]
    found = standing(known, (), "2024-01-01")
    assert (found.holder(A), found.holder(A, T1), found.holder(A, T2)) == (C, D, C)
    assert found.printed_for([C]) == {A, C}
    assert found.moved == {A}


def test_a_circle_ends_and_is_foreseen() -> None:
    known = [rename(A, B, "2022-01-01"), rename(B, A, "2023-01-01")]
    assert heirs(known, "2024-01-01") == ()
    assert leads_to([rename(A, B, None), rename(B, C, "2099-01-01")], A) == {A, B, C}


def test_members_stand_behind_a_collective_between_their_days_and_through_another_one() -> None:
    known = [Membership(C, A, "2022-01-01", "2022-12-31"), Membership(D, C), Membership(C, B, "2023-01-01")]
    assert standing((), known, "2022-12-31").collectives_of == {A: {C, D}, C: {D}}
    assert standing((), known, "2023-01-01").members_of == {D: (C,), C: (B,)}
    assert standing((), known, "2021-12-31").collectives_of == {C: {D}}


def test_the_heir_of_a_member_is_the_member() -> None:
    found = standing([rename(A, B, "2023-01-01")], [Membership(C, A)], "2024-01-01")
    assert found.collectives_of == {B: {C}}


def test_collectives_of_each_other_end() -> None:
    found = standing((), [Membership(C, D), Membership(D, C), Membership(C, A)], "2024-01-01")
    assert found.collectives_of == {A: {C, D}, C: {D}, D: {C}}

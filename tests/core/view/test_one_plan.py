"""Which one plan a page that is opened from the matrix is of: the one asked for, or the one that a filter leaves."""

from __future__ import annotations

import pytest

from sciplan_tui.core.matrix import Counts, Frame, PlanHead
from sciplan_tui.core.view.spec import ViewSpec

A, B = (PlanHead(number, key, "方案", None, 2021, 2025, True) for number, key in ((1, "甲市-2021"), (2, "乙市-2021")))


@pytest.mark.parametrize(
    ("asked", "shown", "known", "wanted"),
    [
        (None, (A, B), ("甲市-2021", "乙市-2021"), None),
        (None, (B,), ("甲市-2021", "乙市-2021"), "乙市-2021"),
        (None, (A,), ("甲市-2021",), None),
        ("甲市", (A,), ("甲市-2021", "乙市-2021"), "甲市-2021"),
        ("甲市-2021", (), ("甲市-2021", "乙市-2021"), "甲市-2021"),
    ],
)
def test_it_is_the_one_asked_for_or_the_one_left(
    asked: str | None, shown: tuple[PlanHead, ...], known: tuple[str, ...], wanted: str | None
) -> None:
    frame = Frame(ViewSpec(plan=asked), shown, (), (), (), Counts(0, 0, 0, 0, 0), known)
    assert frame.one_plan == wanted

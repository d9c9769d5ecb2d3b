"""The lines below the head: what a number of a line tells, and where a row stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.matrix import Counts, Frame, PlanHead, RowRef
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.widgets.matrix.body import body_lines


def frame(rows_of_plans: list[int]) -> Frame:
    plans = tuple(PlanHead(plan, f"{plan}", "", None, None, None, True) for plan in range(len(rows_of_plans)))
    rows = [RowRef(0, plan, 0, "printed") for plan, count in enumerate(rows_of_plans) for _ in range(count)]
    return Frame(ViewSpec(), plans, rows, (), (), Counts(0, 0, 0, 0, 0))


@given(st.lists(st.integers(0, 4), max_size=5))
def test_lines_are_the_heads_of_plans_and_their_rows(rows_of_plans: list[int]) -> None:
    expected: list[int] = []
    at = 0
    for place, rows in enumerate(rows_of_plans):
        expected += [~place] if len(rows_of_plans) > 1 and rows else []
        expected += range(at, at + rows)
        at += rows
    lines = body_lines(frame(rows_of_plans))
    assert list(lines) == expected
    assert [lines.of_row(row) for row in range(at)] == [expected.index(row) for row in range(at)]
    assert list(lines[1:3]) == expected[1:3]

"""What folding leaves of the rows of a view, and what it counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.outline_folding import folded, folding_row, nested, next_level


@some.composite
def outlines(draw: some.DrawFn) -> tuple[RowRef, ...]:
    """Rows of two plans, each a forest; some are no tasks, some only stand above what matches."""
    rows: list[RowRef] = []
    for plan in (1, 2):
        deepest = 0
        for _ in range(draw(some.integers(0, 12))):
            depth = draw(some.integers(0, deepest))
            matched = draw(some.sampled_from(["printed", "inherited", "context"]))
            rows.append(RowRef(len(rows) + 1, plan, depth, matched, draw(some.booleans())))
            deepest = depth + 1
    return tuple(rows)


def below(rows: tuple[RowRef, ...], place: int) -> list[RowRef]:
    """The rows that stand below one, found the plain way."""
    found: list[RowRef] = []
    for row in rows[place + 1 :]:
        if row.depth <= rows[place].depth or row.plan_id != rows[place].plan_id:
            break
        found.append(row)
    return found


@given(outlines())
def test_a_row_counts_the_tasks_that_match_below_it(rows: tuple[RowRef, ...]) -> None:
    for place, row in enumerate(nested(rows)):
        under = below(rows, place)
        assert row.parent == bool(under)
        assert row.below == sum(other.counted and other.matched != "context" for other in under)
        assert row[:5] == rows[place][:5]


@given(outlines(), some.sets(some.integers(1, 24)))
def test_what_is_folded_hides_all_that_is_below_it_and_nothing_else(rows: tuple[RowRef, ...], closed: set[int]) -> None:
    whole = nested(rows)
    hidden = {other.task_id for place, row in enumerate(rows) if row.task_id in closed for other in below(rows, place)}
    shown = folded(whole, frozenset(closed))
    assert [row.task_id for row in shown] == [row.task_id for row in rows if row.task_id not in hidden]
    assert all(row.folded == (row.parent and row.task_id in closed) for row in shown)


@given(outlines())
def test_nesting_twice_changes_nothing_even_when_rows_have_gone(rows: tuple[RowRef, ...]) -> None:
    assert nested(nested(rows)) == nested(rows)
    leaves = tuple(row for row in nested(rows) if row.depth == 0)
    assert not any(row.parent or row.below for row in nested(leaves))


def test_folding_all_goes_from_everything_to_actions_to_parts_and_back() -> None:
    rows = nested(
        (
            RowRef(1, 1, 0, "printed", counted=False),
            RowRef(2, 1, 1, "printed", counted=False),
            RowRef(3, 1, 0, "printed", counted=False),
            RowRef(4, 1, 1, "printed"),
            RowRef(5, 1, 2, "printed"),
        )
    )
    actions = next_level(rows, frozenset())
    assert [row.task_id for row in folded(rows, actions)] == [1, 3, 4]
    parts = next_level(folded(rows, actions), actions)
    assert [row.task_id for row in folded(rows, parts)] == [1, 3]
    assert next_level(folded(rows, parts), parts) == frozenset()


def test_a_row_with_nothing_below_it_folds_what_it_stands_in() -> None:
    rows = nested((RowRef(1, 1, 0, "printed"), RowRef(2, 1, 1, "printed"), RowRef(3, 1, 1, "printed")))
    assert folding_row(rows, rows[2]) is rows[0]
    assert folding_row(rows, rows[0]) is rows[0]
    alone = RowRef(4, 2, 0, "printed")
    assert folding_row((*rows, alone), alone) is None
    assert folding_row(rows, None) is None

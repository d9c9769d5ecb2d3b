"""What a new edition changes: the last edition, this one, and what is stored now, compared three ways.

A first edition is an edition compared with nothing: everything is added, and nothing is told. `diff(a, a)` is empty.
Additions and changes of what no person has touched are certain; removals, tasks that are only alike, and conflicts with
a person's own edit stay proposed. Kept tasks keep their numbers, so marks stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable

from sciplan_tui.core.diff.difference import Difference, Review, StoredRow, altered
from sciplan_tui.core.diff.duties import compare_duties
from sciplan_tui.core.diff.figures import compare_milestones, compare_targets
from sciplan_tui.core.diff.merging import turns
from sciplan_tui.core.diff.outline import compare_outline
from sciplan_tui.core.diff.rows import plan_row
from sciplan_tui.core.diff.stored import Naming, StoredPlan
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.plan import ParsedPlan

__all__ = ["Difference", "Naming", "Review", "StoredPlan", "StoredRow", "diff"]


def diff(
    stored: StoredPlan, base: ParsedPlan | None, plan: ParsedPlan, naming: Naming, next_id: Callable[[str], int]
) -> Review:
    """What `plan` changes in what is `stored`, where the last edition said `base` (None: there is none).

    `next_id` gives the next free number of a table. The plan's own row, for a new plan, is the caller's.
    """
    review = Review(next_id)
    if stored.plan is not None:
        _compare_plan(stored.plan, base, plan, review)
    outline = compare_outline(stored, base, plan, review)
    units = UnitRegister(stored, plan, naming, review)
    compare_duties(stored, plan, outline, units, review)
    units.settle()
    compare_targets(stored, plan, base, outline, review)
    compare_milestones(stored, plan, base, outline, review)
    return review


def _compare_plan(now: StoredRow, base: ParsedPlan | None, plan: ParsedPlan, review: Review) -> None:
    new = plan_row(plan)
    accepted = {}
    for turn in turns(now, plan_row(base) if base else None, new, tuple(new)):
        old, said, kept = (None if value is None else str(value) for value in (turn.old, turn.new, turn.now))
        conflict = turn.reason == "conflict"
        review.settle(
            Difference("plan_changed", None, turn.column, old, said, kept if conflict else None, turn.reason), tuple
        )
        if turn.reason is None:
            accepted[turn.column] = turn.new
    review.follow(altered("plan", now, accepted))

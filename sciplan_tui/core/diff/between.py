"""What one plan says otherwise than another, where no person has set anything: two files, or two editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sciplan_tui.core.diff import diff
from sciplan_tui.core.diff.applying import applied
from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.diff.rows import plan_row
from sciplan_tui.core.diff.stored import Naming, StoredPlan
from sciplan_tui.core.plan import ParsedPlan

_NAMELESS = Naming(lambda name: ())


class Counted:
    """Numbers for rows that no database has: 1, 2, 3 … for each table."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def __call__(self, table: str) -> int:
        """The next number of `table`."""
        self._given[table] += 1
        return self._given[table]


def between(one: ParsedPlan, other: ParsedPlan) -> tuple[Difference, ...]:
    """The differences from the first to the second. That something is gone needs no reason here; only that two tasks
    may not be the same one keeps its own.
    """
    numbers = Counted()
    review = diff(as_stored(one, numbers), one, other, _NAMELESS, numbers)
    return tuple(replace(told, reason=None) if told.reason != "alike" else told for told in review.differences)


def as_stored(plan: ParsedPlan, numbers: Counted) -> StoredPlan:
    """The plan as its import into an empty database would store it."""
    empty = StoredPlan(1)
    after = applied(empty, diff(empty, None, plan, _NAMELESS, numbers).changes)
    return replace(after, plan={"id": 1, "key": "", **plan_row(plan)})

"""What is folded or unfolded by a key, seen from the rows of a view."""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.matrix import RowRef
from sciplan_tui.core.outline.rows import OutlineRows, task_ids


def folding_row(rows: Sequence[RowRef], row: RowRef | None) -> RowRef | None:
    """What is folded or unfolded from a row: itself, or where nothing is below it the one that it stands in."""
    if row is None or row.parent:
        return row
    above = (rows[place] for place in range(task_ids(rows).index(row.task_id) - 1, -1, -1))
    return next((other for other in above if other.depth < row.depth and other.plan_id == row.plan_id), None)


def next_level(rows: Sequence[RowRef], closed: frozenset[int]) -> frozenset[int]:
    """What is folded after one more step: first all below the actions, then all below the parts, then nothing.

    `rows` are those shown with `closed`. At the first step only that stays open which is no 任务 and has some below it.
    """
    parents = rows.parents() if isinstance(rows, OutlineRows) else (row for row in rows if row.parent)
    open_ = [row for row in parents if not row.folded]
    actions = {row.task_id for row in open_ if row.counted or not row.below}
    further = actions or {row.task_id for row in open_}
    return closed | further if further else frozenset()

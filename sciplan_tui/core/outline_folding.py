"""Rows folded: what stands below a task is hidden, and counted on its row. Plain passes over the rows of a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sciplan_tui.core.matrix import RowRef

_NEVER = 1 << 30


def nested(rows: Sequence[RowRef]) -> tuple[RowRef, ...]:
    """Rows in the order of the outline, each with how many matched 任务 stand below it, and whether any row does."""
    told = list(rows)
    counts = [0] * (max((row[2] for row in rows), default=0) + 2)
    deeper = 0
    for place in range(len(told) - 1, -1, -1):
        task, plan, depth, matched, counted, *_ = row = told[place]
        parent = deeper > depth
        if parent or row[7]:
            below = counts[depth + 1]
            counts[depth + 1] = 0
            counts[depth] += below
            told[place] = RowRef(task, plan, depth, matched, counted, below, False, parent)
        if counted and matched != "context":
            counts[depth] += 1
        deeper = depth
    return tuple(told)


def folded(rows: Sequence[RowRef], closed: frozenset[int]) -> tuple[RowRef, ...]:
    """The nested rows without what stands below the tasks `closed`."""
    if not closed:
        return tuple(rows)
    shown: list[RowRef] = []
    deepest = _NEVER
    for row in rows:
        if row[2] > deepest:
            continue
        deepest = _NEVER
        if row[7] and row[0] in closed:
            deepest, row = row[2], row._replace(folded=True)
        shown.append(row)
    return tuple(shown)


def folding_row(rows: Sequence[RowRef], row: RowRef | None) -> RowRef | None:
    """What is folded or unfolded from a row: itself, or where nothing is below it the one that it stands in."""
    if row is None or row.parent:
        return row
    above = reversed(rows[: rows.index(row)])
    return next((other for other in above if other.depth < row.depth and other.plan_id == row.plan_id), None)


def next_level(rows: Iterable[RowRef], closed: frozenset[int]) -> frozenset[int]:
    """What is folded after one more step: first all below the actions, then all below the parts, then nothing.

    `rows` are those shown with `closed`. At the first step only that stays open which is no 任务 and has some below it.
    """
    open_ = [row for row in rows if row.parent and not row.folded]
    actions = {row.task_id for row in open_ if row.counted or not row.below}
    further = actions or {row.task_id for row in open_}
    return closed | further if further else frozenset()

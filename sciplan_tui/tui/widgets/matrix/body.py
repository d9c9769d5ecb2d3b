"""The lines of the matrix below its head: the rows of a frame, and between them the heads of plans.

A line is told when it is asked for: there may be 100,000 of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.outline.rows import plan_spans


@dataclass(frozen=True, slots=True)
class Lines(Sequence[int]):
    """The lines of the body: a number of `frame.rows`, or `~i` for the head of `frame.plans[i]`, as its number tells.

    `heads`: the lines at which the heads of `plans` stand, in order; there are `length` lines in all.
    """

    heads: Sequence[int]
    plans: Sequence[int]
    length: int

    @overload
    def __getitem__(self, line: int) -> int: ...
    @overload
    def __getitem__(self, line: slice) -> Sequence[int]: ...
    def __getitem__(self, line: int | slice) -> int | Sequence[int]:
        if isinstance(line, slice):
            return [self[one] for one in range(*line.indices(self.length))]
        if not 0 <= line < self.length:
            raise IndexError(line)
        above = bisect_right(self.heads, line)
        is_head = above > 0 and self.heads[above - 1] == line
        return ~self.plans[above - 1] if is_head else line - above

    def __len__(self) -> int:
        return self.length

    def of_row(self, row: int) -> int:
        """The line of a row: each head above it moves it down by one."""
        above = bisect_right(range(len(self.heads)), row, key=lambda head: self.heads[head] - head)
        return row + above

    def of_plan(self, plan: int) -> int | None:
        """The line of the head of `frame.plans[plan]`; None: it has none."""
        return self.heads[self.plans.index(plan)] if plan in self.plans else None


def body_lines(frame: Frame) -> Lines:
    """The lines of the body. Heads stand only where several plans are on screen."""
    if len(frame.plans) < 2:
        return Lines((), (), len(frame.rows))
    place = {plan.plan_id: index for index, plan in enumerate(frame.plans)}
    heads: list[int] = []
    plans: list[int] = []
    at = 0
    for plan, rows in plan_spans(frame.rows):
        heads.append(at)
        plans.append(place[plan])
        at += rows + 1
    return Lines(heads, plans, at)

"""Tasks ordered by state or by date: how pressing one is among those of its plan, as a number, the lowest first."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from sciplan_tui.core.kinds import Status
from sciplan_tui.core.progress.milestone_key import KnownMilestone
from sciplan_tui.core.progress.status import LATE, NEAR, due_at, due_day, light

_PRESSING = (
    *(LATE, Status.BLOCKED, NEAR, Status.IN_PROGRESS, Status.NOT_STARTED),
    *(Status.ONGOING, Status.DONE, Status.NOT_APPLICABLE),
)
_RANKS = {str(state): rank for rank, state in enumerate(_PRESSING)}
NEVER = 99_999_999
"""The number of a day that will never be; as a rank: behind all others."""


def next_due(milestones: Sequence[KnownMilestone], today: datetime.date) -> KnownMilestone | None:
    """Of a plan's milestones with columns the first that is not past, else the last; None where there is none."""
    dated = sorted(((due_day(m.end) or "", m) for m in milestones if m.has_column), key=lambda pair: pair[0])
    coming = [m for due, m in dated if due >= today.isoformat()]
    return coming[0] if coming else dated[-1][1] if dated else None


def state_rank(
    marks: Mapping[int, Status],
    milestones: Sequence[KnownMilestone],
    today: datetime.date,
    deadline: str | None = None,
) -> int:
    """Late at any milestone goes first; else a task stands where it stands at the one that is due next.

    In order: late, blocked, near, in progress, not started or unmarked, ongoing, done, not applicable. `marks` and
    `deadline` are one task's, the marks by milestone; `milestones` its plan's.
    """
    due = {m.milestone_id: due_at(m.kind, m.end, deadline) for m in milestones if m.has_column}
    if LATE in (light(marks.get(milestone), day, today) for milestone, day in due.items()):
        return _RANKS[LATE]
    coming = next_due(milestones, today)
    if coming is None:
        return _RANKS[Status.NOT_STARTED]
    status = marks.get(coming.milestone_id)
    if status is not Status.BLOCKED and light(status, due[coming.milestone_id], today) == NEAR:
        return _RANKS[NEAR]
    return _RANKS[status or Status.NOT_STARTED]


def day_rank(day: str | None) -> int:
    """A date, as precise as it is printed, as a number that grows with its last day."""
    due = due_day(day)
    return int(due.replace("-", "")) if due else NEVER

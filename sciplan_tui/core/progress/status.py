"""Lights: whether a task is late or nearly due at a milestone. Derived from dates, never stored."""

from __future__ import annotations

import calendar
import datetime

from sciplan_tui.core.kinds import Status

LATE, NEAR = "late", "near"
NEAR_DAYS = 30
"""How many days before its due date a task is nearly due."""

SETTLED = frozenset({Status.DONE, Status.ONGOING, Status.NOT_APPLICABLE})
"""The states that no due date presses any more."""


def due_day(date: str | None) -> str | None:
    """The last day of a date as precise as it is printed: 2023 is due on 2023-12-31, 2023-06 on 2023-06-30."""
    if date is None or len(date) >= 10:
        return date
    if len(date) == 4:
        return f"{date}-12-31"
    year, month = (int(part) for part in date.split("-")[:2])
    return f"{date}-{calendar.monthrange(year, month)[1]:02d}"


def light(status: Status | None, due: str | None, today: datetime.date) -> str | None:
    """`late` from the day after `due` (an ISO date), `near` within the 30 days that end with it, else None."""
    if due is None or status in SETTLED:
        return None
    if due < today.isoformat():
        return LATE
    return NEAR if due <= near_until(today) else None


def near_until(today: datetime.date) -> str:
    """The last due date that is near on `today`."""
    return (today + datetime.timedelta(days=NEAR_DAYS)).isoformat()

"""Lights: whether a task is late or nearly due at a milestone. Derived from dates, never stored."""

from __future__ import annotations

import datetime
import re
from functools import cache

from sciplan_tui.core.kinds import MilestoneKind, Status

LATE, NEAR = "late", "near"
NEAR_DAYS = 30
"""How many days before its due date a task is nearly due."""

SETTLED = frozenset({Status.DONE, Status.ONGOING, Status.NOT_APPLICABLE})
"""The states that no due date presses any more."""


_DATED = (
    r"(?P<year>(?:19|20)\d\d)(?:[-./](?P<m>\d{1,2})(?:[-./](?P<d>\d{1,2}))?(?!\d)|\s?年\s?"
    r"(?:(?:\d{1,2}月?[-—~至])?(?P<month>\d{1,2})月(?P<day>\d{1,2})?|(?P<half>[上下])半年|第?(?P<quarter>[一二三四])季度)?|$)"
)


def due_day(date: str | None) -> str | None:
    """The last day of a date, as precise as it is printed: 2023 is due on 2023-12-31, 2023年6月底前 on 2023-06-30.

    None where no day is named: 持续推进, 6月底 (of which year?), 每年12月底前. Of several dates the last is meant.
    """
    if date and _is_day(date):
        return date
    return max(filter(None, map(_last_day, _dated().finditer(date or ""))), default=None)


def due_at(kind: str, end: str | None, deadline: str | None) -> str | None:
    """The day on which a task with this deadline is due at a milestone of this kind that ends so."""
    return due_day(deadline if kind == MilestoneKind.DEADLINE else end)


def _is_day(date: str) -> bool:
    """Whether it is printed to the day, as nearly all dates are that are asked for: `2023-12-31`."""
    try:
        return datetime.date.fromisoformat(date).isoformat() == date
    except ValueError:
        return False


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(_DATED)


def _last_day(found: re.Match[str]) -> str | None:
    """The last day of the time that is named; None where the calendar has no such month or day."""
    import calendar

    year, month, day_of = int(found["year"]), _last_month(found), found["day"] or found["d"]
    try:
        day = int(day_of or calendar.monthrange(year, month)[1])
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _last_month(found: re.Match[str]) -> int:
    if found["half"]:
        return 6 if found["half"] == "上" else 12
    if found["quarter"]:
        return 3 + 3 * "一二三四".index(found["quarter"])
    return int(found["month"] or found["m"] or 12)


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

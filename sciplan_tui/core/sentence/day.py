"""A day as papers and letters write it. Tables and screens write ISO days, which sort and can be typed."""

from __future__ import annotations

import datetime

from sciplan_tui.locale import say


def day_words(day: datetime.date | str) -> str:
    """`2024年1月8日`; of a year or a month (ISO) as much as it says."""
    year, *more = map(int, str(day)[:10].split("-"))
    month = say("paper.months").split()[more[0] - 1] if more else ""
    return say(f"paper.day.{1 + len(more)}", year=year, month=month, day=more[-1] if more else "")

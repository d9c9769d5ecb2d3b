"""Dates and spans of time as plans print them: 2023年, 2022年1月—3月, 2022-2025年, 2024年6月底前."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

_SPAN = re.compile(
    r"(?P<year>20\d\d)\s?(?:年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?|(?P<part>上半年|下半年|[一二三四]季度|第[一二三四]季度))?(?:年?[底末])?)?"
    r"(?:\s?[-—–~～至到]{1,2}\s?(?:(?P<year2>20\d\d)\s?年)?(?:(?P<month2>\d{1,2})月)?(?:(?P<day2>\d{1,2})日)?(?:年?[底末])?)?"
)
_PARTS = {"上半年": (1, 6), "下半年": (7, 12)}
_QUARTERS = {"一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12)}


class Period(NamedTuple):
    """A stretch of time, both days included, printed to the `year`, `month` or `day`; `text[at:end_at]` says it."""

    start: str
    end: str
    precision: str
    at: int
    end_at: int

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return int(self.start[:4])


def find_periods(text: str) -> tuple[Period, ...]:
    """All dates and spans printed in the text, in order; a bare number is none."""
    return tuple(period for found in _SPAN.finditer(text) if "年" in found[0] and (period := _period(found)))


def _period(found: re.Match[str]) -> Period | None:
    """The dates a match tells; None for a day or month that does not exist, and for a span that runs backwards."""
    year, year2 = int(found["year"]), int(found["year2"] or found["year"])
    first, last = _months(found)
    try:
        start = date(year, first, int(found["day"] or 1))
        end = _end(found, year2, last)
    except ValueError:
        return None
    precision = "day" if found["day"] else "month" if found["month"] or found["part"] else "year"
    dated = (start.isoformat(), end.isoformat(), precision)
    return Period(*dated, found.start(), found.end()) if start <= end else None


def _months(found: re.Match[str]) -> tuple[int, int]:
    if found["part"]:
        part = found["part"]
        return _PARTS.get(part) or _QUARTERS[part.removeprefix("第")[0]]
    first = int(found["month"] or 1)
    return first, int(found["month2"] or (12 if found["year2"] or not found["month"] else first))


def _end(found: re.Match[str], year: int, month: int) -> date:
    through = found["month2"] or found["year2"]
    day = found["day2"] or (found["day"] if not through else None)
    return date(year, month, int(day)) if day else date(year, month, monthrange(year, month)[1])

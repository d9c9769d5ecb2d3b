"""When something is due, as a person writes it: a year, a month, a day, or from one to another (`2021..2025`)."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.given.day import with_hyphens
from sciplan_tui.core.plan import Precision
from sciplan_tui.errors import RefusedError

TO = ".."
_PART = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1949, 2199


class Span(NamedTuple):
    """First and last day (ISO) and how precisely they are said; all None: no date."""

    start: str | None = None
    end: str | None = None
    precision: str | None = None


def span(text: str) -> Span:
    """The days that are meant; of an empty text none. RefusedError (`not_a_moment`): it is no date."""
    if not (text := text.strip()):
        return Span()
    first, _, last = text.partition(TO)
    (start, _, precision), (_, end, coarser) = _part(first, text), _part(last or first, text)
    if start > end:
        raise RefusedError("dates_turned", since=show_text(first), until=show_text(last))
    order = [str(one) for one in Precision]
    return Span(start, end, min(precision, coarser, key=order.index))


def moment(start: str | None, end: str | None, precision: str | None) -> str:
    """The same as it is written: of a year only the year; empty where there is no date."""
    length = {"year": 4, "month": 7}.get(precision or "", 10)
    first, last = (start or end or "")[:length], (end or start or "")[:length]
    return first if first == last else f"{first}{TO}{last}"


def _part(text: str, whole: str) -> tuple[str, str, str]:
    """First and last day and precision of one year, month or day."""
    found = _PART.fullmatch(with_hyphens(text))
    try:
        if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise ValueError(text)
        year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
        begin = datetime.date(year, month, day).isoformat()
    except ValueError as error:
        raise RefusedError("not_a_moment", value=show_text(whole)) from error
    if found[3]:
        return begin, begin, "day"
    if found[2]:
        return begin, f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}", "month"
    return begin, f"{year:04}-12-31", "year"

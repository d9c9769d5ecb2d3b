"""What a plan says about itself, as a person gives it, field by field as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.edition.identity import PlanIdentity
from sciplan_tui.core.given.day import day
from sciplan_tui.core.given.moment import FIRST_YEAR, LAST_YEAR
from sciplan_tui.errors import RefusedError

FIELDS = ("title", "region", "period", "document_number", "issuer", "issued_on")
"""What a person may say of a plan, as it is asked for."""
_PERIOD = re.compile(r"([0-9]{4})(?:\s*[-—–~至到]\s*([0-9]{4}))?年?")


def plan_columns(given: Mapping[str, str]) -> dict[str, Any]:
    """The columns that are said; what is empty is none. RefusedError: no title, no years, no date."""
    columns: dict[str, Any] = {}
    for name, text in given.items():
        if name == "period":
            columns["period_start"], columns["period_end"] = _period(text.strip())
        elif name == "issued_on":
            columns[name] = _day(text.strip())
        else:
            columns[name] = text.strip() or None
    if "title" in columns and columns["title"] is None:
        raise RefusedError("plan_title_empty")
    return columns


def said(row: Mapping[str, Any]) -> dict[str, str | None]:
    """The same facts of a stored plan, as a person writes them."""
    start, end = row["period_start"], row["period_end"]
    period = None if start is None else str(start) if end in (None, start) else f"{start}-{end}"
    return {name: period if name == "period" else row[name] for name in FIELDS}


def identity(row: Mapping[str, Any]) -> PlanIdentity:
    """What tells the plan from others."""
    return PlanIdentity(row["region"], row["title"], row["period_start"], row["period_end"])


def _period(text: str) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    found = _PERIOD.fullmatch(text)
    start = int(found[1]) if found else 0
    end = int(found[2] or start) if found else 0
    if not FIRST_YEAR <= start <= end <= LAST_YEAR:
        raise RefusedError("no_period", value=show_text(text))
    return start, end


def _day(text: str) -> str | None:
    if not text:
        return None
    try:
        return day(text).isoformat()
    except ValueError as error:
        raise RefusedError("not_a_day", value=show_text(text)) from error

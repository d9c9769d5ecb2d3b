"""A parsed plan with every text made harmless, as it may be kept (core.characters)."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.plan import ParsedPlan


def cleaned(plan: ParsedPlan) -> ParsedPlan:
    """The plan with all its texts cleaned; what was clean is kept as it is."""
    clean: ParsedPlan = _clean(plan)
    return clean


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else clean_text(value)
    if isinstance(value, tuple):
        items = tuple(map(_clean, value))
        return value if all(map(lambda a, b: a is b, items, value)) else items
    if is_dataclass(value) and not isinstance(value, type):
        return _clean_fields(value)
    return value


def _clean_fields(value: Any) -> Any:
    differing = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if (new := _clean(old)) is not old:
            differing[field.name] = new
    return replace(value, **differing) if differing else value

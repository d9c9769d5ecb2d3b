"""A parsed plan with every text made harmless, as it may be kept (core.characters)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from operator import attrgetter, is_
from typing import Any

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.plan import ParsedPlan

_NUMBERS = frozenset(("int", "float", "bool", "None"))
"""The types of a field that holds no text."""


def cleaned(plan: ParsedPlan) -> ParsedPlan:
    """The plan with all its texts cleaned; what was clean is kept as it is.

    Nearly every plan is clean: so all its texts are looked at as one first, parted by what no text composes with.
    """
    together = "\n".join(set(_texts(plan)))
    if clean_text(together) == together:
        return plan
    clean: ParsedPlan = _clean(plan)
    return clean


def _texts(plan: ParsedPlan) -> list[str]:
    """Every text in it, some several times."""
    texts: list[str] = []
    waiting: list[Any] = [plan]
    while waiting:
        value = waiting.pop()
        kind = value.__class__
        if kind is str:
            texts.append(value)
        elif kind is tuple:
            waiting += value
        elif (values_of := _values_of(kind)) is not None:
            waiting += values_of(value)
    return texts


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value if isinstance(value, Enum) else clean_text(value)
    if isinstance(value, tuple):
        items = tuple(map(_clean, value))
        return value if all(map(is_, items, value)) else items
    names = _names(value.__class__)
    return _clean_fields(value, names) if names else value


def _clean_fields(value: Any, names: tuple[str, ...]) -> Any:
    differing = {}
    for name in names:
        old = getattr(value, name)
        if old is not None and (new := _clean(old)) is not old:
            differing[name] = new
    return replace(value, **differing) if differing else value


@cache
def _values_of(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]] | None:
    return attrgetter(*_names(kind)) if is_dataclass(kind) else None


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass, but for plain numbers; of anything else, none."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if not _NUMBERS.issuperset(str(field.type).split(" | ")))

"""A parsed plan with every text made harmless, as it may be kept (core.characters)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from itertools import chain
from operator import attrgetter, is_
from typing import Any

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.plan import ParsedPlan

_NUMBERS = frozenset(("int", "float", "bool", "None"))
"""The types of a field that holds no text."""
_TEXT = frozenset(("str", "str | None"))
_Gives = Callable[[Any], Any]


def cleaned(plan: ParsedPlan) -> ParsedPlan:
    """The plan with all its texts cleaned; what was clean is kept as it is.

    Nearly every plan is clean: so all its texts are looked at as one first, parted by what no text composes with.
    """
    together = "\n".join(_texts(plan))
    if clean_text(together) == together:
        return plan
    clean: ParsedPlan = _clean(plan)
    return clean


def _texts(plan: ParsedPlan) -> set[str]:
    """Every text in it."""
    texts: set[str] = set()
    waiting: list[Sequence[Any]] = [(plan,), (plan.source,)]
    while waiting:
        if alike := waiting.pop():
            kind = alike[0].__class__
            if kind is str:
                texts.update(alike)
            elif kind is tuple:
                waiting.append([*chain.from_iterable(alike)])
            else:
                told, parts = _texts_and_parts(kind)
                for text_of in told:
                    texts.update(map(text_of, alike))
                waiting.extend([*chain.from_iterable(map(part_of, alike))] for part_of in parts)
    texts.discard(None)
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
def _texts_and_parts(kind: type[Any]) -> tuple[Sequence[_Gives], Sequence[_Gives]]:
    """What gives each text of a part of the plan, and what gives its own parts, which are tuples of one kind each."""
    types = {field.name: str(field.type) for field in fields(kind)}
    texts = [attrgetter(name) for name, told in types.items() if told in _TEXT]
    return texts, [attrgetter(name) for name, told in types.items() if told.startswith("tuple[")]


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass, but for plain numbers; of anything else, none."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if not _NUMBERS.issuperset(str(field.type).split(" | ")))

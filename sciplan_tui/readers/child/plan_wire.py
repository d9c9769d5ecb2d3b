"""A ParsedPlan on its way from the child that read it, and back: the parts of one kind are the columns of a table.

A plan has hundreds of parts of a few kinds: column by column they are taken apart and put together by loops of the
interpreter's own, and each name of a field is looked at once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from itertools import chain, islice
from operator import attrgetter
from typing import Any

from sciplan_tui.core.plan import (
    Assignment,
    Comparator,
    Frequency,
    Kind,
    Milestone,
    MilestoneKind,
    Origin,
    ParsedPlan,
    Place,
    Problem,
    Proposal,
    Role,
    Source,
    Target,
    Task,
    UnitCount,
)

Columns = Mapping[str, Sequence[Any]]
"""The values of parts of one kind, by field."""
_HEAD = ("title", "document_number", "issuer", "region", "issued_on", "period_start", "period_end")
_PARTS = {"targets": Target, "milestones": Milestone, "units": UnitCount, "problems": Problem}
"""Parts that hold no others, by where the plan keeps them."""
_HELD = {"assignments": Assignment, "proposals": Proposal}
"""The same of a task."""
_WORDS: tuple[type[StrEnum], ...] = (Role, Origin, Kind, Comparator, Frequency, MilestoneKind)


def _word_of(words: type[StrEnum]) -> Callable[[Any], Any]:
    known: dict[Any, Any] = {None: None, **{str(word): word for word in words}}
    return known.__getitem__


_MEANT = {words.__name__: _word_of(words) for words in _WORDS}
_MEANT["tuple[tuple[str, str], ...]"] = lambda details: tuple(map(tuple, details))
"""What JSON has no form of its own for, by the type of its field."""


def _fillings(kind: type[Any]) -> Sequence[_Filling]:
    types = {one.name: str(one.type).removesuffix(" | None") for one in fields(kind)}
    return [(name, getattr(kind, name).__set__, _MEANT.get(told)) for name, told in types.items()]


_Filling = tuple[str, Callable[[Any, Any], None], Callable[[Any], Any] | None]
_FILLINGS = {kind: _fillings(kind) for kind in (Source, Task, Place, *_PARTS.values(), *_HELD.values())}
"""By kind its fields: the name, what fills it, and what gives the value, where JSON has no form of its own for that."""


def plan_to_wire(plan: ParsedPlan) -> dict[str, Any]:
    """The plan as JSON takes it."""
    held = {name: [getattr(task, name) for task in plan.tasks] for name in _HELD}
    return {
        "source": _columns(Source, [plan.source]),
        "head": {name: getattr(plan, name) for name in _HEAD},
        "tasks": _columns(Task, plan.tasks),
        "held": {name: [[*map(len, each)], _columns(_HELD[name], [*chain(*each)])] for name, each in held.items()},
        "parts": {name: _columns(kind, getattr(plan, name)) for name, kind in _PARTS.items()},
        "places": [list(plan.places), _columns(Place, [*plan.places.values()])],
    }


def plan_from_wire(packed: Mapping[str, Any]) -> ParsedPlan:
    """The plan that was packed."""
    held = {name: _shared_out(kind, *packed["held"][name]) for name, kind in _HELD.items()}
    lines, places = packed["places"]
    told: dict[str, Any] = {
        **packed["head"],
        "source": _made(Source, packed["source"])[0],
        "tasks": tuple(_made(Task, {**packed["tasks"], **held})),
        "places": dict(zip(lines, _made(Place, places), strict=True)),
        **{name: tuple(_made(kind, packed["parts"][name])) for name, kind in _PARTS.items()},
    }
    return ParsedPlan(**told)


def _columns(kind: type[Any], parts: Sequence[Any]) -> Columns:
    """The parts field by field, but for what they hold."""
    return {one.name: [*map(attrgetter(one.name), parts)] for one in fields(kind) if one.name not in _HELD}


def _made(kind: type[Any], columns: Columns) -> list[Any]:
    """The parts again. Frozen as they are, they are filled through the slots, field by field: what is frozen takes half
    as long again to make by a call.
    """
    fillings = _FILLINGS[kind]
    parts: list[Any] = [object.__new__(kind) for _ in columns[fillings[0][0]]]
    for name, fill, means in fillings:
        column = columns[name]
        if len(column) != len(parts):
            raise ValueError(name)
        deque(map(fill, parts, map(means, column) if means else column), maxlen=0)
    return parts


def _shared_out(kind: type[Any], counts: Sequence[int], columns: Columns) -> list[tuple[Any, ...]]:
    """What each task holds, of so many parts each."""
    parts = iter(_made(kind, columns))
    return [tuple(islice(parts, count)) for count in counts]

"""A ParsedPlan on its way from the child that read it: each part as the list of its fields in order, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import StrEnum
from itertools import starmap
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

_HEAD = ("title", "document_number", "issuer", "region", "issued_on", "period_start", "period_end")


def _fields_of(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))


_source, _task, _assignment, _proposal, _target, _milestone, _unit, _problem, _place = map(
    _fields_of, (Source, Task, Assignment, Proposal, Target, Milestone, UnitCount, Problem, Place)
)
_head = attrgetter(*_HEAD)


def _members_of(kind: type[StrEnum]) -> Callable[[str], Any]:
    return {str(member): member for member in kind}.__getitem__


_role, _origin, _kind, _comparator, _frequency, _milestone_kind = map(
    _members_of, (Role, Origin, Kind, Comparator, Frequency, MilestoneKind)
)


def plan_to_wire(plan: ParsedPlan) -> dict[str, Any]:
    """The plan as JSON takes it."""
    return {
        "source": _source(plan.source),
        "head": _head(plan),
        "tasks": [_task_to_wire(task) for task in plan.tasks],
        "targets": list(map(_target, plan.targets)),
        "milestones": list(map(_milestone, plan.milestones)),
        "units": list(map(_unit, plan.units)),
        "problems": list(map(_problem, plan.problems)),
        "places": [(line, *_place(place)) for line, place in plan.places.items()],
    }


def _task_to_wire(task: Task) -> tuple[Any, ...]:
    *own, assignments, proposals = _task(task)
    return (*own, list(map(_assignment, assignments)), list(map(_proposal, proposals)))


def plan_from_wire(packed: dict[str, Any]) -> ParsedPlan:
    """The plan that was packed."""
    parts: dict[str, Any] = {
        "tasks": _each(_task_from_wire, packed["tasks"]),
        "targets": _each(_target_from_wire, packed["targets"]),
        "milestones": _each(_milestone_from_wire, packed["milestones"]),
        "units": _each(UnitCount, packed["units"]),
        "problems": _each(_problem_from_wire, packed["problems"]),
        "places": {line: Place(*place) for line, *place in packed["places"]},
    }
    return ParsedPlan(Source(*packed["source"]), **dict(zip(_HEAD, packed["head"], strict=True)), **parts)


def _each(make: Callable[..., Any], packed: Iterable[list[Any]]) -> tuple[Any, ...]:
    return tuple(starmap(make, packed))


def _task_from_wire(path: str, parent: Any, number: Any, title: str, kind: str, *rest: Any) -> Task:
    *own, assignments, proposals = rest
    parts = (_each(_assignment_from_wire, assignments), _each(_proposal_from_wire, proposals))
    return Task(path, parent, number, title, _kind(kind), *(*own, *parts))


def _assignment_from_wire(unit: str, printed: str, role: str, order: int, origin: str, *rest: Any) -> Assignment:
    return Assignment(unit, printed, _role(role), order, _origin(origin), *rest)


def _proposal_from_wire(unit: str, role: str, *rest: Any) -> Proposal:
    return Proposal(unit, _role(role), *rest)


def _target_from_wire(
    path: str, indicator: str, comparator: str, value: float, unit: str, value_max: Any, frequency: Any, *rest: Any
) -> Target:
    often = None if frequency is None else _frequency(frequency)
    return Target(path, indicator, _comparator(comparator), value, unit, value_max, often, *rest)


def _milestone_from_wire(key: str, path: Any, kind: str, *rest: Any) -> Milestone:
    return Milestone(key, path, _milestone_kind(kind), *rest)


def _problem_from_wire(code: str, line: Any, details: list[Any]) -> Problem:
    return Problem(code, line, tuple((key, told) for key, told in details))

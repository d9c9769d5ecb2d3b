"""What the registry tells of a unit: names in print and before, who followed whom, who stands behind a collective."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name that a unit bears in print or bore before, from a day to a day; None: not known, or without end."""

    name: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Who stands behind a collective, from a day to a day, both among its days; None: without end on that side."""

    name: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Succeeded:
    """`before` was followed by `after` from `on` (None: always), by the document `by`; `paths`: at these tasks only."""

    kind: str
    before: str
    after: str
    on: str | None = None
    by: str | None = None
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit of one plan on a day. `heir` holds all its duties then, since `heir_on`, by the succession `heir_kind`.

    `function` is as its name tells where no person has said it. `members` are those of the day. The last three count
    the tasks in which it holds each role itself, inherited ones not counted.
    """

    unit_id: int
    plan_key: str
    name: str
    short: str
    unit_class: str
    function: str | None
    contact: str | None
    collective: bool
    printed: tuple[PrintedName, ...]
    heir: str | None
    heir_kind: str | None
    heir_on: str | None
    members: tuple[Member, ...]
    lead: int
    responsible: int
    support: int


@dataclass(frozen=True, slots=True)
class AliasProposal:
    """Two names of one plan that may be one body's, `same_as` the fuller one; `short` is what they share."""

    plan_key: str
    name: str
    same_as: str
    reason: str
    problem_id: int
    short: str = ""

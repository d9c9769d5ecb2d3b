"""Which plan a file belongs to: the one with the same region, the same title without its years, and the same period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from sciplan_tui.core.folding import fold
from sciplan_tui.errors import RefusedError

_YEARS = re.compile(r"[（(〔\[]?\s{0,4}(?:19|20)\d\d\s*年?\s*(?:[-—–－~～至到]+\s*(?:19|20)\d\d\s*年?)?\s*[）)〕\]]?")
_NOT_IN_A_KEY = re.compile(r"[\W_]+")
_KEY_LENGTH = 24
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class PlanIdentity:
    """What tells one plan from another. Years are those of its period."""

    region: str | None
    title: str
    period_start: int | None
    period_end: int | None


def same_plan(one: PlanIdentity, other: PlanIdentity) -> bool:
    """Whether two titles name the same plan, so that the second is an edition of it."""
    return (
        one.region == other.region
        and title_without_years(one.title) == title_without_years(other.title)
        and (one.period_start, one.period_end) == (other.period_start, other.period_end)
    )


def title_without_years(title: str) -> str:
    """The title folded, without its years and the brackets round them: 实施方案（2021—2025年） is 实施方案."""
    return _NOT_IN_A_KEY.sub("", fold(_YEARS.sub("", title)))


def plan_key(plan: PlanIdentity, taken: Iterable[str]) -> str:
    """A readable key that no other plan has: `湘潭市-2021`; without a region the title's first words stand for it."""
    words = _NOT_IN_A_KEY.sub("", plan.region or _YEARS.sub("", plan.title))[:_KEY_LENGTH] or "plan"
    key = words if plan.period_start is None else f"{words}-{plan.period_start}"
    used, free, number = set(taken), key, 1
    while free in used:
        number += 1
        free = f"{key}-{number}"
    return free


def fitting(part: str, plans: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that `part` may mean, of plans with their titles: the very key, else all keys that it is a part of, else
    those whose title it is a part of.
    """
    if part in plans:
        return (part,)
    sought = fold(part)
    keys = tuple(key for key in plans if sought in fold(key))
    return keys or tuple(key for key, title in plans.items() if sought in fold(title))


def one_fitting(part: str, plans: Mapping[str, str]) -> str:
    """The one key that `part` means. RefusedError: none (`no_plan`), or several; it names those to choose from."""
    fits = fitting(part, plans)
    if len(fits) != 1:
        known = {key: plans[key] for key in fits or plans}
        raise RefusedError("several_plans" if fits else "no_plan", plan=part, known=named(known))
    return fits[0]


def named(plans: Mapping[str, str]) -> str:
    """Plans to choose from, each by its key, which is what one writes, and its title; of many the first."""
    told = [f"{key}《{''.join(title.split())}》" for key, title in islice(plans.items(), _MOST_NAMED)]
    return " ".join([*told, ".."] if len(plans) > _MOST_NAMED else told) or "-"

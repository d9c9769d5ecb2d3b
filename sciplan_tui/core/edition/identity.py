"""Which plan a file belongs to: the one with the same region, the same title without its years, and the same period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sciplan_tui.core.folding import fold
from sciplan_tui.errors import RefusedError

_YEARS = re.compile(r"[（(〔\[]?\s{0,4}(?:19|20)\d\d\s*年?\s*(?:[-—–－~～至到]+\s*(?:19|20)\d\d\s*年?)?\s*[）)〕\]]?")
_NOT_IN_A_KEY = re.compile(r"[\W_]+")
_KEY_LENGTH = 24


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


def fitting(part: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The keys that `part` may mean: the very key, else all that it is a part of."""
    if part in keys:
        return (part,)
    return tuple(key for key in keys if fold(part) in fold(key))


def one_fitting(part: str, keys: Sequence[str]) -> str:
    """The one key that `part` means. RefusedError: none (`no_plan`), or several; it names those to choose from."""
    fits = fitting(part, keys)
    if len(fits) != 1:
        raise RefusedError("several_plans" if fits else "no_plan", plan=part, known=" ".join(fits or keys) or "-")
    return fits[0]

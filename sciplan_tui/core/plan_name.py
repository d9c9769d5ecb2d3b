"""What people call a plan: its region, what it is about, its years. A key (湘潭市-2021) is what one types."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.locale import say

_MOST = 18
"""Characters of a title that goes on without a word at which it may be parted."""
_LEAST = 4
_NAMED = 3
"""So many regions are named of more plans."""


def plan_name(plan: PlanHead) -> str:
    """`湘潭市全民科学素质行动（2021—2025年）`; a title that does not begin with its region stands behind it."""
    title = _years_in().sub("", plan.title).strip()
    title = _cut(title.removeprefix(plan.region or "").lstrip("：: "))
    gap = "" if plan.title.startswith(plan.region or "") else " "
    return f"{plan.region or ''}{gap}{title}{_period(plan)}".strip() or plan.key


def plan_names(plans: Iterable[PlanHead]) -> Mapping[str, str]:
    """The names of several plans by their keys; one that is called as another is bears its key too."""
    named = {plan.key: plan_name(plan) for plan in plans}
    often = Counter(named.values())
    return {key: f"{name} {key}" if often[name] > 1 else name for key, name in named.items()}


def plans_together(plans: Iterable[PlanHead]) -> str:
    """Several plans in a title: by their regions, of many how many these are; how many plans, where some have none."""
    told = list(plans)
    regions = list(dict.fromkeys(plan.region or plan_name(plan) for plan in told))
    named = say("word.between").join(regions[:_NAMED])
    if len(regions) <= _NAMED:
        return say("export.plans_of", named=named)
    if all(plan.region for plan in told):
        return say("export.plans", named=named, count=len(regions))
    return say("export.plans_some", named=named, count=len(told))


def _cut(title: str) -> str:
    """Up to the word that only says what kind of paper it is, if enough is left."""
    starts = (found.start() for found in _kinds().finditer(title) if found.start() >= _LEAST)
    about = title[: next(starts, len(title))]
    return about if len(about) <= _MOST else f"{about[:_MOST]}.."


def _period(plan: PlanHead) -> str:
    if plan.period_start is None:
        return ""
    if plan.period_end == plan.period_start:
        return say("word.period_of_one", year=plan.period_start)
    return say("word.period" if plan.period_end else "word.period_from", start=plan.period_start, end=plan.period_end)


@cache
def _years_in() -> re.Pattern[str]:
    return re.compile(r"[(（〔\[][^()（）〔〕\[\]]*\d{4}[^()（）〔〕\[\]]*[)）〕\]]")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile("规划纲要|行动纲要|实施方案|工作方案|行动方案|实施意见|实施细则|工作要点|任务分解")

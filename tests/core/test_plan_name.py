"""What people call a plan."""

from __future__ import annotations

import pytest

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan_name import plan_name, plan_names, plans_together


def plan(
    title: str, region: str | None = "甲市", start: int | None = 2021, end: int | None = 2025, key: str = ""
) -> PlanHead:
    return PlanHead(1, key or f"{region}-{start}", title, region, start, end, names_units=True)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (plan("甲市全民科学素质行动规划纲要实施方案（2021—2025年）"), "甲市全民科学素质行动（2021—2025年）"),
        (plan("甲市提升全民科学文化素质行动实施方案(2021—2025年)"), "甲市提升全民科学文化素质行动（2021—2025年）"),
        (plan("全民科学素质工作方案"), "甲市 全民科学素质（2021—2025年）"),
        (plan("甲市科普要点", end=2021), "甲市科普要点（2021年）"),
        (plan("甲市科普要点", end=None), "甲市科普要点（2021年起）"),
        (plan("甲市实施方案", start=None, end=None), "甲市实施方案"),
        (plan("科普工作要点", region=None), "科普工作要点（2021—2025年）"),
        (plan("甲市" + "长" * 40 + "方案"), "甲市" + "长" * 18 + "..（2021—2025年）"),
    ],
)  # fmt: skip
def test_it_is_region_subject_and_years(made: PlanHead, name: str) -> None:
    assert plan_name(made) == name


def test_two_that_are_called_alike_bear_their_keys() -> None:
    one, other = plan("甲市科普方案", key="甲市-2021"), plan("甲市科普方案", key="甲市-2021-2")
    assert plan_names([one, other])["甲市-2021-2"].endswith(" 甲市-2021-2")
    assert plan_names([one]) == {"甲市-2021": plan_name(one)}


def test_several_are_told_by_their_regions() -> None:
    some = [plan("科普方案", region=f"{name}市") for name in "甲乙丙丁"]
    assert plans_together(some[:2]) == "甲市、乙市的方案"
    assert plans_together(some) == "甲市、乙市、丙市等 4 个地区的方案"
    without = [*some, plan("某某方案", region=None)]
    assert plans_together(without) == "甲市、乙市、丙市等 5 个方案"

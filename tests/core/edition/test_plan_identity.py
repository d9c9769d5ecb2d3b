"""Which plan a file belongs to, which task is which, and whose assignments hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.edition.identity import (
    PlanIdentity,
    fitting,
    named,
    one_fitting,
    plan_key,
    same_plan,
    title_without_years,
)
from sciplan_tui.core.edition.match import StoredTask
from sciplan_tui.core.edition.matching import match_tasks
from sciplan_tui.core.outline.holding import holders
from sciplan_tui.errors import RefusedError
from tests.store_cases import task

TITLE = "全民科学素质行动规划纲要实施方案"


@pytest.mark.parametrize(
    "years", ["（2021—2025年）", "(2021-2025年)", "（2021－2025）", "2021—2025年", "", "（2022年）"]
)
def test_years_and_their_brackets_are_no_part_of_a_title(years: str) -> None:
    assert title_without_years(f"甲市{TITLE}{years}") == f"甲市{TITLE}"


def test_region_title_and_period_tell_a_plan() -> None:
    one = PlanIdentity("甲市", f"甲市{TITLE}（2021—2025年）", 2021, 2025)
    assert same_plan(one, PlanIdentity("甲市", f"甲市{TITLE}(2021-2025)", 2021, 2025))
    assert not same_plan(one, PlanIdentity("乙市", one.title, 2021, 2025))
    assert not same_plan(one, PlanIdentity("甲市", one.title, 2022, 2025))
    assert not same_plan(one, PlanIdentity("甲市", "甲市农业方案", 2021, 2025))


def test_a_key_is_readable_and_unique() -> None:
    plan = PlanIdentity("甲市", TITLE, 2021, 2025)
    assert plan_key(plan, ()) == "甲市-2021"
    assert plan_key(plan, ("甲市-2021", "甲市-2021-2")) == "甲市-2021-3"
    assert plan_key(PlanIdentity(None, "科普工作 [方案]", None, None), ()) == "科普工作方案"
    assert plan_key(PlanIdentity(None, "（2021）", None, None), ()) == "plan"


def test_a_part_names_the_plans_it_fits() -> None:
    plans = {"甲市-2021": "科学素质方案", "甲市-2021-2": "健康 甲市方案", "乙市-2021": "科普方案"}
    assert fitting("甲市-2021", plans) == ("甲市-2021",)
    assert fitting("乙", plans) == ("乙市-2021",)
    assert fitting("2021", plans) == tuple(plans)
    assert fitting("丙", plans) == ()
    assert one_fitting("２０２１", {"甲市-2021": ""}) == "甲市-2021"


def test_a_part_of_a_title_names_a_plan_where_no_key_has_it() -> None:
    plans = {"甲市-2021": "科学素质方案", "甲市-2021-2": "健康 甲市方案", "健康-2022": "体育方案"}
    assert one_fitting("素质", plans) == "甲市-2021"
    assert fitting("方案", plans) == tuple(plans)
    assert one_fitting("健康", plans) == "健康-2022"


def test_plans_to_choose_from_are_told_by_key_and_title_and_of_many_the_first() -> None:
    assert named({"甲市-2021": "科学 素质", "乙市-2021": "健康"}) == "甲市-2021《科学素质》 乙市-2021《健康》"
    assert named({f"甲-{year}": "" for year in range(20)}).endswith("甲-7《》 ..")
    assert named({}) == "-"


@pytest.mark.parametrize(("part", "code", "known"), [("丙", "no_plan", 3), ("2021", "several_plans", 3)])
def test_a_part_that_fits_no_plan_or_several_is_refused_with_the_choice(part: str, code: str, known: int) -> None:
    keys = dict.fromkeys(("甲市-2021", "乙市-2021", "甲市-2021-2"), "科普方案")
    with pytest.raises(RefusedError) as caught:
        one_fitting(part, keys)
    assert caught.value.code == code
    assert len(str(caught.value.details["known"]).split()) == known


def test_a_task_is_known_by_place_title_wording_or_likeness() -> None:
    stored = (
        StoredTask(1, None, "1", "重点任务", ""),
        StoredTask(2, 1, "1.1", "建设科普教育基地", ""),
        StoredTask(3, 1, "1.2", "办科普日", "每年九月在广场办一次全市科普日活动。"),
        StoredTask(4, 1, "1.3", "开展科技志愿服务活动", ""),
    )
    tasks = (
        task("1", "重点任务"),
        task("1.1", "一件全新的事"),
        task("1.2", "建设科普教育基地"),
        task("1.3", "全国科普日", text="每年九月在广场办一次全市科普日活动。"),
        task("1.4", "广泛开展科技志愿服务活动"),
    )
    found = {path: (match.id, match.how) for path, match in match_tasks(stored, tasks).items()}
    assert found == {"1": (1, "path"), "1.2": (2, "title"), "1.3": (3, "text"), "1.4": (4, "alike")}


@given(st.dictionaries(st.integers(1, 12), st.none() | st.integers(1, 14)), st.sets(st.integers(1, 12)))
def test_the_nearest_stating_ancestor_holds_even_in_a_damaged_outline(
    parents: dict[int, int | None], stating: set[int]
) -> None:
    stating &= set(parents)
    found = holders(parents, stating)
    assert set(found) == set(parents)
    for start, holder in found.items():
        way: list[int] = []
        now: int | None = start
        while now is not None and now in parents and now not in way and now not in stating:
            way.append(now)
            now = parents[now]
        assert holder == (now if now in stating else None)

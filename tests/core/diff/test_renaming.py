"""What looks like a rename is asked about; look-alikes never are, though they hold the same duties."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from sciplan_tui.core.diff.renaming import likely_renames
from sciplan_tui.core.plan import ParsedPlan
from tests.store_cases import assignment, plan, task

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"


def held(unit: str, *titles: str) -> ParsedPlan:
    """A plan in which the unit holds these tasks, beside another that stays."""
    tasks = [task(str(at), title, assignment(unit), assignment("市财政局")) for at, title in enumerate(titles, start=1)]
    return plan(*tasks, task("9", "收尾工作", assignment("市财政局")))


DUTIES = ("办好科技活动周", "建好科技馆", "培训农民队伍")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("市卫生计生委", "市卫生健康委"),
        ("市农业局", "市农业农村局"),
        ("市环保局", "市生态环境局"),
        ("市文化广电新闻出版局", "市文化旅游广电体育局"),
        ("市扶贫办", "市乡村振兴局"),
    ],
)
def test_a_body_of_the_same_work_with_the_same_duties_may_be_renamed(old: str, new: str) -> None:
    [one] = likely_renames(held(old, *DUTIES), held(new, *DUTIES))
    assert (one.old, one.new, one.common, one.duties) == (old, new, 3, 3)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("市科技局", "市科协"),
        ("市教育局", "市应急局"),
        ("省卫生计生委", "市卫生健康委"),
        ("市文明办", "市气象局"),
        ("各镇人民政府", "市教育局"),
    ],
)
def test_another_body_with_the_same_duties_is_not_asked_about(old: str, new: str) -> None:
    assert likely_renames(held(old, *DUTIES), held(new, *DUTIES)) == ()


def test_other_duties_are_no_rename() -> None:
    before, now = held("市农业局", *DUTIES), held("市农业农村局", "送科技下乡", "建设农家书屋", DUTIES[0])
    assert likely_renames(before, now) == ()
    most = held("市农业农村局", *DUTIES, "送科技下乡")
    assert [(one.common, one.duties) for one in likely_renames(before, most)] == [(3, 4)]


def test_what_stays_or_was_there_before_is_not_renamed() -> None:
    both = replace(
        held("市农业局", *DUTIES),
        tasks=(*held("市农业局", *DUTIES).tasks, task("10", "新的工作", assignment("市农业农村局"))),
    )
    assert likely_renames(held("市农业局", *DUTIES), both) == ()
    assert likely_renames(both, held("市农业农村局", *DUTIES)) == ()
    assert likely_renames(both, both) == ()


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"THE GOLD PLANS ARE MISSING: no {GOLD}")
def test_no_look_alikes_of_the_gold_are_asked_about() -> None:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("00*.json"))]
    groups = [group for gold in golds for group in gold["must_not_merge"]]
    assert groups
    for group in groups:
        for old, new in permutations(group, 2):
            assert likely_renames(held(old, *DUTIES), held(new, *DUTIES)) == (), (old, new)

"""The plans that a query names, read and written."""

from __future__ import annotations

import pytest

from sciplan_tui.core.query.plans import named_plans, with_plans
from sciplan_tui.core.query.syntax import parse
from sciplan_tui.errors import QueryError


@pytest.mark.parametrize(
    ("query", "keys", "written"),
    [
        ("", ("甲市-2021", "乙县-2022"), "plan:甲市-2021,乙县-2022"),
        ("plan:丙 lead:教育局", ("甲",), "plan:甲 lead:教育局"),
        ('方案:丙，丁 "两 词" -科普', (), '"两 词" -科普'),
        ("-plan:丙 x", ("甲 市", "乙"), 'plan:"甲 市,乙" -plan:丙 x'),
    ],
)
def test_plans_take_the_place_of_those_before(query: str, keys: tuple[str, ...], written: str) -> None:
    assert with_plans(query, keys) == written
    assert named_plans(written) == keys


def test_a_comma_between_plans_may_be_any_of_the_chinese_ones() -> None:
    assert named_plans("plan:甲、乙，丙,丁") == ("甲", "乙", "丙", "丁")
    with pytest.raises(QueryError, match="1"):
        parse("plan:，")

"""A name with the days between which it holds: a day that is not known is not told."""

from __future__ import annotations

import pytest

from sciplan_tui.core.sentence.dated import dated
from sciplan_tui.core.unit.record import PrintedName

FIRST, LAST = "2019-03-01", "2022-01-01"


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, "市科技局"),
        (FIRST, None, "市科技局（2019-03-01 起）"),
        (None, LAST, "市科技局（到 2022-01-01）"),
        (FIRST, LAST, "市科技局（2019-03-01至2022-01-01）"),
    ],
)
def test_a_day_that_is_not_known_leaves_no_gap(since: str | None, until: str | None, said: str) -> None:
    assert dated(PrintedName("市科技局", since, until)) == said

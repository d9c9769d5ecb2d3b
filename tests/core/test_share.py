"""Percentages are rounded, and only all is 100."""

from __future__ import annotations

import pytest

from sciplan_tui.core.progress.share import percent


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(23, 39, 59), (1, 39, 3), (1, 2, 50), (1, 8, 13), (0, 39, 0), (39, 39, 100), (299, 300, 99), (1, 300, 1)],
)
def test_a_share_is_rounded_and_says_all_or_none_only_of_these(part: int, whole: int, shown: int) -> None:
    assert percent(part, whole) == shown

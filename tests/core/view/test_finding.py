"""Names found by characters, by initials, and by both."""

from __future__ import annotations

import pytest

from sciplan_tui.core.view.finding import folded_names, letters_of, pattern, places
from sciplan_tui.workspace.pinyin import initials

NAMES = ["弘扬科学家精神", "长期坚持", "STEM 教育", "科学 教育（2023）", "重点任务"]
FOLDED = folded_names(NAMES)
LETTERS = letters_of(FOLDED, initials)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("科学", [3, 0]),
        ("kxj", [3, 0]),
        ("hykxjjs", [0]),
        ("科xj", [3, 0]),
        ("cqjc", [1]),
        ("zqjc", [1]),
        ("zdrw", [4]),
        ("stem", [2]),
        ("STEMjy", [2]),
        ("科学教育(2023)", [3]),
        ("２０２３", [3]),
        (".*", []),
        ("xyz", []),
    ],
)
def test_characters_and_initials(text: str, found: list[int]) -> None:
    assert places(pattern(text, LETTERS), FOLDED) == found


def test_a_name_is_one_line_whatever_is_in_it() -> None:
    assert folded_names(["甲\n乙", "丙"]) == ["甲乙", "丙"]
    assert folded_names([]) == []

"""Lines end where lines may end: no comma begins one, no word of Latin letters and no option is parted."""

from __future__ import annotations

import pytest

from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.line_break import fitting


def lines(text: str, room: int) -> list[str]:
    found = []
    while text:
        found.append(fitting(text, room))
        text = text[len(found[-1]) :].lstrip()
    return found


@pytest.mark.parametrize(
    ("text", "room", "wanted"),
    [
        ("市民政局、市林业局、市应急局", 8, ["市民政", "局、市林", "业局、市", "应急局"]),
        ("牵头（市科协）", 6, ["牵头", "（市科", "协）"]),
        ("看 sciplan review --plan 甲市-2021", 14, ["看 sciplan", "review --plan", "甲市-2021"]),
        ("、、、", 2, ["、", "、", "、"]),
        ("aaaaaaaa", 4, ["aaaa", "aaaa"]),
        ("好", 1, ["好"]),
    ],
)
def test_a_text_on_lines(text: str, room: int, wanted: list[str]) -> None:
    assert [line.rstrip() for line in lines(text, room)] == wanted


@pytest.mark.parametrize("room", range(4, 30))
def test_nothing_is_lost_or_too_wide(room: int) -> None:
    text = "市委宣传部、市人力资源社会保障局（以下简称市人社局）、evaluation-2025，按 --plan 写。"
    found = lines(text, room)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(cell_width(line.rstrip()) <= room for line in found)

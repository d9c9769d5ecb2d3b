"""Lines that wrap: they fill their width, begin under their own text, and break where Chinese and English may break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.measure import narrow


def lines(text: str, width: int, lead: str = "") -> list[str]:
    return str(hang([(lead, "")], [[(text, "")]], width).plain).split("\n")


@pytest.mark.parametrize(
    ("text", "width", "wrapped"),
    [
        ("导入湘潭市方案，第二版。", 14, ["导入湘潭市方", "案，第二版。"]),
        ("标记了（二〇二三年）", 8, ["标记了", "（二〇二", "三年）"]),
        ("〇二三年）止", 8, ["〇二三", "年）止"]),
        ("the unit is proposed as lead", 24, ["the unit is proposed as ", "lead"]),
        ("共有 1234567", 8, ["共有 ", "1234567"]),
        ("abcdefghijkl", 8, ["abcdefgh", "ijkl"]),
        ("。。。。。。", 8, ["。。。。", "。。"]),
    ],
)
def test_no_line_begins_with_a_stop_or_ends_with_an_opening_bracket(text: str, width: int, wrapped: list[str]) -> None:
    assert lines(text, width) == wrapped


@given(st.text("中文，。（）“”…abc 12.-", max_size=60), st.integers(8, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    shown = lines(text, width)
    assert "".join(shown).replace(" ", "") == narrow(text).replace(" ", "")
    assert all(cell_len(line) <= width for line in shown)

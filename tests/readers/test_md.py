"""Markdown: what only sets words off is taken away, what is printed stays."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Paragraph
from sciplan_tui.readers import md

LINES = {
    "1. **点灯。** 点十座。*配合单位：市海洋局，各区*": "1. 点灯。 点十座。配合单位：市海洋局，各区",
    "带*星号（灯塔办）* 好": "带星号（灯塔办） 好",
    "（*市海洋局、*市港口局、市渔业局）": "（*市海洋局、*市港口局、市渔业局）",
    "市海洋局*、市港口局*、市渔业局": "市海洋局*、市港口局*、市渔业局",
    "市海洋局（*）、市港口局（*）": "市海洋局（*）、市港口局（*）",
    "3*4*5": "3*4*5",
    "\\*市海洋局\\*": "*市海洋局*",
    "点灯。<br>*牵头单位：市海洋局*": "点灯。 牵头单位：市海洋局",
}


@pytest.mark.parametrize(("line", "told"), LINES.items())
def test_stars_that_set_words_off_go_and_others_stay(line: str, told: str) -> None:
    (block,) = md.read("a.md", line.encode()).blocks
    assert isinstance(block, Paragraph)
    assert block.text == told

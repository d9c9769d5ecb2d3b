"""What proves a task that a table said: the sentence that its rows quote, once; and each row told by what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sciplan_tui.core.detail.source_excerpt import excerpt
from sciplan_tui.tui.widgets.text.task_text import task_text
from tests.tui.fake_desk import FakeDesk

UNITS = ("市科协", "市教育局", "市妇联")


@pytest.mark.parametrize("quote", ["", "（科协、教育局、妇联负责）"])
def test_the_sentence_stands_once_before_the_rows(quote: str) -> None:
    rows = [f"assignment,2.1,{unit},{unit},lead,printed,{quote}" for unit in UNITS]
    raw = "\n".join(("record,path,unit,printed,role,origin,quote", *rows))
    lines, left = excerpt(raw, None, None, [(number, quote or None) for number in (2, 3, 4)])
    task = replace(FakeDesk().open_view().task(1001), lines=lines, lines_left_out=left)
    text = task_text(task, 80).plain
    assert text.count("源 第 2-4 行") == 1
    assert text.count(quote) == 1 or not quote
    assert all(f"分工  {unit}  牵头" in text for unit in UNITS)
    assert "assignment" not in text
    assert ",," not in text

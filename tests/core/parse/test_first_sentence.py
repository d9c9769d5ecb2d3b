"""What a cell without a title of its own is called."""

from __future__ import annotations

from sciplan_tui.core.parse.outline.titles import first_sentence


def test_a_first_sentence_that_is_a_title_is_whole() -> None:
    assert first_sentence("修灯塔。再修一座。") == "修灯塔"
    assert first_sentence("修" * 40 + "。") == "修" * 40


def test_one_that_is_longer_says_that_it_goes_on() -> None:
    assert first_sentence("修" * 41 + "。") == "修" * 39 + "…"

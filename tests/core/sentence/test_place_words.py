"""A task that yielded its path to another is told by the place that it had before, never by that of the other."""

from __future__ import annotations

import pytest

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.outline.place import number_words, place_words
from sciplan_tui.core.sentence.difference import sentence


@pytest.mark.parametrize(
    ("path", "place", "number"),
    [("2.2.1", "2.2.1", "1."), ("2.2.1'", "原 2.2.1", "原 1."), ("2.2.1'.3", "原 2.2.1.3", "1.")],
)
def test_its_place_is_the_former_one(path: str, place: str, number: str) -> None:
    assert (place_words(path), number_words("1.", path)) == (place, number)
    assert number_words(None, path) is None


@pytest.mark.parametrize("path", ["2.2.1", "2.2.1'"])
def test_what_an_edition_has_no_more_is_the_former_task_of_that_path(path: str) -> None:
    assert sentence(Difference("task_removed", path, "办讲座")) == "新版没有原来的任务 2.2.1 办讲座"

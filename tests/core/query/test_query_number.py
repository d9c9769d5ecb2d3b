"""What a person writes to find the task of a number, as it is printed or spoken."""

from __future__ import annotations

import pytest

from sciplan_tui.core.query.number import Number, number_meant


@pytest.mark.parametrize("word", ["12", "12.", "12、", "１２", "第12项", "第十二项", "十二、", "第十二条", "⑫"])
def test_a_number_is_one_however_it_is_written(word: str) -> None:
    assert number_meant(word) == Number(12, bracketed=False)


@pytest.mark.parametrize("word", ["（三）", "(三)", "（3）", "(3)"])
def test_brackets_are_kept_apart(word: str) -> None:
    assert number_meant(word) == Number(3, bracketed=True)


@pytest.mark.parametrize("word", ["2023", "1.2", "三农", "第三产业", "12项", "十四五", "(三", "-"])
def test_other_words_are_none(word: str) -> None:
    assert number_meant(word) is None

"""A day is taken however people write it, and nothing that is none."""

from __future__ import annotations

import datetime

import pytest

from sciplan_tui.core.given.day import day
from sciplan_tui.core.given.moment import Span, span
from sciplan_tui.errors import RefusedError

WRITTEN = ("2023-05-01", "2023-5-1", "2023.5.1", " 2023/5/01", "2023年5月1日", "2023年 5月1号", "２０２３－５－１")
NO_DAYS = ("", "2023", "2023-5", "2023-13-1", "2023-2-30", "5月1日", "202351", "2023-W18-1", "x")


@pytest.mark.parametrize("text", [*WRITTEN, "20230501"])
def test_a_day_however_it_is_written(text: str) -> None:
    assert day(text) == datetime.date(2023, 5, 1)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_moment_may_be_such_a_day(text: str) -> None:
    assert span(text) == Span("2023-05-01", "2023-05-01", "day")


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        day(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2023年", Span("2023-01-01", "2023-12-31", "year")),
        ("2023年6月", Span("2023-06-01", "2023-06-30", "month")),
        ("2023.6", Span("2023-06-01", "2023-06-30", "month")),
        ("2021年..2025年", Span("2021-01-01", "2025-12-31", "year")),
    ],
)
def test_a_moment_may_be_written_in_words(text: str, meant: Span) -> None:
    assert span(text) == meant


@pytest.mark.parametrize("text", ["20236", "年", "2023-6-1-1"])
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(RefusedError):
        span(text)

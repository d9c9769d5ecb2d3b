from __future__ import annotations

import datetime

import pytest

from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.status import SETTLED, due_day, light


@pytest.mark.parametrize(
    ("date", "due"),
    [
        (None, None),
        ("2023", "2023-12-31"),
        ("2024-02", "2024-02-29"),
        ("2023-06-15", "2023-06-15"),
    ],
)
def test_date_is_due_on_its_last_day(date: str | None, due: str | None) -> None:
    assert due_day(date) == due


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2023-11-30", None), ("2023-12-01", "near"), ("2023-12-31", "near"), ("2024-01-01", "late")],
)
@pytest.mark.parametrize("status", [None, *Status])
def test_light(today: str, expected: str | None, status: Status | None) -> None:
    lit = light(status, "2023-12-31", datetime.date.fromisoformat(today))
    assert lit == (None if status in SETTLED else expected)


def test_without_a_date_there_is_no_light() -> None:
    assert light(None, None, datetime.date(2030, 1, 1)) is None

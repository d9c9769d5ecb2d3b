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
        ("2026年底", "2026-12-31"),
        ("2024年6月底前", "2024-06-30"),
        ("2024年6月5日", "2024-06-05"),
        ("2024年2-3月", "2024-03-31"),
        ("2024年上半年", "2024-06-30"),
        ("2024年第三季度", "2024-09-30"),
        ("2018年3月底前初见成效，2018年4月至2019年10月深化", "2019-10-31"),
        ("持续推进", None),
        ("每年12月底前", None),
        ("2024年13月", None),
        ("20-25-30-a", None),
    ],
)
def test_date_as_printed_is_due_on_its_last_day(date: str | None, due: str | None) -> None:
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

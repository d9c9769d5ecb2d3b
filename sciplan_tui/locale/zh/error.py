"""Errors a person can mend: what is wrong, where, what to do."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "bad_today": "SCIPLAN_TODAY 不是日期：{value}。请写成 2023-06-30 的样子。",
}

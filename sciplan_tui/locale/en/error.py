"""Errors a person can mend: what is wrong, where, what to do."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "bad_today": "SCIPLAN_TODAY is no date: {value}. Write it as 2023-06-30.",
}

"""What stands in papers to be read."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "gap": "〔to fill in〕", "gap_of": "〔to fill in: {what}〕",
    "day.1": "{year}", "day.2": "{month} {year}", "day.3": "{day} {month} {year}",
    "months": "January February March April May June July August September October November December",
}  # fmt: skip

"""What stands in papers to be read."""

from __future__ import annotations

TEXTS: dict[str, str] = {"gap": "〔to fill in〕", "gap_of": "〔to fill in: {what}〕"}

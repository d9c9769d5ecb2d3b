"""A correction in words: what was read before a person put it right."""

from __future__ import annotations

from sciplan_tui.core.detail.corrected import Correction
from sciplan_tui.locale import say


def corrected(correction: Correction) -> str:
    """That it was corrected, and how it was read."""
    worded = correction.what in ("role", "kind")
    read = say(f"word.{correction.what}.{correction.read}") if worded else correction.read
    return say(f"duty.corrected.{correction.what}", read=read)

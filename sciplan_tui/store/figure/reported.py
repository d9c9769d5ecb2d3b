"""What was reported for figures, as it stood on a day."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sciplan_tui.core.progress.reported import Report
from sciplan_tui.store.conditions import gaps, portions

_UP_TO = (
    "SELECT target_id, value, on_day, note, evidence FROM reported WHERE on_day <= ? AND target_id IN ({targets})"
    " ORDER BY on_day"
)


def read_reports(connection: sqlite3.Connection, targets: Sequence[int], day: str) -> dict[int, Report]:
    """By figure the newest value on or before `day` (ISO); a figure for which nothing was reported is left out."""
    return {
        target: Report(*said)
        for some in portions(targets)
        for target, *said in connection.execute(_UP_TO.replace("{targets}", gaps(some)), (day, *some))
    }

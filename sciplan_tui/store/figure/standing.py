"""What `figure:` asks for: the tasks with a figure whose aim is reached, missed, or for which nothing was reported."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator

from sciplan_tui.core.progress.reported import standing
from sciplan_tui.store.figure.reported import read_reports
from sciplan_tui.store.figure.stored import stored_target

_TARGETS = (
    "SELECT id, task_id, indicator, comparator, value, unit, value_max, frequency, deadline, aspirational, region,"
    " line, quote FROM target"
)


def tasks_standing(connection: sqlite3.Connection, wanted: Collection[str], day: str) -> Iterator[int]:
    """The tasks with a figure that stands in one of these ways by what was reported up to `day` (ISO)."""
    rows = connection.execute(_TARGETS).fetchall()
    reports = read_reports(connection, [number for number, *_ in rows], day)
    for number, task, *said in rows:
        if not standing(stored_target("", *said), reports.get(number)).isdisjoint(wanted):
            yield task

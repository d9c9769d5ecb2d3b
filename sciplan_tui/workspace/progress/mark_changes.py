"""What a marking changes: the marks that are not yet as they shall be, in their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.plan import Status

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.journal import Change
    from sciplan_tui.core.progress.milestone_key import KnownMilestone

TOLD = ("on_date", "note", "evidence")
"""Columns in which something is told of the state."""


def wanted_columns(status: Status | None, told: Mapping[str, str | None]) -> dict[str, Any] | None:
    """The columns that a mark shall have; None: it shall go. What is not given is not among them."""
    if status is None:
        return None
    return {"status": str(status), **{name: value or None for name, value in told.items() if value is not None}}


def mark_changes(
    connection: sqlite3.Connection,
    by_plan: dict[int, list[int]],
    met: dict[int, KnownMilestone],
    wanted: dict[str, Any] | None,
) -> Iterator[tuple[int, Change]]:
    """Each task with the change of its mark, where it is to be otherwise."""
    from sciplan_tui.core.diff.difference import altered, removed
    from sciplan_tui.core.journal import Change
    from sciplan_tui.store.journal.numbers import Numbers
    from sciplan_tui.store.progress.marks import marks_at

    numbers = Numbers(connection)
    for plan, milestone in met.items():
        now = marks_at(connection, milestone.milestone_id)
        for task in by_plan[plan]:
            row, change = now.get(task), None
            if row is None and wanted is not None:
                place = {"task_id": task, "milestone_id": milestone.milestone_id, **dict.fromkeys(TOLD)}
                change = Change("mark", numbers("mark"), None, {**place, **wanted})
            elif row is not None:
                change = removed("mark", row) if wanted is None else altered("mark", row, _told_of(row, wanted))
            if change is not None:
                yield task, change


def _told_of(row: Mapping[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """What a mark shall have: of another state nothing is left that was told of the one before."""
    return wanted if row["status"] == wanted["status"] else {**dict.fromkeys(TOLD), **wanted}

"""What a task inherits, written at the task itself: one with a statement of its own inherits nothing.

Whoever gives such a task a unit copies the inherited ones first, or these would be lost unsaid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from sciplan_tui.core.journal import Change, Row
from sciplan_tui.core.plan import Origin

if TYPE_CHECKING:
    import sqlite3


def inherited(connection: sqlite3.Connection, task_id: int) -> list[Row]:
    """The assignments that the task holds by what is stated above it; none where it states its own."""
    from sciplan_tui.store.rows import rows
    from sciplan_tui.store.task.ruling import holder_of

    holder = holder_of(connection, task_id)
    if holder in (None, task_id):
        return []
    found = rows(connection, "assignment", "task_id = ? ORDER BY position, id", (holder,))
    return [row for row in found if row["origin"] != Origin.PROPOSED]


def copies(
    task_id: int,
    above: Iterable[Row],
    heir_at: Mapping[tuple[int, int], int],
    numbers: Callable[[str], int],
) -> list[Change]:
    """Assignments from above, as they are printed or ruled there, as the task's own.

    `heir_at`: who took a unit's place at one task only, by unit and task; here it is named itself.
    """
    made = []
    for row in above:
        columns = {name: value for name, value in row.items() if name != "id"}
        unit_id = heir_at.get((row["unit_id"], row["task_id"]), row["unit_id"])
        made.append(
            Change("assignment", numbers("assignment"), None, {**columns, "task_id": task_id, "unit_id": unit_id})
        )
    return made

"""The record of what was issued: written beside the journal, since no undo can call a paper back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sciplan_tui.core.issued.issued import Issued

_EVER = "9999-12-32"
"""Behind every day."""
_COLUMNS = "kind, plan_id, unit_id, on_day, entry_id, at"


def read_last(
    connection: sqlite3.Connection, kind: str, plan_id: int, unit_id: int | None, before: str | None = None
) -> Issued | None:
    """The paper of this kind, of a plan and a unit (None: of the whole plan), that was noted last.

    `before`: of those that bear an earlier day (ISO), so that a paper made again on its day tells the same.
    """
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM issued WHERE kind = ? AND plan_id = ? AND unit_id IS ? AND on_day < ?"
        " ORDER BY id DESC LIMIT 1",
        (kind, plan_id, unit_id, before or _EVER),
    ).fetchone()
    return Issued(*row) if row else None


def note(connection: sqlite3.Connection, papers: Sequence[Issued]) -> None:
    """Write them down, in the caller's transaction."""
    connection.executemany(
        f"INSERT INTO issued ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        [(one.kind, one.plan_id, one.unit_id, one.on_day, one.entry_id, one.at) for one in papers],
    )

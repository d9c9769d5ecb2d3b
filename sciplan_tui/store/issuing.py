"""The record of what was issued: written beside the journal, since no undo can call a paper back."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sciplan_tui.core.issued import Issued

_COLUMNS = "kind, plan_id, unit_id, on_day, entry_id, at"


def read_last(connection: sqlite3.Connection, kind: str, plan_id: int, unit_id: int | None) -> Issued | None:
    """The paper of this kind, of a plan and a unit (None: of the whole plan), that was noted last."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM issued WHERE kind = ? AND plan_id = ? AND unit_id IS ? ORDER BY id DESC LIMIT 1",
        (kind, plan_id, unit_id),
    ).fetchone()
    return Issued(*row) if row else None


def note(connection: sqlite3.Connection, papers: Sequence[Issued]) -> None:
    """Write them down, in the caller's transaction."""
    connection.executemany(
        f"INSERT INTO issued ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        [(one.kind, one.plan_id, one.unit_id, one.on_day, one.entry_id, one.at) for one in papers],
    )

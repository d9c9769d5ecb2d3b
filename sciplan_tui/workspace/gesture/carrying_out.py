"""One gesture carried out: planned and written within one transaction, as one journal entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Gesture

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.journal import Change

Planned = tuple[Mapping[str, Any], "Iterable[Change | None]"]
"""The facts of the journal entry, and the changes; None among them is none."""


def carry_out(database: Path, kind: str, plan: Callable[[sqlite3.Connection], Planned], at: str) -> Gesture:
    """Do what `plan` plans on the connection; where it plans no change, nothing is written.

    The problems that it answers are settled with it.

    Whatever `plan` raises leaves the database as it was. StoreError: the database.
    """
    from sciplan_tui.store.database.engine import opened, transaction
    from sciplan_tui.store.journal.writing import record
    from sciplan_tui.workspace.gesture.answering import settled_with

    with opened(database, write=True) as connection, transaction(connection):
        facts, planned = plan(connection)
        changes = [change for change in planned if change is not None]
        changes += settled_with(connection, facts.get("plan"), changes, at)
        entry = record(connection, kind, facts, changes, at) if changes else None
    return Gesture(entry, kind, facts)

"""What the history can have done: all entries read, one of them in full, any of them undone or done again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciplan_tui.core.detail.entry import EntryDetail
    from sciplan_tui.core.journal import Entry


@dataclass(frozen=True, slots=True)
class HistoryDesk:
    """The journal of one database. Called from worker threads."""

    database: Path

    def entries(self, newest: int | None = None) -> Sequence[Entry]:
        """All, or the `newest` so many, the oldest first, without their changes. StoreError."""
        from sciplan_tui.workspace.journal.history import entries

        return entries(self.database, newest)

    def sizes(self) -> Mapping[int, int]:
        """How many rows each entry touched."""
        from sciplan_tui.workspace.journal.history import sizes

        return sizes(self.database)

    def detail(self, number: int) -> EntryDetail:
        """One in full."""
        from sciplan_tui.workspace.journal.history import detail

        return detail(self.database, number)

    def undo(self, number: int) -> Entry:
        """Take an entry back. Raises RefusedError."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.journal.undoing import undo

        return undo(self.database, number, at=now())

    def redo(self, number: int) -> Entry:
        """Do an entry again that was undone, or that an undo took back. Raises RefusedError."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.journal.undoing import redo

        return redo(self.database, number, at=now())

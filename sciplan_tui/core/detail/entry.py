"""One entry of the journal in full: which rows it touched, told by what a person calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sciplan_tui.core.journal import Entry
from sciplan_tui.errors import SciplanError

ADDED, REMOVED, ALTERED = "added", "removed", "altered"


class Field(NamedTuple):
    """What a column said, and says; numbers of rows stand by the names of these rows. None: nothing."""

    column: str
    old: object
    new: object


class Touch(NamedTuple):
    """A row that was touched. `how`: ADDED, REMOVED or ALTERED; `about`: what it is called; `task_id`: its task."""

    table: str
    how: str
    about: str
    task_id: int | None
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """An entry with the first of its changes. `counts`: by table and how, of all of them; `source`: the file that an
    import read; `why_not`: why it cannot be undone (where it is undone: done again); `checked`
    False: it touched so much that this is only found out when it is tried."""

    entry: Entry
    counts: Mapping[tuple[str, str], int]
    touches: tuple[Touch, ...]
    source: str | None = None
    why_not: SciplanError | None = None
    checked: bool = True

    @property
    def total(self) -> int:
        """How many rows it touched."""
        return sum(self.counts.values())

    @property
    def task_id(self) -> int | None:
        """The first task it touched."""
        return next((touch.task_id for touch in self.touches if touch.task_id is not None), None)

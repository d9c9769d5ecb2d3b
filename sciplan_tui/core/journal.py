"""Changes as values: each carries what was and what is, so history, review and undo are the same list.

A change is about one row of one table, named by the table and its id. `old` None: the row is new; `new` None: it is
removed; both: only the columns that differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row added, altered or removed."""

    table: str
    id: int
    old: Row | None
    new: Row | None

    def inverted(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.id, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Entry:
    """One user's gesture: what was done, when, and whether it is still in force.

    `kind` is `import`, `mark`, `milestone`, `undo`, `redo`, `rule`, `correct`, `settle`, `review`, or one about units:
    `alias`, `rename`, `merge`, `split`, `unit`, `member`. `undoes` names the entry that an undo (or redo) took back.
    `summary` holds the few facts that a list shows (plan, file, counts); its sentence is made where it is shown.
    """

    id: int
    at: str
    kind: str
    summary: Mapping[str, Any]
    undoes: int | None = None
    in_force: bool = True
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a person's gesture did. `entry_id` None: all was so already, nothing was written.

    `kind` and `facts` are those of its journal entry, so that one sentence tells both.
    """

    entry_id: int | None
    kind: str
    facts: Mapping[str, Any]


def inverted(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take `changes` back, last one first."""
    return tuple(change.inverted() for change in reversed(tuple(changes)))

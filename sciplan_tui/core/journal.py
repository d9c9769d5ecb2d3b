"""Changes as values: each carries what was and what is, so history, review and undo are the same list.

A change is about one row of one table, named by the table and its id. `old` None: the row is new; `new` None: it is
removed; both: only the columns that differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
DOORS = ("screens", "command")
"""Through which things are done."""


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

    `kind` is `import`, `mark`, `report`, `milestone`, `target`, `task`, `plan`, `undo`, `redo`, `rule`, `correct`,
    `settle`, `review`, or one about units: `alias`, `rename`, `merge`, `split`, `unit`, `member`. `undoes` names the
    entry that an undo (or redo) took back.
    `made_in`: `screens` or `command`, through which of the two it was made; None: not known.
    `summary` holds the few facts that a list shows (plan, file, counts); its sentence is made where it is shown.
    """

    id: int
    at: str
    kind: str
    summary: Mapping[str, Any]
    undoes: int | None = None
    in_force: bool = True
    changes: tuple[Change, ...] = ()
    made_in: str | None = None


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


def in_the_way(
    changes: Iterable[Change],
    later: Iterable[tuple[int, Sequence[Change]]],
    references: Mapping[str, Sequence[tuple[str, str]]],
) -> tuple[int, ...]:
    """Which later entries must be undone before `changes` can be taken back, the newest first.

    `later`: entries in force with their changes, oldest first. `references`: by table the columns of others that refer
    to its rows. One is in the way if it changes what these changed, or needs a row they added; and so is what is in
    the way of that.
    """
    touched = _Touched(references)
    touched.take(changes)
    found = []
    for number, those in later:
        if any(map(touched.meets, those)):
            found.append(number)
            touched.take(those)
    return tuple(reversed(found))


class _Touched:
    """The rows and columns that changes touch, and what may refer to the rows they add."""

    def __init__(self, references: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        self._references = references
        self._columns: dict[tuple[str, int], set[str]] = {}
        self._whole: set[tuple[str, int]] = set()
        self._added: set[tuple[str, str, object]] = set()

    def take(self, changes: Iterable[Change]) -> None:
        """These changes as well."""
        for one in changes:
            key = (one.table, one.id)
            self._columns.setdefault(key, set()).update(one.new or one.old or ())
            if one.old is None or one.new is None:
                self._whole.add(key)
            if one.old is None:
                self._added.update((table, column, one.id) for table, column in self._references.get(one.table, ()))

    def meets(self, one: Change) -> bool:
        """Whether a later change touches the same, or needs a row that was added."""
        key, new = (one.table, one.id), one.new or {}
        if key in self._whole or (one.new is None and key in self._columns):
            return True
        if self._columns.get(key, set()) & new.keys():
            return True
        return any((one.table, column, value) in self._added for column, value in new.items())

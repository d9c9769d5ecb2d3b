"""What the journal says now, and what others have written in it since one looked last."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciplan_tui.core.journal import Entry


@dataclass(frozen=True, slots=True)
class News:
    """`newest`: the number of the newest entry, 0 for none; `at`: when that was; `outside`: the entries since then that
    this program has not written, oldest first. `undo`, `redo`: whether there is something to take back, or to bring
    back. `doubtful`: the numbers of the plans that have problems, `undecided`: of those whose newest edition leaves
    something to be decided; None: not known.
    """

    newest: int = 0
    at: str | None = None
    outside: tuple[Entry, ...] = ()
    undo: bool = True
    redo: bool = True
    doubtful: frozenset[int] | None = None
    undecided: frozenset[int] | None = None


def news(database: Path, after: int | None) -> News:
    """What there is since entry `after`; None: nothing is new, all was seen. StoreError: the database."""
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.journal.entries import entries_after, entry, last_in_force, last_undo, newest
    from sciplan_tui.store.journal.writing import WRITTEN_HERE
    from sciplan_tui.store.problem.plans_in_doubt import doubtful_plans, undecided_plans

    with opened(database) as connection:
        number = newest(connection)
        last = entry(connection, number)
        fresh = entries_after(connection, number if after is None else after)
        undo, redo = last_in_force(connection) is not None, last_undo(connection) is not None
        doubtful, undecided = doubtful_plans(connection), undecided_plans(connection)
    outside = tuple(one for one in fresh if one.id not in WRITTEN_HERE)
    return News(number, last.at if last else None, outside, undo, redo, doubtful, undecided)

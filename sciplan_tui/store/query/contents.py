"""What queries look through: the outline, the words of the tasks and who holds them, read when first asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache

from sciplan_tui.core.outline.flags import Flags, of_places
from sciplan_tui.core.outline.tree import Outline
from sciplan_tui.store.conditions import gaps, portions
from sciplan_tui.store.query.duties import Duties
from sciplan_tui.store.query.outline import FLAGS, read_outline


class Contents:
    """One state of a database; sets of tasks are flags by their place in the outline. `moved`: as in Duties."""

    def __init__(self, connection: sqlite3.Connection, *, moved: bool) -> None:
        self.connection = connection
        self._moved = moved

    @cached_property
    def outline(self) -> Outline:
        """Which task stands where."""
        return read_outline(self.connection)

    @cached_property
    def texts(self) -> Sequence[str]:
        """The folded words of each task. To look through them in memory takes a fifth of what SQLite takes."""
        return self._column("search")

    @cached_property
    def saying(self) -> Callable[[str], Flags]:
        """The tasks whose words have a folded word in them. What was asked last is kept: a query that is being written
        changes in its last term alone."""
        return lru_cache(maxsize=4)(lambda word: bytes([word in text for text in self.texts]))

    @cached_property
    def paths(self) -> Sequence[str]:
        """The path of each task."""
        return self._column("path")

    def bracketed(self, tasks: Flags) -> Flags:
        """Those of the tasks whose printed number stands in brackets; the others are not read for it."""
        ids = [self.outline.ids[place] for place in self.outline.places_of(tasks)]
        sql = "SELECT id FROM task WHERE id IN ({}) AND substr(number, 1, 1) IN ('(', '（')"
        found = (self.connection.execute(sql.format(gaps(some)), some) for some in portions(ids))
        return self.those(task for rows in found for (task,) in rows)

    def _column(self, name: str) -> Sequence[str]:
        found = self.connection.execute(f"SELECT {name} FROM task ORDER BY plan_id, position")
        return [said for (said,) in found]

    @cached_property
    def duties(self) -> Duties:
        """Who holds which tasks."""
        return Duties(self.connection, self.outline, moved=self._moved)

    def tasks(self, sql: str, values: Sequence[str | int] = ()) -> Flags:
        """The tasks whose ids a statement gives."""
        return self.those(task for (task,) in self.connection.execute(sql, values))

    def those(self, tasks: Iterable[int]) -> Flags:
        """These tasks."""
        places = self.outline.places
        return of_places((places[task] for task in tasks if task in places), len(self.outline))

    def of_kinds(self, kinds: Sequence[str]) -> Flags:
        """The tasks of these kinds."""
        sql = f"SELECT group_concat(kind IN ({gaps(kinds)}), '') FROM task INDEXED BY ix_task_plan GROUP BY plan_id"
        return "".join(flags for (flags,) in self.connection.execute(sql, kinds)).encode().translate(FLAGS)

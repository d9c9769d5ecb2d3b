"""What the editions before said of the stored tasks: the last one, or for a task that it does not say the one that did.

`task.said_path` is where the last edition says a task. One like `2.1.3'2`: the last edition does not say it (or it is
not certain that it does); edition 2 was the last that did, there. One like `2.1.3'` is the path itself: an edition that
was exported says a task at the path it had yielded. None: no edition did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sciplan_tui.core.diff.difference import StoredRow, altered
from sciplan_tui.core.edition.matching import NOWHERE
from sciplan_tui.core.folding import fold
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan, Target, Task

STALE = "'"


@dataclass(frozen=True, slots=True)
class LastSaid:
    """What was said last of each stored task, by its number.

    `current`: those that the last edition itself says; `at`: the stored task at each path it says. `targets`: figures
    with the number of their task. `unstored`: the titles it says of which no task is stored: a person did without.
    `above`: of a task that only an earlier edition says, the title of the one above it there.
    """

    tasks: Mapping[int, Task]
    current: frozenset[int]
    at: Mapping[str, int]
    targets: tuple[tuple[int | None, Target], ...]
    unstored: Counter[str]
    above: Mapping[int, str | None]

    def parent_of(self, task: Task) -> int | None:
        """The number of the task above, for a task of the last edition."""
        return self.at.get(task.parent, NOWHERE) if task.parent is not None else None

    def hung_there(self, row: StoredRow, parent: StoredRow | None) -> bool:
        """Whether a task that only an earlier edition says hangs below the task that it hung below there."""
        if row["id"] not in self.above:
            return True
        title, said = self.above[row["id"]], self.tasks.get(parent["id"]) if parent else None
        return title == (said.title if said else parent["title"] if parent else None)

    def did_without(self, title: str) -> bool:
        """Whether the last edition says such a task already, and it is not stored."""
        return self.unstored[fold(title)] > 0


def last_said(rows: Iterable[StoredRow], base: ParsedPlan | None, earlier: Mapping[int, ParsedPlan]) -> LastSaid:
    """`base` is the last edition, `earlier` the ones before by their numbers, as far as they are needed."""
    stored = tuple(rows)
    at = {row["said_path"]: row["id"] for row in stored if row["said_path"] is not None}
    tasks = {at[task.path]: task for task in (base.tasks if base else ()) if task.path in at}
    current = frozenset(tasks)
    targets = [(at.get(target.path), target) for target in (base.targets if base else ())]
    above: dict[int, str | None] = {}
    said = {number: {task.path: task for task in plan.tasks} for number, plan in earlier.items()}
    for row in stored:
        path, edition = _apart(row["said_path"])
        if edition in said and (task := said[edition].get(path)) is not None:
            tasks[row["id"]] = task
            above[row["id"]] = said[edition][task.parent].title if task.parent is not None else None
            targets += [(row["id"], target) for target in earlier[edition].targets if target.path == path]
    unstored = Counter(fold(task.title) for task in (base.tasks if base else ()) if task.path not in at)
    return LastSaid(tasks, current, at, tuple(targets), unstored, above)


def earlier_editions(said_paths: Iterable[str | None]) -> frozenset[int]:
    """The numbers of the editions that were the last to say a task."""
    return frozenset(edition for said in said_paths if (edition := last_to_say(said)))


def last_to_say(said_path: str | None) -> int:
    """The number of the edition that was the last to say a task; 0: none was, or the newest one says it."""
    return _apart(said_path)[1]


def no_longer_said(row: StoredRow, edition: int) -> Change | None:
    """Note that the edition after `edition` does not say a task (not certainly)."""
    if row["said_path"] is None or last_to_say(row["said_path"]):
        return None
    return altered("task", row, {"said_path": f"{row['said_path']}{STALE}{edition}"})


def _apart(said: str | None) -> tuple[str, int]:
    """The path, and the edition that was the last to say it; 0: none, or the last one itself."""
    path, _, number = (said or "").rpartition(STALE)
    return (path, int(number)) if number.isdecimal() and path else (said or "", 0)

"""Which stored task is which task of an edition, and what the last edition said of it.

A task is matched by what its last edition said of it, not by what a person has made of it: so a corrected title or
level never loses its task. `task.said_path` is where the last edition says a task. A `'` behind it: an earlier edition
said it there, the last does not (or it is not certain that it does). None: no edition did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sciplan_tui.core.diff.difference import Identity, StoredRow
from sciplan_tui.core.diff.gathering import UNTOLD, Gathering
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.folding import fold
from sciplan_tui.core.matching import NOWHERE, Match, StoredTask, match_tasks
from sciplan_tui.core.plan import ParsedPlan, Task

STALE = "'"
PARTS = " / "
"""Between the titles of what a task was split into."""
FOLLOWS, STAYS = -2, UNTOLD
"""A task's place is the edition's; or as it was. Any other number: the edition's if that difference is accepted."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The tasks of an edition and the stored ones.

    `ids`: the number of each task of the edition, by path; `matches`: the stored ones among them. `last`: what the last
    edition said of a stored task; `said_at`: the stored task at each path it said; `unstored`: the titles it said of
    which no task is stored, since a person did without.
    `hangs`: by a task's number the difference on which everything about it hangs; `places`: how its place is decided.
    """

    ids: Mapping[str, int]
    matches: Mapping[str, Match]
    last: Mapping[int, Task]
    said_at: Mapping[str, int]
    unstored: Counter[str]
    hangs: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def parent_of(self, task: Task) -> int | None:
        """The number of the task above."""
        return self.ids[task.parent] if task.parent is not None else None

    def parent_last(self, task: Task) -> int | None:
        """The number of the task above, for a task of the last edition."""
        return self.said_at.get(task.parent, NOWHERE) if task.parent is not None else None

    def did_without(self, title: str) -> bool:
        """Whether the last edition said such a task already, and it is not stored."""
        return self.unstored[fold(title)] > 0


def outline_of(stored: StoredPlan, base: ParsedPlan | None, plan: ParsedPlan, gathering: Gathering) -> Outline:
    """Say which task is which; those that are new get a number. An edition that is looked at again matches no more than
    it did: what it says, and what waits.
    """
    last_tasks = base.tasks if base else ()
    said_at = {row["said_path"]: row["id"] for row in stored.tasks if row["said_path"] is not None}
    last = {said_at[task.path]: task for task in last_tasks if task.path in said_at}
    told = [row for row in stored.tasks if not gathering.again or row["id"] in last]
    known = [_stored_task(row, last, said_at) for row in told]
    matches = match_tasks(known, plan.tasks, list(apart(stored.rejected)), _waiting(stored)) if stored.tasks else {}
    return Outline(
        {
            task.path: matches[task.path].id if task.path in matches else gathering.next_id("task")
            for task in plan.tasks
        },
        matches,
        last,
        said_at,
        Counter(fold(task.title) for task in last_tasks if task.path not in said_at),
    )


def _stored_task(row: StoredRow, last: Mapping[int, Task], said_at: Mapping[str, int]) -> StoredTask:
    said = last.get(row["id"])
    if said is None:
        return StoredTask(row["id"], row["parent_id"], row["path"].rstrip(STALE), row["title"], row["text"])
    parent = said_at.get(said.parent, NOWHERE) if said.parent is not None else None
    return StoredTask(row["id"], parent, said.path, said.title, said.text, row["title"])


def about_match(number: int, title: str) -> str:
    """What a difference is about that asks whether a stored task is the one with this title."""
    return f"task {number} {fold(title)}"


def _waiting(stored: StoredPlan) -> dict[str, Match]:
    """The matches that wait for a person, by the title of the new task; not those of tasks that are gone since."""
    there = {row["id"] for row in stored.tasks}
    found = {}
    for one in stored.undecided.values():
        words = one.about.split(" ")
        if one.reason == "alike" and one.new and len(words) == 3 and int(words[1]) in there:
            parts = one.new.split(PARTS)[1:] if one.kind == "split" else []
            found[words[2]] = Match(int(words[1]), "split" if parts else "alike", one.ratio or 0.0, tuple(parts))
    return found


def apart(rejected: Collection[Identity]) -> Iterable[tuple[int, str]]:
    """The stored tasks and titles of which a person has said that they are not the same."""
    for kind, about, _ in rejected:
        words = about.split(" ")
        if kind in ("title_changed", "split") and len(words) == 3:
            yield int(words[1]), words[2]

"""Which stored task is which task of an edition.

A task is matched by what its last edition said of it, not by what a person has made of it: so a corrected title or
level never loses its task.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sciplan_tui.core.diff.difference import Identity, StoredRow
from sciplan_tui.core.diff.gathering import UNTOLD, Gathering
from sciplan_tui.core.diff.last_said import LastSaid, last_said
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.edition.match import Match, StoredTask
from sciplan_tui.core.edition.matching import match_tasks
from sciplan_tui.core.folding import fold
from sciplan_tui.core.outline.place import YIELDED
from sciplan_tui.core.plan import ParsedPlan, Task

PARTS = " / "
"""Between the titles of what a task was split into."""
FOLLOWS, STAYS = -2, UNTOLD
"""A task's place is the edition's; or as it was. Any other number: the edition's if that difference is accepted."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The tasks of an edition and the stored ones.

    `ids`: the number of each task of the edition, by path; `matches`: the stored ones among them. `last`: what was said
    of the stored ones before. `hangs`: by a task's number the difference on which everything about it hangs; `places`:
    how its place is decided.
    """

    ids: Mapping[str, int]
    matches: Mapping[str, Match]
    last: LastSaid
    hangs: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def parent_of(self, task: Task) -> int | None:
        """The number of the task above."""
        return self.ids[task.parent] if task.parent is not None else None


def outline_of(stored: StoredPlan, base: ParsedPlan | None, plan: ParsedPlan, gathering: Gathering) -> Outline:
    """Say which task is which; those that are new get a number. An edition that is looked at again matches no more than
    it did: what it says, and what waits.
    """
    last = last_said(stored.tasks, base, stored.earlier)
    told = [row for row in stored.tasks if not gathering.again or row["id"] in last.current]
    known = [_stored_task(row, last) for row in told]
    matches = match_tasks(known, plan.tasks, list(apart(stored.rejected)), _waiting(stored)) if stored.tasks else {}
    ids = {task.path: matches[task.path].id for task in plan.tasks if task.path in matches}
    for task in plan.tasks:
        if task.path not in ids:
            ids[task.path] = gathering.next_id("task")
    return Outline(ids, matches, last)


def _stored_task(row: StoredRow, last: LastSaid) -> StoredTask:
    said = last.tasks.get(row["id"])
    if said is None:
        return StoredTask(row["id"], row["parent_id"], row["path"].rstrip(YIELDED), row["title"], row["text"])
    parent = last.parent_of(said) if row["id"] in last.current else row["parent_id"]
    return StoredTask(row["id"], parent, said.path, said.title, said.text, row["title"])


def about_match(number: int, title: str) -> str:
    """What a difference is about that asks whether a stored task is the one with this title."""
    return f"task {number} {fold(title)}"


def _waiting(stored: StoredPlan) -> dict[str, list[Match]]:
    """The matches that wait for a person, by the title of the new task; not those of tasks that are gone since."""
    there = {row["id"] for row in stored.tasks}
    found: dict[str, list[Match]] = defaultdict(list)
    for one in stored.undecided.values():
        words = one.about.split(" ")
        if one.reason == "alike" and one.new and len(words) == 3 and int(words[1]) in there:
            parts = one.new.split(PARTS)[1:] if one.kind == "split" else []
            match = Match(int(words[1]), "split" if parts else "alike", one.ratio or 0.0, tuple(parts))
            found[words[2]].append(match)
    return found


def apart(rejected: Collection[Identity]) -> Iterable[tuple[int, str]]:
    """The stored tasks and titles of which a person has said that they are not the same."""
    for kind, about, _ in rejected:
        words = about.split(" ")
        if kind in ("title_changed", "split") and len(words) == 3:
            yield int(words[1]), words[2]

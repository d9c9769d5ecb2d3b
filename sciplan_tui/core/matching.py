"""Which stored task is which task of a new edition, and how certain that is.

In turn: the same path and title; the same title under the same parent; the same wording under the same parent; a long
title that both have once; and last the most alike under the same parent, which a person has to confirm.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sciplan_tui.core.folding import fold
from sciplan_tui.core.plan import Task

ALIKE = 0.6
"""From this ratio of difflib on, two titles under one parent may be the same task."""
LONG_TITLE = 6
LONG_TEXT = 12


@dataclass(frozen=True, slots=True)
class StoredTask:
    """A task as it is stored, as far as it tells which one it is."""

    id: int
    parent_id: int | None
    path: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """The stored task that an edition's task is. `how`: `path`, `title`, `text`, `moved` or `alike` (not certain)."""

    id: int
    how: str
    ratio: float = 1.0

    @property
    def certain(self) -> bool:
        """Whether no person needs to confirm it."""
        return self.how != "alike"


def match_tasks(stored: Sequence[StoredTask], tasks: Sequence[Task]) -> dict[str, Match]:
    """The match of each task that has one, by its path; a stored task is matched once at most."""
    matching = _Matching(stored)
    matching.pair(tasks, "path", lambda task: (task.path, fold(task.title)), lambda old: (old.path, fold(old.title)))
    matching.pair_in_parent(tasks, "title", lambda task: fold(task.title), lambda old: fold(old.title))
    matching.pair_in_parent(tasks, "text", lambda task: _long(task.text), lambda old: _long(old.text))
    matching.pair_once(
        tasks, "moved", lambda task: _long(task.title, LONG_TITLE), lambda old: _long(old.title, LONG_TITLE)
    )
    matching.pair_in_parent(tasks, "title", lambda task: fold(task.title), lambda old: fold(old.title))
    matching.pair_alike(tasks)
    return matching.found


def _long(text: str, least: int = LONG_TEXT) -> str | None:
    """The text folded, or None where it is too short to tell anything."""
    folded = fold(text)
    return folded if len(folded) >= least else None


class _Matching:
    """The matches found so far, and the stored tasks that are still free."""

    def __init__(self, stored: Sequence[StoredTask]) -> None:
        self.free = {old.id: old for old in stored}
        self.found: dict[str, Match] = {}

    def take(self, task: Task, old: StoredTask, how: str, ratio: float = 1.0) -> None:
        """Settle one match."""
        del self.free[old.id]
        self.found[task.path] = Match(old.id, how, ratio)

    def pair(
        self,
        tasks: Iterable[Task],
        how: str,
        of_task: Callable[[Task], object],
        of_old: Callable[[StoredTask], object],
    ) -> None:
        """Pair those with the same key, in order; a key of None pairs nothing."""
        waiting: dict[object, list[StoredTask]] = defaultdict(list)
        for old in self.free.values():
            waiting[of_old(old)].append(old)
        for task in tasks:
            key = of_task(task)
            if task.path not in self.found and key is not None and waiting.get(key):
                self.take(task, waiting[key].pop(0), how)

    def pair_in_parent(
        self,
        tasks: Iterable[Task],
        how: str,
        of_task: Callable[[Task], str | None],
        of_old: Callable[[StoredTask], str | None],
    ) -> None:
        """Pair those with the same key under the same parent. Parents stand before their children."""
        waiting: dict[tuple[int | None, str], list[StoredTask]] = defaultdict(list)
        for old in self.free.values():
            if (key := of_old(old)) is not None:
                waiting[old.parent_id, key].append(old)
        for task in tasks:
            key = of_task(task)
            if task.path in self.found or key is None or not self._parent_known(task):
                continue
            if siblings := waiting.get((self._parent(task), key)):
                self.take(task, siblings.pop(0), how)

    def pair_once(
        self,
        tasks: Sequence[Task],
        how: str,
        of_task: Callable[[Task], str | None],
        of_old: Callable[[StoredTask], str | None],
    ) -> None:
        """Pair those whose key stands once on either side, wherever it stands."""
        mine = Counter(of_task(task) for task in tasks if task.path not in self.found)
        theirs = Counter(map(of_old, self.free.values()))
        by_key = {of_old(old): old for old in self.free.values()}
        for task in tasks:
            key = of_task(task)
            if task.path not in self.found and key is not None and mine[key] == theirs[key] == 1:
                self.take(task, by_key[key], how)

    def pair_alike(self, tasks: Iterable[Task]) -> None:
        """Pair each that is left with the most alike of its parent's stored children."""
        by_parent: Mapping[int | None, list[StoredTask]] = _grouped(self.free.values())
        for task in tasks:
            if task.path in self.found or not self._parent_known(task):
                continue
            siblings = [old for old in by_parent.get(self._parent(task), ()) if old.id in self.free]
            ratio, old = max(
                ((_ratio(task, old), old) for old in siblings), key=lambda pair: pair[0], default=(0.0, None)
            )
            if old is not None and ratio >= ALIKE:
                self.take(task, old, "alike", ratio)

    def _parent(self, task: Task) -> int | None:
        return self.found[task.parent].id if task.parent is not None else None

    def _parent_known(self, task: Task) -> bool:
        return task.parent is None or task.parent in self.found


def _grouped(stored: Iterable[StoredTask]) -> dict[int | None, list[StoredTask]]:
    groups: dict[int | None, list[StoredTask]] = defaultdict(list)
    for old in stored:
        groups[old.parent_id].append(old)
    return groups


def _ratio(task: Task, old: StoredTask) -> float:
    """How alike two titles are, from 0 to 1; the quick upper bound is asked first."""
    matcher = SequenceMatcher(None, fold(task.title), fold(old.title), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0

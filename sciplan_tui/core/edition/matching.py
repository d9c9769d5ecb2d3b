"""Which stored task is which task of a new edition, and how certain that is.

In turn: the same path and title; the same title under the same parent; the same wording under the same parent; a long
title that both have once; and last, for a person to confirm, what one task became of several or several of one, and
the most alike under the same parent.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from sciplan_tui.core.edition.match import Match, StoredTask
from sciplan_tui.core.folding import fold
from sciplan_tui.core.plan import Task

if TYPE_CHECKING:
    from sciplan_tui.core.edition.likeness import Group

LONG_TITLE = 6
LONG_TEXT = 12
NONE: Mapping[str, Sequence[Match]] = MappingProxyType({})
NOWHERE = -1
"""The parent of a stored task whose parent is not stored."""


def match_tasks(
    stored: Sequence[StoredTask],
    tasks: Sequence[Task],
    apart: Collection[tuple[int, str]] = (),
    waiting: Mapping[str, Sequence[Match]] = NONE,
) -> dict[str, Match]:
    """The match of each task that has one, by its path; a stored task is matched once at most.

    `apart`: stored tasks and (folded) titles that a person has said are not the same. `waiting`: by a title (folded)
    the matches that wait for a person.
    """
    matching = _Matching(stored)
    matching.pair(tasks, "path", lambda task: (task.path, fold(task.title)), lambda old: (old.path, fold(old.title)))
    matching.pair(
        tasks, "path", lambda task: (task.path, fold(task.title)), lambda old: (old.path, fold(old.called or old.title))
    )
    matching.pair_in_parent(tasks, "title", lambda task: fold(task.title), lambda old: fold(old.title))
    matching.pair_in_parent(tasks, "text", lambda task: _long(task.text), lambda old: _long(old.text))
    matching.pair_once(
        tasks, "moved", lambda task: _long(task.title, LONG_TITLE), lambda old: _long(old.title, LONG_TITLE)
    )
    matching.pair_in_parent(tasks, "title", lambda task: fold(task.title), lambda old: fold(old.title))
    matching.pair_waiting(tasks, waiting)
    if matching.free:
        matching.pair_alike(tasks, frozenset(apart))
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

    def take(self, path: str, match: Match) -> None:
        """Settle one match."""
        self.free.pop(match.id, None)
        self.found[path] = match

    def pair(
        self,
        tasks: Iterable[Task],
        how: str,
        of_task: Callable[[Task], object],
        of_old: Callable[[StoredTask], object],
    ) -> None:
        """Pair those with the same key, in order."""
        waiting: dict[object, list[StoredTask]] = defaultdict(list)
        for old in reversed(self.free.values()):
            waiting[of_old(old)].append(old)
        for task in tasks:
            if task.path not in self.found and (same := waiting.get(of_task(task))):
                self.take(task.path, Match(same.pop().id, how))

    def pair_in_parent(
        self,
        tasks: Iterable[Task],
        how: str,
        of_task: Callable[[Task], str | None],
        of_old: Callable[[StoredTask], str | None],
    ) -> None:
        """Pair those with the same key under the same parent; a key of None pairs nothing. Parents stand first."""
        waiting: dict[tuple[int | None, str], list[StoredTask]] = defaultdict(list)
        for old in reversed(self.free.values()):
            if (key := of_old(old)) is not None:
                waiting[old.parent_id, key].append(old)
        for task in tasks:
            if task.path in self.found or not self._parent_known(task) or (key := of_task(task)) is None:
                continue
            if same := waiting.get((self._parent(task), key)):
                self.take(task.path, Match(same.pop().id, how))

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
            if task.path in self.found or (key := of_task(task)) is None:
                continue
            if mine[key] == theirs[key] == 1:
                self.take(task.path, Match(by_key[key].id, how))

    def pair_waiting(self, tasks: Iterable[Task], waiting: Mapping[str, Sequence[Match]]) -> None:
        """Pair those that have been found to be alike before, and wait to be confirmed."""
        taken = {match.id for match in self.found.values()}
        for task in tasks if waiting else ():
            match = next((one for one in waiting.get(fold(task.title), ()) if one.id not in taken), None)
            if match is not None and task.path not in self.found:
                taken.add(match.id)
                self.take(task.path, match)

    def pair_alike(self, tasks: Sequence[Task], apart: frozenset[tuple[int, str]]) -> None:
        """Pair those that are left under one parent by how alike they are; what is paired makes its children known."""
        from sciplan_tui.core.edition.likeness import pairs

        by_parent: dict[int | None, list[StoredTask]] = defaultdict(list)
        for old in self.free.values():
            by_parent[old.parent_id].append(old)
        for group in self._groups(tasks, by_parent):
            for path, match in pairs(group, apart):
                self.take(path, match)

    def _groups(self, tasks: Sequence[Task], by_parent: dict[int | None, list[StoredTask]]) -> Iterable[Group]:
        """The unmatched tasks under each parent that is known by then, with the stored ones that are free there."""
        children: dict[str | None, list[Task]] = defaultdict(list)
        for task in tasks:
            children[task.parent].append(task)
        for parent in (None, *(task.path for task in tasks)):
            if parent is not None and parent not in self.found:
                continue
            old = by_parent.get(self.found[parent].id if parent is not None else None, [])
            new = children.get(parent, [])
            if any(one.id in self.free for one in old) and any(task.path not in self.found for task in new):
                yield self._group(old, new)

    def _group(self, old: Sequence[StoredTask], new: Sequence[Task]) -> Group:
        from sciplan_tui.core.edition.likeness import Group

        return Group([one for one in old if one.id in self.free], [task for task in new if task.path not in self.found])

    def _parent(self, task: Task) -> int | None:
        return self.found[task.parent].id if task.parent is not None else None

    def _parent_known(self, task: Task) -> bool:
        return task.parent is None or task.parent in self.found

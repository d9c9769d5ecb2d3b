"""Tasks under one parent that are no longer the same word for word: split in several, joined from several, or alike.

Two measures. What is told by pairs of neighbouring characters (bigrams) says how much of one text another holds, in
whatever order; difflib's ratio says how alike two titles are. Only the few most promising are measured by the latter,
so a parent of thousands of children does not take the square of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeVar

from sciplan_tui.core.edition.match import Match, StoredTask
from sciplan_tui.core.folding import fold
from sciplan_tui.core.plan import Task

ALIKE = 0.6
"""From this ratio of difflib on, two titles under one parent may be the same task."""
HELD = 0.7
"""From this share on, one text is held by another."""
HELD_LESS = 0.5
"""From this share on, where the units tell that it is."""
CANDIDATES = 4
"""So many of the most promising are measured by difflib for each task."""
LEAST = 6
"""A text of fewer bigrams is too short to be told to be split or joined."""
COMMON = 40
"""A bigram that more tasks than this have tells nothing, unless all of a title's do."""

Apart = Collection[tuple[int, str]]
Bigrams = Counter[str]
Whole = TypeVar("Whole")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Group:
    """The stored tasks and the new ones under one parent that nothing certain has paired."""

    old: Sequence[StoredTask]
    new: Sequence[Task]


def pairs(group: Group, apart: Apart) -> Iterator[tuple[str, Match]]:
    """The matches of a group, each stored task and each new path once: the same titles,
    splits, joins, then the most alike."""
    old = {one.id: one for one in group.old}
    new = {task.path: task for task in group.new}
    for found in (_same, _split, _joined, _alike):
        for path, match in found(tuple(old.values()), tuple(new.values())):
            if match.id in old and path in new and (match.id, fold(new[path].title)) not in apart:
                yield path, match
                del old[match.id], new[path]
                for other in match.others:
                    old.pop(other, None)


def _same(old: Sequence[StoredTask], new: Sequence[Task]) -> Iterator[tuple[str, Match]]:
    """Those with one title, below a task that is only alike itself."""
    left: dict[str, list[StoredTask]] = defaultdict(list)
    for one in reversed(old):
        left[fold(one.title)].append(one)
    for task in new:
        if same := left.get(fold(task.title)):
            yield task.path, Match(same.pop().id, "title")


def _split(old: Sequence[StoredTask], new: Sequence[Task]) -> Iterator[tuple[str, Match]]:
    """A stored task that several new ones hold together: it becomes the one that holds the most of it."""
    for one, parts, ratio in _wholes(old, new, _of_old, _of_new):
        first = max(parts, key=lambda task: _size(_of_new(task)))
        others = tuple(task.title for task in parts if task is not first)
        yield first.path, Match(one.id, "split", ratio, parts=others)


def _joined(old: Sequence[StoredTask], new: Sequence[Task]) -> Iterator[tuple[str, Match]]:
    """A new task that holds several stored ones together: the one it holds the most of becomes it."""
    for task, parts, ratio in _wholes(new, old, _of_new, _of_old):
        first = max(parts, key=lambda one: _size(_of_old(one)))
        others = tuple(one.id for one in parts if one is not first)
        yield task.path, Match(first.id, "joined", ratio, others=others)


def _wholes(
    wholes: Sequence[Whole],
    parts: Sequence[Part],
    of_whole: Callable[[Whole], Bigrams],
    of_part: Callable[[Part], Bigrams],
) -> Iterator[tuple[Whole, list[Part], float]]:
    """Each whole with the parts (two or more) that it holds and that together hold it, and how much of it they hold."""
    pieces = [(part, of_part(part)) for part in parts]
    index = _index(words for _, words in pieces)
    for whole in wholes:
        words = of_whole(whole)
        near = _most_common(words, index, CANDIDATES)
        held = [pieces[at] for at in sorted(near) if _share(pieces[at][1], words) >= HELD]
        together = _share(words, sum((one for _, one in held), Counter()))
        if len(held) > 1 and together >= HELD and _size(words) >= LEAST:
            yield whole, [part for part, _ in held], together


def _alike(old: Sequence[StoredTask], new: Sequence[Task]) -> Iterator[tuple[str, Match]]:
    """Each new task with the most alike of the stored ones; the most alike pairs first."""
    index = _index(_bigrams(one.title) for one in old)
    found = []
    for place, task in enumerate(new):
        for at in _most_common(_bigrams(task.title), index, CANDIDATES):
            ratio = _ratio(task.title, old[at].title)
            if ratio >= ALIKE:
                found.append((-ratio, place, at))
    for ratio, place, at in sorted(found):
        yield new[place].path, Match(old[at].id, "alike", -ratio)


def _of_old(one: StoredTask) -> Bigrams:
    return _bigrams(one.title) + _bigrams(one.text)


def _of_new(task: Task) -> Bigrams:
    return _bigrams(task.title) + _bigrams(task.text)


def _bigrams(text: str) -> Bigrams:
    folded = fold(text)
    return Counter(map("".join, pairwise(folded)))


def _size(words: Bigrams) -> int:
    return sum(words.values())


def _share(part: Bigrams, whole: Bigrams) -> float:
    """How much of `part` is in `whole`, from 0 to 1."""
    return _size(part & whole) / _size(part) if part else 0.0


def _index(texts: Iterable[Bigrams]) -> dict[str, list[int]]:
    """The places of the texts by each bigram they have."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(texts):
        for word in words:
            index[word].append(at)
    return index


def _most_common(words: Bigrams, index: dict[str, list[int]], count: int) -> list[int]:
    """The places of the texts that share the most with `words`, by the bigrams that few texts have."""
    places = sorted((index[word] for word in words if word in index), key=len)
    telling = [found for found in places if len(found) <= COMMON] or places[:1]
    shared = Counter(at for found in telling for at in found)
    return [at for at, _ in shared.most_common(count)]


def _ratio(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 1; the quick upper bound is asked first."""
    matcher = SequenceMatcher(None, fold(one), fold(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def joined_to(title: str, text: str, siblings: Sequence[tuple[Task, str]]) -> tuple[Task, float] | None:
    """The sibling whose wording now holds all of this, and what it was before (the second of each pair) did not."""
    lost = _bigrams(text)
    if _size(lost) < LEAST:
        return None
    index = _index(_of_new(task) for task, _ in siblings)
    for at in _most_common(lost, index, CANDIDATES):
        task, before = siblings[at]
        share = _share(lost, _of_new(task))
        if share >= HELD and _share(lost, _bigrams(before)) < share / 2:
            return task, round(share, 2)
    return None


def taken_apart(before: Task, task: Task, items: Sequence[Task]) -> list[Task]:
    """The items below a task that together hold what it said `before` and says no longer itself. Who holds it is no
    wording: the statement goes where it may; but where all its units went down to the items, less of it will do.
    """
    share = HELD_LESS if _handed_down(before, task, items) else HELD
    quotes = {held.quote for one in (before, task, *items) for held in one.assignments if held.quote}
    said = {one: _wording(one, quotes) for one in (before, task, *items)}
    whole = _bigrams(before.title) | said[before]
    parts = {item: _bigrams(item.title) | said[item] for item in items}
    held = [item for item, part in parts.items() if _share(part, whole) >= share]
    lost = (said[before] or whole) - said[task]
    together = _share(lost, sum((parts[item] for item in held), Counter()))
    return held if _size(lost) >= LEAST and together >= share else []


def _handed_down(before: Task, task: Task, items: Sequence[Task]) -> bool:
    """Whether the task names no unit any more, each item does, and these are all that it named."""
    units = [{held.unit for held in one.assignments} for one in items]
    named = {held.unit for held in before.assignments}
    return bool(named) and not task.assignments and all(units) and named <= set().union(*units)


def _wording(task: Task, quotes: Iterable[str]) -> Bigrams:
    """What a task says, without these statements."""
    text = fold(task.text)
    for quote in quotes:
        text = text.replace(fold(quote), "")
    return _bigrams(text)

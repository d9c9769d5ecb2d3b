"""Gathering what an edition changes, and then carrying out what is accepted of it.

Each difference is told with all the changes that accepting it makes, decided or not, so that the list never depends on
the decision. What says nothing about the plan (lines, places in a list) follows without being told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sciplan_tui.core.diff.choosing import Choice
from sciplan_tui.core.diff.difference import KINDS, Difference, Identity
from sciplan_tui.core.journal import Change

_DUTIES = ("unit_added", "unit_removed", "role_changed")
"""How a unit's duty is told depends on what is stored of it: what waits may be told as another of these."""
UNTOLD = -1
"""Stands for a difference that is not told: a person has decided it. What hangs on it is not told either."""


@dataclass(slots=True)
class _Told:
    difference: Difference
    changes: list[Change]
    hangs: int | None


@dataclass(slots=True)
class Gathering:
    """What is told so far, and what follows. A difference is named by the number that `tell` gives it.

    `next_id` gives the next free number of a table. `undecided` and `rejected` are those of the stored plan. `again`:
    the last edition is looked at once more, so that only what is undecided is told. `edition`: its number.
    """

    next_id: Callable[[str], int]
    undecided: Mapping[Identity, Difference] = field(default_factory=dict)
    rejected: Collection[Identity] = ()
    again: bool = False
    edition: int = 0
    told: list[_Told] = field(default_factory=list)
    following: list[Change] = field(default_factory=list)
    conditional: list[tuple[set[int], Change]] = field(default_factory=list)

    def tell(
        self,
        difference: Difference,
        changes: Iterable[Change | None] = (),
        *,
        now: str | None = None,
        standing: bool = False,
        hangs: int | None = None,
    ) -> int:
        """Note a difference and what carries it out; give its number.

        `now`: what is stored, in the words of `old`, `-` for nothing; None: that tells nothing of a person's edit.

        `standing`: the document says what it said before, so that only a person (or a refusal) differs: it is told only
        if it still waits to be decided. `hangs`: the number of the difference that it needs.
        """
        if hangs == UNTOLD:
            return UNTOLD
        if standing or self.again:
            waiting = self._waiting(difference)
            if waiting is None:
                return UNTOLD
            difference = _still_waiting(difference, waiting, now)
        elif hangs is not None and difference.reason is None:
            difference = replace(difference, reason=self.told[hangs].difference.reason)
        self.told.append(_Told(difference, [change for change in changes if change is not None], hangs))
        return len(self.told) - 1

    def _waiting(self, difference: Difference) -> Difference | None:
        kind, *what = difference.identity
        kinds = dict.fromkeys([kind, *(_DUTIES if kind in _DUTIES else ())])
        found = (self.undecided.get((one, *what)) for one in kinds)
        return next((one for one in found if one is not None), None)

    def follow(self, *changes: Change | None, hangs: int | None = None, besides: int | None = None) -> None:
        """Make changes without telling; only with what they hang on (and what they hang on `besides`)."""
        made = [change for change in changes if change is not None]
        if UNTOLD in (hangs, besides):
            return
        if hangs is None:
            self.following.extend(made)
        elif besides is None:
            self.told[hangs].changes.extend(made)
        else:
            self.conditional.extend(({hangs, besides}, change) for change in made)

    def added(self, table: str, row: Mapping[str, Any]) -> Change:
        """A new row, with a number of its own."""
        return Change(table, self.next_id(table), None, row)

    def numbered(self) -> Iterator[tuple[int | None, Change]]:
        """All changes so far, each with the number of the difference that is told of it; None: it only follows."""
        yield from ((None, change) for change in self.following)
        yield from ((number, change) for number, one in enumerate(self.told) for change in one.changes)

    def in_order(self) -> tuple[tuple[Difference, ...], tuple[int, ...]]:
        """The differences in the order they are told, and the number of each.

        Those that a person has rejected are left out, unless something that is new needs them.
        """
        shown = self._shown()
        numbers = sorted(shown, key=lambda number: KINDS.index(self.told[number].difference.kind))
        places = {number: at for at, number in enumerate(numbers)}
        return tuple(self._finished(number, places) for number in numbers), tuple(numbers)

    def rejected_again(self) -> tuple[Difference, ...]:
        """Those that are left out."""
        shown = self._shown()
        return tuple(one.difference for number, one in enumerate(self.told) if number not in shown)

    def changes_of(self, numbers: Collection[int]) -> list[Change]:
        """What follows, and what carries out these differences."""
        chosen = set(numbers)
        accepted = (change for number, one in enumerate(self.told) if number in chosen for change in one.changes)
        return [*self.following, *accepted, *(change for needed, change in self.conditional if needed <= chosen)]

    def _shown(self) -> set[int]:
        shown: set[int] = set()
        for number in reversed(range(len(self.told))):
            one = self.told[number]
            if number in shown or one.difference.identity not in self.rejected:
                shown.add(number)
                if one.hangs is not None:
                    shown.add(one.hangs)
        return shown

    def _finished(self, number: int, places: Mapping[int, int]) -> Difference:
        one = self.told[number]
        needs = () if one.hangs is None else (places[one.hangs],)
        return replace(one.difference, needs=needs, changes=tuple(one.changes))


def _still_waiting(difference: Difference, waiting: Difference, now: str | None) -> Difference:
    """The difference as it waits: a conflict with what a person has put by now, and none once that is taken back.

    One with what was said last is about who said it, and stays.
    """
    before = waiting.old or "-"
    put = waiting.now if waiting.reason == "conflict" else difference.now if now != before else None
    told = replace(difference, old=waiting.old, now=put, reason=waiting.reason, turned=waiting.turned)
    if waiting.reason != "conflict" or now is None or waiting.now == before:
        return told
    return replace(told, reason="waiting", now=None) if now == before else replace(told, now=now)


@dataclass(frozen=True, slots=True)
class Review:
    """What comes of comparing: the differences a person reads, those accepted, and the changes that carry these out.

    `rejected`: differences that a person has rejected before, and that the edition brings again.
    """

    differences: tuple[Difference, ...]
    accepted: Choice
    changes: tuple[Change, ...]
    rejected: tuple[Difference, ...] = ()

"""One body under two names: 市灯塔委、东港管委会 where all units of a document are parted by commas but these two.

They are one where no other names stand so, and neither ever stands without the other. It is told, for it is a guess.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sciplan_tui.core.parse.draft import Holding
from sciplan_tui.core.plan import Assignment, Problem, Role

_FEWEST = 3
"""How often the two stand together, and how many times as often other units stand alone."""
_OPENED = re.compile("[（(〔【[].*")


class JoinedNames:
    """The names that are but one in a document, by the statements of its `holdings`."""

    def __init__(self, holdings: Iterable[Holding]) -> None:
        self._pair = _pair({one.quote for holding in holdings for one in holding.assignments if one.quote})
        self._name = "、".join(self._pair or ())

    def held(self, holding: Holding) -> Holding:
        """The same with the two as one unit."""
        if self._pair is None:
            return holding
        joined = tuple(_in_order(_joined(holding.assignments, self._pair)))
        whole = {one.unit.partition("、")[0]: one.unit for one in joined if one.printed == self._name}
        named = (replace(one, unit=whole.get(one.unit, one.unit)) for one in holding.proposals)
        return holding._replace(assignments=joined, proposals=tuple(named)) if whole else holding

    def told(self, holdings: Iterable[Holding]) -> Iterator[Problem]:
        """That they are taken for one, at the first of the `holdings` that has both."""
        named = (one for holding in holdings for one in holding.assignments if one.printed == self._name)
        if first := next(named, None):
            yield Problem("units_joined", first.line, (("text", self._name),))


def _pair(quotes: Iterable[str]) -> tuple[str, str] | None:
    """The two names that always stand together, as printed."""
    groups: Counter[str] = Counter()
    together: set[str] = set()
    for quote in quotes:
        found = list(_groups(quote))
        groups.update(found)
        together.update(group for group in found if "、" in group)
        if len(together) > 1:
            return None
    if not together:
        return None
    group = together.pop()
    if groups[group] < _FEWEST or groups.total() < _FEWEST * groups[group]:
        return None
    one, _, other = group.partition("、")
    return (one, other) if other and "、" not in other and not {one, other} & groups.keys() else None


def _groups(quote: str) -> Iterator[str]:
    """What commas part in a statement, without its labels and without brackets."""
    for clause in re.split("[，,；;。]", quote.strip("（()）〔〕【】[]")):
        if words := _OPENED.sub("", clause.replace(":", "：").rpartition("：")[2]):
            yield words


def _joined(held: Sequence[Assignment], pair: tuple[str, str]) -> Iterator[Assignment]:
    passed = False
    for one, following in pairwise([*held, None]):
        if one is None or passed:
            passed = False
        elif following and (one.printed, following.printed) == pair and one.role is following.role:
            passed = True
            yield replace(one, unit=f"{one.unit}、{following.printed}", printed="、".join(pair))
        else:
            yield one


def _in_order(held: Iterable[Assignment]) -> Iterator[Assignment]:
    """Each with its place in the list of its role."""
    places: Counter[Role] = Counter()
    for one in held:
        places[one.role] += 1
        yield one if one.order == places[one.role] else replace(one, order=places[one.role])

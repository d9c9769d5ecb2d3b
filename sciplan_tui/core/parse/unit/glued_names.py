"""Names that stand in a list without any mark between them: 区海洋局区港口局海州公安分局 are three units.

They are cut where a body ends and another begins: one that the document names alone elsewhere, one of a level, or a
branch that bears a place's name. Two names of one body stand so too (市委农办市农业农村局, 市文旅局市文物局): what the
document does not name alone is cut only where nothing else stands in its list, and told; the party's offices never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from sciplan_tui.core.parse.draft import Holding
from sciplan_tui.core.parse.unit.local_names import LocalNames
from sciplan_tui.core.plan import Assignment, Problem, Role
from sciplan_tui.core.unit.registry import is_collective, level_prefix

_SHORTEST = 3
"""Characters of a name: 市委市政府 is not cut."""
_ONE_OFFICE = ["纪委", "监委"]
"""Two bodies with one office are one unit: 市纪委市监委."""
_PLACES_BEHIND = re.compile("(?<!^.)[局委办厅部会院协联]各(?=[县区镇乡街市旗盟])")
"""The end of a body before a collective of places: 市总工会各县（市、区）人民政府."""


class GluedNames:
    """The glued names among the `units` of one document; `local` tells which names bear a place's."""

    def __init__(self, units: Iterable[str], local: LocalNames) -> None:
        names = set(units)
        self._glued = {name for name in names if _joint().search(name) and _may_be_glued(name)}
        self._alone = names - self._glued
        self._local = local

    def held(self, holding: Holding) -> tuple[Holding, tuple[Problem, ...]]:
        """The same with each glued name as the units that it is, and what of that is a guess."""
        if self._glued.isdisjoint(one.unit for one in holding.assignments):
            return holding, ()
        parted = {one.unit: pieces for one in holding.assignments if (pieces := self._pieces(one, holding))}
        if not parted:
            return holding, ()
        guessed = [one for one in holding.assignments if not self._alone.issuperset(parted.get(one.unit, ()))]
        problems = (Problem("units_glued", one.line, (("text", one.unit),)) for one in guessed)
        proposals = tuple(replace(one, unit=parted.get(one.unit, (one.unit,))[0]) for one in holding.proposals)
        assignments = tuple(_in_order(_pieces_of(holding.assignments, parted)))
        return holding._replace(assignments=assignments, proposals=proposals), tuple(problems)

    def _pieces(self, held: Assignment, holding: Holding) -> Sequence[str]:
        """The units that a name is; none where it is one."""
        name = held.unit
        if name not in self._glued:
            return ()
        begins = [at.end() for at in _joint().finditer(name) if self._begins_unit(name, at.end())]
        pieces = [name[start:end] for start, end in pairwise((0, *begins, len(name)))]
        if [piece[-2:] for piece in pieces] == _ONE_OFFICE:
            return ()
        if len(pieces) < 2 or self._alone.issuperset(pieces):
            return pieces[1:] and pieces
        single = sum(one.role is held.role for one in holding.assignments) == 1
        return pieces if single and self._are_of_one_level(pieces) else ()

    def _begins_unit(self, name: str, at: int) -> bool:
        """Whether a unit begins here; a branch of the body before it is none (市公安局海州交警队)."""
        if not _SHORTEST <= at <= len(name) - _SHORTEST:
            return False
        if level_prefix(name[at:]) or _PLACES_BEHIND.match(name, at - 1):
            return True
        if any(name.startswith(known, at) for known in self._alone):
            return True
        system = self._local.branch_at(name, at)
        above = "公安" if system.startswith("交") else system
        return system not in name[:at] and above not in name[:at] if system else False

    def _are_of_one_level(self, pieces: Sequence[str]) -> bool:
        """Whether all are bodies of one level, or branches."""
        own = [piece for piece in pieces if not (self._local.branch_at(piece, 0) or is_collective(piece))]
        levels = {level_prefix(piece) for piece in own}
        return len(levels) < 2 and "" not in levels and all(map(_is_body, own))


@cache
def _joint() -> re.Pattern[str]:
    """Where a unit may end that is not the last of a name."""
    return re.compile("[局委办厅部会院署协联心](?=.{3})")


def _may_be_glued(name: str) -> bool:
    """Whether a name may be several; a collective is one, but for places behind a body."""
    return not is_collective(name) or _PLACES_BEHIND.search(name) is not None


def _is_body(name: str) -> bool:
    """Neither an office of the party, nor but a part of the body before it."""
    return re.search("^[省市区县州旗盟]委|(?:分局|[队所站处科])$", name) is None


def _pieces_of(held: Sequence[Assignment], parted: Mapping[str, Sequence[str]]) -> Iterator[Assignment]:
    for one in held:
        if one.unit not in parted:
            yield one
        for piece in parted.get(one.unit, ()):
            yield replace(one, unit=piece, printed=piece)


def _in_order(held: Iterable[Assignment]) -> Iterator[Assignment]:
    """Each unit once in a role, with its place in the list of its role."""
    places: dict[Role, int] = {}
    for one in {(one.unit, one.role): one for one in held}.values():
        places[one.role] = places.get(one.role, 0) + 1
        yield one if one.order == places[one.role] else replace(one, order=places[one.role])

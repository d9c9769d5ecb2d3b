"""Units that may have been renamed: one is gone from a whole edition, and a new one like it holds the same duties.

A question for a person, never an answer: nothing here joins two units. Look-alikes that share no function (市教育局,
市应急局) or are of another sort (市科技局, 市科协) are not even asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sciplan_tui.core.plan import Origin, ParsedPlan

if TYPE_CHECKING:
    from sciplan_tui.core.diff.stored import StoredPlan

ALIKE = 0.7
"""From this share of the duties of both on, the duties are the same."""
_SORTS = {"vertical": "government", "institution": "government", "party": "government"}
"""Bodies that a reform turns into each other."""

Duties = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LikelyRename:
    """`common` of the `duties` that one of both holds are the other's too.

    `known`: the new name is a unit of the plan already, so that the old one is to be brought into it.
    """

    old: str
    new: str
    common: int
    duties: int
    known: bool = False


def likely_renames(before: ParsedPlan, now: ParsedPlan) -> tuple[LikelyRename, ...]:
    """The likely renames from one edition to the next, each unit once, the surest first."""
    old, new = _duties(before), _duties(now)
    gone, come = [name for name in old if name not in new], [name for name in new if name not in old]
    found: list[LikelyRename] = []
    for one in sorted(_pairs(gone, come, old, new), key=lambda one: one.duties - 2 * one.common):
        if not any(one.old == other.old or one.new == other.new for other in found):
            found.append(one)
    return tuple(found)


def open_renames(stored: StoredPlan, before: ParsedPlan, now: ParsedPlan) -> tuple[LikelyRename, ...]:
    """Those that nobody has answered: the old unit still holds something, and no other stands for it."""
    units = {row["name"]: row["id"] for row in stored.units}
    holding = {row["unit_id"] for row in stored.assignments if row["origin"] != Origin.PROPOSED}
    left = holding - {row["from_id"] for row in stored.successions if row["task_id"] is None}
    found = (one for one in likely_renames(before, now) if units.get(one.old) in left)
    return tuple(replace(one, known=one.new in units) for one in found)


def _duties(plan: ParsedPlan) -> dict[str, Duties]:
    """What each unit holds, by task and role; a task is known by its title, wherever it stands."""
    from sciplan_tui.core.folding import fold

    found: dict[str, set[tuple[str, str]]] = {}
    for task in plan.tasks:
        title = fold(task.title) if task.assignments else ""
        for held in task.assignments:
            found.setdefault(held.unit, set()).add((title, str(held.role)))
    return {name: frozenset(duties) for name, duties in found.items()}


def _pairs(gone: list[str], come: list[str], old: dict[str, Duties], new: dict[str, Duties]) -> Iterator[LikelyRename]:
    for one in gone:
        for other in come:
            common, both = len(old[one] & new[other]), len(old[one] | new[other])
            if common >= ALIKE * both and _alike(one, other):
                yield LikelyRename(one, other, common, both)


def _alike(one: str, other: str) -> bool:
    """Whether two bodies are of one level and sort, and share a function."""
    from sciplan_tui.core.unit.function import BETWEEN, unit_function
    from sciplan_tui.core.unit.registry import level_prefix, unit_class

    sorts = {_SORTS.get(unit_class(name), unit_class(name)) for name in (one, other)}
    functions = [set((unit_function(name) or "").split(BETWEEN)) - {""} for name in (one, other)]
    return level_prefix(one) == level_prefix(other) and len(sorts) == 1 and not functions[0].isdisjoint(functions[1])

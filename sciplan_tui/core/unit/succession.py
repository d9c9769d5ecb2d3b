"""Who holds a unit's duties on a given day: renames, mergers, splits and aliases as one kind of fact.

An assignment always keeps the unit that the plan prints. A succession says that from a day on another unit holds what
`from_id` held: all of it, or (after a split) the duties at one task. An alias is another name of the same body: it
holds on every day. Nothing is rewritten, so any day can be asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SUCCESSIONS = ("alias", "rename", "merge", "split")


@dataclass(frozen=True, slots=True)
class Succession:
    """One unit in the place of another. `on_date` None: always. `task_id` set: only for the duties at that task."""

    from_id: int
    to_id: int
    kind: str
    on_date: str | None = None
    task_id: int | None = None


@dataclass(frozen=True, slots=True)
class Heir:
    """Who holds `unit_id`'s duties; at one task only where `task_id` is set, which goes before the general heir."""

    unit_id: int
    task_id: int | None
    holder_id: int


Next = Mapping[tuple[int, int | None], int]


def heirs(successions: Iterable[Succession], day: str) -> tuple[Heir, ...]:
    """The units that others stand for on `day` (ISO), each with its last heir; a circle ends where it began.

    Where one unit has several successions that hold, the latest counts. What was split further down the line is told
    for the first unit too. A renamed body is one body: before the day it bears its old name, also where a later edition
    of the plan prints the new one.
    """
    known = tuple(successions)
    in_force = sorted((s for s in known if s.on_date is None or s.on_date <= day), key=lambda s: s.on_date or "")
    next_of: dict[tuple[int, int | None], int] = {(s.from_id, s.task_id): s.to_id for s in in_force}
    for one in known:
        if one.kind == "rename" and (one.on_date or "") > day:
            next_of.setdefault((one.to_id, None), one.from_id)
    found = []
    for unit in dict.fromkeys(unit for unit, _ in next_of):
        general = _last_heir(unit, None, next_of)
        if general != unit:
            found.append(Heir(unit, None, general))
        for task in _tasks_apart(unit, next_of):
            if (last := _last_heir(unit, task, next_of)) != general:
                found.append(Heir(unit, task, last))
    return tuple(found)


def leads_to(successions: Iterable[Succession], start: int) -> frozenset[int]:
    """All units that may ever stand for `start`, whatever the day: a new succession to one that leads back is a circle.

    `start` is among them.
    """
    onward: defaultdict[int, set[int]] = defaultdict(set)
    for one in successions:
        onward[one.from_id].add(one.to_id)
    return frozenset(_reached(start, onward))


def begins_on(successions: Iterable[Succession], unit: int, *, named: bool) -> str | None:
    """The first day on which `unit` may hold anything (ISO); None: it always may.

    A new name begins on its day, whatever a later plan prints. Any other heir that the plan names itself (`named`), or
    that is an alias, holds on every day.
    """
    coming = [one for one in successions if one.to_id == unit]
    if renamed := [one.on_date for one in coming if one.kind == "rename" and one.on_date]:
        return min(renamed)
    days = [one.on_date or "" for one in coming]
    return None if named else min(days, default="") or None


def _last_heir(unit: int, task: int | None, next_of: Next) -> int:
    seen: set[int] = set()
    while unit not in seen:
        seen.add(unit)
        following = next_of.get((unit, task), next_of.get((unit, None)))
        if following is None:
            return unit
        unit = following
    return unit


def _tasks_apart(unit: int, next_of: Next) -> Iterator[int]:
    """The tasks at which the unit, or any that may stand for it, has an heir of its own."""
    onward: defaultdict[int, set[int]] = defaultdict(set)
    for (one, _), following in next_of.items():
        onward[one].add(following)
    line = _reached(unit, onward)
    return iter(dict.fromkeys(task for one, task in next_of if task is not None and one in line))


def _reached(start: int, onward: Mapping[int, Iterable[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        fresh = set(onward.get(waiting.pop(), ())) - found
        found |= fresh
        waiting.extend(fresh)
    return found

"""Who holds a unit's duties on a given day: renames, mergers, splits and aliases as one kind of fact.

An assignment always keeps the unit that the plan prints. A succession says that from a day on another unit holds what
`from_id` held: all of it, or (after a split) the duties at one task. An alias is another name of the same body: it
holds on every day. Nothing is rewritten, so any day can be asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
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


def heirs(successions: Iterable[Succession], day: str) -> tuple[Heir, ...]:
    """The units that others stand for on `day` (ISO), each with its last heir; a circle ends where it began.

    Where one unit has several successions that hold, the latest counts.
    """
    in_force = sorted((s for s in successions if s.on_date is None or s.on_date <= day), key=lambda s: s.on_date or "")
    next_of = {(s.from_id, s.task_id): s.to_id for s in in_force}
    return tuple(Heir(unit, task, last) for unit, task in next_of if (last := _last_heir(unit, task, next_of)) != unit)


def _last_heir(unit: int, task: int | None, next_of: dict[tuple[int, int | None], int]) -> int:
    seen: set[int] = set()
    while unit not in seen:
        seen.add(unit)
        following = next_of.get((unit, task), next_of.get((unit, None)))
        if following is None:
            return unit
        unit = following
    return unit

"""Who stands for whom on one day: the heirs of units that are no more, and the collectives that a unit belongs to.

Where nothing was renamed, merged, split or joined, all of it is empty, and costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Standing:
    """Units by their numbers. `heir_of` is who holds a unit's duties; `heir_at`, by unit and task, goes before it.

    `forebears`: by holder, the other units whose printed duties it may hold. `collectives_of`: those that a unit
    belongs to, itself or through another collective. `members_of`: who stands behind a collective itself.
    """

    heir_of: Mapping[int, int] = field(default_factory=dict)
    heir_at: Mapping[tuple[int, int], int] = field(default_factory=dict)
    forebears: Mapping[int, frozenset[int]] = field(default_factory=dict)
    collectives_of: Mapping[int, frozenset[int]] = field(default_factory=dict)
    members_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def holder(self, unit: int, task: int | None = None) -> int:
        """Who holds what the plan prints for `unit`, at `task`."""
        if task is not None and (unit, task) in self.heir_at:
            return self.heir_at[unit, task]
        return self.heir_of.get(unit, unit)

    def printed_for(self, holders: Iterable[int]) -> frozenset[int]:
        """The units under whose names the duties of `holders` may be printed, these among them."""
        return frozenset(printed for holder in holders for printed in (holder, *self.forebears.get(holder, ())))

    @property
    def moved(self) -> frozenset[int]:
        """The units whose duties, all or some, are held by another."""
        return frozenset((*self.heir_of, *(unit for unit, _ in self.heir_at)))


UNMOVED = Standing()
"""As the plan prints it."""

"""What one node of the outline holds: who leads, who is responsible, and by when."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sciplan_tui.core.plan import Assignment, Proposal, Role


class Holding(NamedTuple):
    """What one node holds: printed assignments, proposals, whether its list is open (等部门), a printed deadline."""

    assignments: tuple[Assignment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    open_list: bool = False
    deadline: str | None = None

    def joined(self, other: Holding) -> Holding:
        """Both statements of one node; the same unit in the same role counts once."""
        known = {(held.unit, held.role) for held in self.assignments}
        places = dict.fromkeys(Role, 0)
        for held in self.assignments:
            places[held.role] += 1
        added = []
        for held in other.assignments:
            if (held.unit, held.role) not in known:
                places[held.role] += 1
                place = places[held.role]
                added.append(held if held.order == place else replace(held, order=place))
        return Holding(
            (*self.assignments, *added),
            self.proposals if self.assignments else other.proposals,
            self.open_list or other.open_list,
            self.deadline or other.deadline,
        )

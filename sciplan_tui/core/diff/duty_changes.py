"""The changes that make the stored duties of a task those that are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sciplan_tui.core.diff.difference import StoredRow, altered, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.rows import assignment_place
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Assignment, Origin, Role


@dataclass(frozen=True, slots=True)
class DutyChanges:
    """Makes changes of the assignments of the task `number`."""

    number: int
    units: UnitRegister
    gathering: Gathering

    def added(self, said: Assignment) -> Change:
        """A duty that is new."""
        row = {"task_id": self.number, "unit_id": self.units.id_of(said.unit), "role": str(said.role)}
        row |= {"origin": str(said.origin), **assignment_place(said), "reason": None}
        return self.gathering.added("assignment", row)

    def made(self, rows: Sequence[StoredRow], said: Sequence[Assignment]) -> Iterator[Change | None]:
        """These stored duties become those: what has its role stays, others get another, the rest comes or goes."""
        left, wanted = list(rows), list(said)
        for one in said:
            if (row := next((row for row in left if row["role"] == one.role), None)) is not None:
                left.remove(row)
                wanted.remove(one)
        for row, one in zip(left, wanted, strict=False):
            place = {"role": str(one.role), "unit_id": self.units.id_of(one.unit), **assignment_place(one)}
            yield altered("assignment", row, place)
        yield from (removed("assignment", row) for row in left[len(wanted) :])
        yield from (self.added(one) for one in wanted[len(left) :])

    def kept(self, row: StoredRow, said: Assignment) -> Change | None:
        """A duty that is printed as it is stored: its place follows, and its body's name; what is ruled stays so.

        The place of a lead among the leads does not: it says who has the say, and is told.
        """
        origin = row["origin"] if row["origin"] == Origin.RULED else str(said.origin)
        known = {name: value for name, value in _known(said).items() if name != "position" or said.role != Role.LEAD}
        return altered("assignment", row, {"origin": origin, "unit_id": self.units.id_of(said.unit), **known})

    def placed(self, row: StoredRow, said: Assignment) -> Change | None:
        """A duty in the place where it is printed."""
        return altered("assignment", row, {"position": said.order})

    def corrected(self, row: StoredRow, said: Assignment) -> Change | None:
        """A duty that a person has corrected: where it is printed follows."""
        place = {name: value for name, value in _known(said).items() if name != "position"}
        return altered("assignment", row, place)


def _known(said: Assignment) -> dict[str, object]:
    return {name: value for name, value in assignment_place(said).items() if value is not None}

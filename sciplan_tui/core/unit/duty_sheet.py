"""The duty sheet of a unit: what it holds by role, within a role by the parts of the plan, proposals last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sciplan_tui.core.detail.task import Step
from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.unit.detail import UnitDetail, UnitDuty


@dataclass(frozen=True, slots=True)
class DutyPart:
    """The duties of one role below one part of the plan, in document order. `part` None: they stand below none."""

    part: Step | None
    duties: tuple[UnitDuty, ...]


@dataclass(frozen=True, slots=True)
class DutySection:
    """The duties of one role, those held through a collective among them; `role` None: what is only proposed."""

    role: Role | None
    parts: tuple[DutyPart, ...]

    @property
    def duties(self) -> tuple[UnitDuty, ...]:
        """All of them."""
        return tuple(duty for part in self.parts for duty in part.duties)

    @property
    def inheriting(self) -> int:
        """How many tasks inherit them."""
        return len({one.task_id for duty in self.duties for one in duty.below})


def sections(unit: UnitDetail) -> tuple[DutySection, ...]:
    """The roles in their order, as far as the unit holds something."""
    settled = [duty for duty in unit.duties if duty.origin is not Origin.PROPOSED]
    found = [DutySection(role, _parts(duty for duty in settled if duty.role is role)) for role in Role]
    found.append(DutySection(None, _parts(duty for duty in unit.duties if duty.origin is Origin.PROPOSED)))
    return tuple(section for section in found if section.parts)


def marked_at(unit: UnitDetail, milestone_id: int) -> dict[int, tuple[str, MarkCell]]:
    """Path and mark of each task that the unit holds or inherits and that has a state or a light at a milestone."""
    settled = (duty for duty in unit.duties if duty.origin is not Origin.PROPOSED)
    tasks = (one for duty in settled for one in duty.tasks)
    return {one.task_id: (one.path, one.marks[milestone_id]) for one in tasks if milestone_id in one.marks}


def _parts(duties: Iterable[UnitDuty]) -> tuple[DutyPart, ...]:
    """What is held through a collective stands with the rest: both lists are in document order, and are merged."""
    in_order = sorted(duties, key=lambda duty: _place(duty.path))
    groups = groupby(in_order, key=lambda duty: duty.part)
    return tuple(DutyPart(part, tuple(some)) for part, some in groups)


def _place(path: str) -> tuple[tuple[int, str], ...]:
    """A path as it sorts: 2.2 before 2.10."""
    return tuple((int(step), "") if step.isdecimal() else (10**9, step) for step in path.split("."))

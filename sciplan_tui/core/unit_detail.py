"""Everything that is known of one unit on a day: its names over time, who stands behind it, what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.unit_record import Member, PrintedName, Succeeded


@dataclass(frozen=True, slots=True)
class UnitDuty:
    """A task that prints a unit, with the unit's role in it; `inheriting` counts the tasks below that inherit it.

    `through`: the collective that is printed, where the unit holds the duty only as a member of it.
    """

    task_id: int
    path: str
    title: str
    role: Role
    origin: Origin
    printed: str
    line: int | None
    inheriting: int
    through: str | None = None


@dataclass(frozen=True, slots=True)
class UnitDetail:
    """One unit of one plan in full on a day: its names and what it holds, in document order, what is held through a
    collective last. `function` is as its name tells where no person has said it; `names` are those of the units whose
    heir it is, and its own as printed; `steps` lead to it and away from it; `collectives` are those that it belongs to.
    """

    unit_id: int
    plan: PlanHead
    name: str
    short: str
    unit_class: str
    collective: bool
    printed: tuple[str, ...]
    duties: tuple[UnitDuty, ...]
    function: str | None = None
    contact: str | None = None
    heir: str | None = None
    names: tuple[PrintedName, ...] = ()
    steps: tuple[Succeeded, ...] = ()
    members: tuple[Member, ...] = ()
    collectives: tuple[str, ...] = ()

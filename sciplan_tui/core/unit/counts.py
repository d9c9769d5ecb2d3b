"""How often a plan names each unit, in each role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from sciplan_tui.core.plan import Role, Task, UnitCount


def count_units(tasks: Iterable[Task], is_collective: Callable[[str], bool]) -> tuple[UnitCount, ...]:
    """The units in the order in which the plan names them, their assignments counted where they are printed."""
    held = [(assignment.unit, assignment.role) for task in tasks for assignment in task.assignments]
    counts = Counter(held)
    return tuple(
        UnitCount(
            name,
            is_collective(name),
            counts[name, Role.LEAD],
            counts[name, Role.RESPONSIBLE],
            counts[name, Role.SUPPORT],
        )
        for name in dict.fromkeys(name for name, _ in held)
    )

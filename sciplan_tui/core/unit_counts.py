"""How often a plan names each unit, in each role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from sciplan_tui.core.plan import Role, Task, UnitCount


def count_units(tasks: Iterable[Task], is_collective: Callable[[str], bool]) -> tuple[UnitCount, ...]:
    """The units in the order in which the plan names them, their assignments counted where they are printed."""
    counts: dict[str, Counter[Role]] = {}
    for task in tasks:
        for assignment in task.assignments:
            counts.setdefault(assignment.unit, Counter())[assignment.role] += 1
    return tuple(
        UnitCount(name, is_collective(name), roles[Role.LEAD], roles[Role.RESPONSIBLE], roles[Role.SUPPORT])
        for name, roles in counts.items()
    )

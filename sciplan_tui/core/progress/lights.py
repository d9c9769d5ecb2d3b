"""The lights of the tasks at a milestone: late, near, or none."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from sciplan_tui.core.plan import MilestoneKind, Status
from sciplan_tui.core.progress.facts import STATES, UNMARKED, BoardTask, PlanMilestone
from sciplan_tui.core.progress.status import due_at, light


def lights(milestone: PlanMilestone, today: datetime.date, deadline: str | None = None) -> dict[str, str | None]:
    """The light of each state at a milestone, for a task with this deadline of its own."""
    due = due_at(milestone.kind, milestone.due, deadline) if milestone.presses else None
    return {state: light(None if state == UNMARKED else Status(state), due, today) for state in STATES}


class Lights:
    """The lights of a milestone, worked out once for all tasks that are due there on one day."""

    def __init__(self, milestone: PlanMilestone, today: datetime.date) -> None:
        self._milestone, self._today = milestone, today
        self._known: dict[str | None, dict[str, str | None]] = {}

    def of(self, task: BoardTask) -> Mapping[str, str | None]:
        """The light of each state, for this task."""
        deadline = task.deadline if self._milestone.kind == MilestoneKind.DEADLINE else None
        if deadline not in self._known:
            self._known[deadline] = lights(self._milestone, self._today, deadline)
        return self._known[deadline]

"""The milestones of a view by their dates, with how many tasks stand in each state there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.facts import UNMARKED, BoardTask, PlanMilestone, Progress, by_date, days_until
from sciplan_tui.core.progress.lights import Lights
from sciplan_tui.core.progress.status import LATE


class Moment(NamedTuple):
    """A milestone on the timeline. `days` until its last day, below zero when it is past; None: it has no date."""

    milestone: PlanMilestone
    days: int | None
    total: int
    counts: Mapping[str, int]

    @property
    def tells(self) -> bool:
        """Whether progress is kept at it: it presses, or something is marked there."""
        return self.milestone.presses or any(self.counts.get(state) for state in Status)


def timeline(progress: Progress) -> tuple[Moment, ...]:
    """All milestones by their last day, those without a date last."""
    tasks: dict[int, list[BoardTask]] = {plan.plan_id: [] for plan in progress.plans}
    for task in progress.tasks:
        tasks[task.plan_id].append(task)
    return tuple(_moment(progress, m, tasks[m.plan_id]) for m in sorted(progress.milestones, key=by_date))


def _moment(progress: Progress, milestone: PlanMilestone, tasks: Sequence[BoardTask]) -> Moment:
    days = days_until(milestone.due, progress.today) if milestone.due else None
    marks, lit = progress.marks.get(milestone.milestone_id, {}), Lights(milestone, progress.today)
    states = ((task, str(mark.status) if (mark := marks.get(task.task_id)) else UNMARKED) for task in tasks)
    found = Counter((state, lit.of(task)[state]) for task, state in states)
    counts: Counter[str] = Counter()
    if milestone.presses or any(state != UNMARKED for state, _ in found):
        counts.update(dict.fromkeys((UNMARKED, LATE), 0))
        for (state, light_), count in found.items():
            counts.update({state: count, LATE: count if light_ == LATE else 0})
    return Moment(milestone, days, len(tasks), counts)

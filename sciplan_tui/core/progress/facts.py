"""What stands behind a view on a day, read once: its tasks, the milestones of its plans, and the marks.

Boards, counts and the timeline are made of it without reading again, so that going from one milestone to the next costs
nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.view.spec import ViewSpec

UNMARKED = "unmarked"
STATES: tuple[str, ...] = (UNMARKED, *map(str, Status))
"""The states of a task at a milestone, as they stand on the board from the left."""
COLUMNS = (*STATES, LATE)
"""The columns of a board. The late stand among their state too: the last column tells how many of all they are."""


class PlanMilestone(NamedTuple):
    """A milestone of one plan. `due`: its last day (ISO) or None; `presses`: a dated review or evaluation, so that a
    task may be late for it; `line` is its place in the source."""

    milestone_id: int
    plan_id: int
    key: str
    kind: str
    label: str
    due: str | None
    presses: bool
    line: int | None = None


LED_BELOW = 0
"""Where the number of a unit stands for who leads: no unit does, since the tasks below have leads of their own."""


class BoardTask(NamedTuple):
    """A task of the view; `leads` are the units that lead it, printed there or inherited, in their order; `deadline` as
    the plan prints it, a day or words. `led_below`: it names no unit, and each task below it is led."""

    task_id: int
    plan_id: int
    path: str
    title: str
    leads: tuple[int, ...] = ()
    deadline: str | None = None
    led_below: bool = False

    @property
    def led_by(self) -> tuple[int | None, ...]:
        """What it is counted under: its leads, else LED_BELOW, or None: nobody leads it."""
        return self.leads or ((LED_BELOW,) if self.led_below else (None,))


class Mark(NamedTuple):
    """What a person noted of a task at a milestone: the state, since when, in what words, and where the proof lies."""

    status: Status
    on: str | None = None
    note: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """What stands behind a view on a day: its tasks, the milestones of its plans, and the marks, by milestone and task.

    `units`: name and short form of each unit of these plans.
    """

    spec: ViewSpec
    today: datetime.date
    plans: tuple[PlanHead, ...]
    milestones: tuple[PlanMilestone, ...]
    tasks: tuple[BoardTask, ...]
    marks: Mapping[int, Mapping[int, Mark]]
    units: Mapping[int, tuple[str, str]]

    @property
    def keys(self) -> tuple[str, ...]:
        """The milestones that have a board of their own, earliest first: those that press, or are marked at."""
        dated = sorted(self.milestones, key=by_date)
        return tuple(dict.fromkeys(m.key for m in dated if m.presses or self.marks.get(m.milestone_id)))

    @property
    def nearest(self) -> str | None:
        """The one that is nearest to the day, before or after it."""
        days = {m.key: abs(days_until(m.due, self.today)) for m in reversed(self.milestones) if m.due}
        return min(self.keys, key=lambda key: days.get(key, 10**6), default=None)


def by_date(milestone: PlanMilestone) -> tuple[str, str]:
    """Orders milestones by their last day, those without a date last."""
    return milestone.due or "9999", milestone.key


def days_until(due: str, today: datetime.date) -> int:
    """Days from `today` to an ISO date, below zero when it is past."""
    return (datetime.date.fromisoformat(due) - today).days

"""What must be known of a database before a query of it is read: its plans, units and milestones by their names."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from sciplan_tui.core.folding import fold
from sciplan_tui.core.progress.milestone_key import KnownMilestone
from sciplan_tui.core.unit.standing import UNMOVED, Standing


class KnownPlan(NamedTuple):
    """A stored plan, by what a person may call it."""

    plan_id: int
    key: str
    title: str
    region: str | None

    def answers_to(self, name: str) -> bool:
        """Whether `name` is a part of its key, its title or its region."""
        return any(fold(name) in fold(said) for said in (self.key, self.title, self.region or ""))


class Known(NamedTuple):
    """What must be known of a database to read a query. A unit is its id and the folded names it answers to.

    `today`: the day on which it is asked, whichever that is.
    """

    plans: tuple[KnownPlan, ...]
    units: tuple[tuple[int, str], ...]
    milestones: tuple[KnownMilestone, ...]
    today: datetime.date
    standing: Standing = UNMOVED

    @property
    def day(self) -> str:
        """The day on which it is asked (ISO): what was reported later does not count."""
        return self.today.isoformat()

"""A milestone that the document does not name: its form, and from whatever screen to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.screen import Screen
from textual.widget import Widget

from sciplan_tui.core.given.moment import span
from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.matrix_layout import plan_name
from sciplan_tui.tui.work import write_in_background

KINDS = ("midterm_review", "final_evaluation", "deadline")


NewMilestone = tuple[str, str, "str | None"]
"""Its kind, its date as it was written, its label where it has one of its own."""


def ask_milestone(screen: Screen[Any], plan: PlanHead | None) -> str | None:
    """Ask for a milestone of a plan; that it was added comes as a message to `screen`. A sentence where there is no
    plan to ask for.
    """
    if plan is None:
        return say("tui.milestone.which", key=first_key("plan"))
    desk, key = app_of(screen).desk, plan.key

    def answered(form: NewMilestone | None) -> None:
        if form is not None:
            add = desk.add_milestone
            write_in_background(screen, lambda: Finished(say("tui.milestone.done", label=add(key, *form))))

    screen.app.push_screen(MilestoneScreen(plan, desk.today.year), answered)
    return None


class MilestoneScreen(Form[NewMilestone]):
    """A kind, a year or a date, and a label if it has one of its own."""

    def __init__(self, plan: PlanHead, year: int) -> None:
        super().__init__()
        self._plan = plan
        self._year = year
        self._proposed = self._proposal(KINDS[0])

    def title_text(self) -> str:
        """Which plan gets it."""
        return say("tui.milestone.title", plan=plan_name(self._plan))

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Kind, date, label."""
        yield say("tui.milestone.kind"), Choice([(kind, say(f"word.milestone.{kind}")) for kind in KINDS], id="kind")
        yield say("tui.milestone.year"), TextLine(self._proposed, id="year")
        yield say("tui.milestone.label"), TextLine(hint=say("tui.milestone.optional"), id="label")

    def _proposal(self, kind: str) -> str:
        """The year to begin with: the middle of the plan's years, or the last of them; else this one. The deadlines of
        the tasks are of no one year."""
        if kind == KINDS[2]:
            return ""
        first, last = self._plan.period_start, self._plan.period_end
        if first is None or last is None:
            return str(self._year)
        return str((first + last) // 2 if kind == KINDS[0] else last)

    def on_choice_changed(self) -> None:
        """Another kind has another year, unless one was written."""
        line, before = self.query_one("#year", TextLine), self._proposed
        self._proposed = self._proposal(self.query_one("#kind", Choice).value)
        if line.value == before:
            line.value = self._proposed

    def answer(self) -> NewMilestone | None:
        """The three, when the date is one."""
        date, kind = self.query_one("#year", TextLine).value.strip(), self.query_one("#kind", Choice).value
        try:
            dated = span(date).start is not None
        except RefusedError as refused:
            self.fault(str(refused))
            return None
        if not dated and kind != KINDS[2]:
            self.fault(say("tui.milestone.no_date"))
            return None
        return kind, date, self.query_one("#label", TextLine).value.strip() or None

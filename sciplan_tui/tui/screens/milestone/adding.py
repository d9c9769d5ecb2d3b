"""A milestone that the document does not name: its form, and from whatever screen to it."""

from __future__ import annotations

from sciplan_tui.core.given.moment import span
from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.asking_again import AskingAgain
from sciplan_tui.tui.screens.form.field_form import Field, FieldForm, Written
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.matrix.layout import plan_name
from sciplan_tui.tui.work import write_in_background

KINDS = ("midterm_review", "final_evaluation", "deadline")


def ask_milestone(screen: AskingAgain, plan: PlanHead | None) -> str | None:
    """Ask for a milestone of a plan; that it was added comes as a message to `screen`. A sentence where there is no
    plan to ask for.
    """
    if plan is None:
        return say("tui.milestone.which", key=first_key("plan"))
    desk, key = app_of(screen).desk, plan.key

    def done(written: Written) -> None:
        given = (written["kind"], written["year"], written["label"] or None)
        add = desk.add_milestone
        write_in_background(screen, lambda: Finished(say("tui.milestone.done", label=add(key, *given))), screen.refusal)

    screen.ask_by(MilestoneForm(plan, desk.today.year), done)
    return None


class MilestoneForm(FieldForm):
    """A kind, a year or a date, and a label if it has one of its own."""

    def __init__(self, plan: PlanHead, year: int) -> None:
        self._plan = plan
        self._year = year
        self._proposed = self._proposal(KINDS[0])
        fields = (
            Field("kind", options=[(kind, say(f"word.milestone.{kind}")) for kind in KINDS]),
            Field("year", self._proposed),
            Field("label", hint=say("tui.milestone.optional")),
        )
        super().__init__(say("tui.milestone.title", plan=plan_name(plan)), fields)

    def called(self, field: Field) -> str:
        """What a field is called here."""
        return say(f"tui.milestone.{field.key}")

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

    def wrong(self, field: Field, value: str) -> str | None:
        """What is no date, and that there is none where one is needed."""
        if field.key != "year":
            return super().wrong(field, value)
        try:
            dated = span(value).start is not None
        except RefusedError as refused:
            return str(refused)
        needed = self.query_one("#kind", Choice).value != KINDS[2]
        return say("tui.milestone.no_date") if needed and not dated else None

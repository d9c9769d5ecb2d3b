"""The form of a milestone that the document does not name."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.matrix_layout import plan_name

KINDS = ("midterm_review", "final_evaluation")


class MilestoneScreen(Form[tuple[str, int, "str | None"]]):
    """A kind, a year, and a label if it has one of its own."""

    def __init__(self, plan: PlanHead, year: int) -> None:
        super().__init__()
        self._plan = plan
        self._year = year

    def title_text(self) -> str:
        """Which plan gets it."""
        return say("tui.milestone.title", plan=plan_name(self._plan))

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Kind, year, label."""
        yield say("tui.milestone.kind"), Choice([(kind, say(f"word.milestone.{kind}")) for kind in KINDS], id="kind")
        yield say("tui.milestone.year"), TextLine(str(self._year), id="year")
        yield say("tui.milestone.label"), TextLine(hint=say("tui.milestone.optional"), id="label")

    def answer(self) -> tuple[str, int, str | None] | None:
        """The three, when the year is one."""
        year = self.query_one("#year", TextLine).value.strip()
        if not (year.isascii() and year.isdecimal() and len(year) == 4):
            self.fault(say("tui.milestone.bad_year"))
            return None
        return (
            self.query_one("#kind", Choice).value,
            int(year),
            self.query_one("#label", TextLine).value.strip() or None,
        )

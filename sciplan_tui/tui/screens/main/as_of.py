"""The form of a day: on which it is asked who holds what. Empty: today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from sciplan_tui.core.given.day import day as day_meant
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form.form import Form
from sciplan_tui.tui.widgets.field import TextLine


class AsOfScreen(Form[tuple["date | None"]]):
    """Hands back the day, or None for today, in a tuple: nothing at all is handed back when it is cancelled."""

    def __init__(self, day: date | None) -> None:
        super().__init__()
        self._day = day

    def title_text(self) -> str:
        """What is asked."""
        return say("tui.as_of.title")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One day."""
        shown = self._day.isoformat() if self._day else ""
        yield say("tui.as_of.day"), TextLine(shown, hint=say("tui.as_of.hint"), id="day")

    def answer(self) -> tuple[date | None] | None:
        """The day, when it is one."""
        written = self.query_one("#day", TextLine).value.strip()
        try:
            return (day_meant(written) if written else None,)
        except ValueError:
            self.fault(say("tui.mark.bad_date"))
            return None

"""Keeping up with the database on the main screen: when all was saved last, and what others have changed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.main.gestures import Gestures
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.workspace.journal.news import News


@dataclass
class Noted(Message):
    """The journal was looked at."""

    news: News


class KeepingUp(Gestures):
    """The main screen adds when it is time to look."""

    news: News | None = None
    """What the journal said when it was looked at last."""

    def look_at_journal(self) -> None:
        """Read what is new, beside all else."""
        desk, after = app_of(self).desk, self.news.newest if self.news else None
        in_background(self, lambda: Noted(desk.news(after)), group="journal")

    def on_noted(self, message: Noted) -> None:
        """Show when all was saved; what others did is said on the screen in front, which shows it too."""
        self.news = app_of(self).news = message.news
        self.tell_status()
        if message.news.outside:
            self._tell_outside(message.news)

    def tell_status(self) -> None:
        """Fill the status line anew."""
        raise NotImplementedError

    def _tell_outside(self, news: News) -> None:
        from sciplan_tui.core.sentence.entry import sentence

        what, count = sentence(news.outside[-1]), len(news.outside)
        said = say("look.outside", what=what) if count == 1 else say("look.outside_many", what=what, count=count)
        front = self.app.screen
        if front is not self and not front.is_modal and callable(read := getattr(front, "read", None)):
            read()
        tell = getattr(front, "say", None)
        tell(said) if callable(tell) else self.say(said)

    def undecided(self) -> bool:
        """Whether a plan on screen has changes of its last edition that are still to be decided."""
        plans = self.news.undecided if self.news else None
        return plans is not None and not plans.isdisjoint(plan.plan_id for plan in self.matrix.frame.plans)

    def saved(self) -> str:
        """When all was saved last: the time of the newest entry, with its day where that is not today."""
        at = self.news.at if self.news else None
        if at is None:
            return ""
        today = app_of(self).desk.today == date.fromisoformat(at[:10])
        return say("look.saved", at=at[11:16] if today else at[5:16].replace("T", " "))

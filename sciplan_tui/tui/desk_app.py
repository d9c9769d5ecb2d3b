"""What the screens know of the application they stand in: its desk, and how to begin anew on another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from sciplan_tui.locale import say
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from sciplan_tui.workspace.journal.news import News
    from sciplan_tui.workspace.view.viewing import View


class DeskApp(TypeAhead):
    """An application on one desk; it knows its screens, they know no more of it than this."""

    desk: Desk
    news: News | None = None
    """What the journal said when it was looked at last."""

    def open_view(self, day: date | None) -> View:
        """Another view of the desk, in which it is asked who holds what on `day` (None: today)."""
        raise NotImplementedError

    async def open_desk(self, desk: Desk) -> None:
        """Begin anew on another database, or on this one when it has its first plan."""
        raise NotImplementedError


def looked_at(screen: Screen[Any]) -> list[str]:
    """The day that is looked at, for the title line; nothing where it is today."""
    day = app_of(screen).desk.as_of
    return [say("tui.as_of", day=day.isoformat())] if day else []


def app_of(screen: Screen[Any]) -> DeskApp:
    """The application that a screen stands in."""
    return cast(DeskApp, screen.app)

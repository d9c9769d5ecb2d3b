"""The history: every import, mark and undo, newest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from sciplan_tui.core.journal import Entry
from sciplan_tui.core.journal_sentence import sentence
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Finished, Refused
from sciplan_tui.tui.screens.page import Page
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.work import in_background, write_in_background


class HistoryScreen(Page[None]):
    """Undo and redo work here too, and are seen at once."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("history")
    SCOPES = ("history", "page")

    def on_mount(self) -> None:
        """Read the journal."""
        self.head(say("tui.history.title"))
        self._read()

    def speak_anew(self) -> None:
        """The title too."""
        self.head(say("tui.history.title"))
        super().speak_anew()

    def _read(self) -> None:
        desk = app_of(self).desk
        in_background(self, lambda: Answered(desk.history()))

    def on_answered(self, message: Answered) -> None:
        """Fill the page."""
        entries = cast("Sequence[Entry]", message.value)
        newest = sorted(entries, key=lambda entry: entry.id, reverse=True)
        empty = plain(say("tui.history.empty"))
        self.fill(lambda width: joined([_line(entry, width) for entry in newest] or [empty]))

    def action_undo(self) -> None:
        """Take back the last change."""
        self._turn_back("undone", app_of(self).desk.undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._turn_back("redone", app_of(self).desk.redo)

    def _turn_back(self, done: str, turn: Callable[[], Entry]) -> None:
        def work() -> Finished:
            entry = turn()
            return Finished(say(f"tui.{done}", id=entry.id, what=sentence(entry)))

        write_in_background(self, work)

    def on_finished(self, message: Finished) -> None:
        """Say what was done and show it."""
        self.say(message.sentence)
        self._read()

    def on_refused(self, message: Refused) -> None:
        """Say why not."""
        self.say(message.sentence, urgent=True)


def _line(entry: Entry, width: int) -> Content:
    """Number, time, what was done; what is undone is dimmed and says so."""
    look = "" if entry.in_force else "$ink-dim"
    undone = "" if entry.in_force else f"  ({say('tui.history.undone')})"
    note = entry.summary.get("note")
    lead = f"{entry.id:>4}  {entry.at.replace('T', ' ')[:16]}  "
    return hang([(lead, look)], [[(narrow(sentence(entry)) + (f"  {note}" if note else "") + undone, look)]], width)

"""Tasks copied as a table: to the clipboard of the terminal, and to a file whatever becomes of that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import say
from sciplan_tui.tui.clipboard import send
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.part import ScreenPart
from sciplan_tui.tui.work import write_in_background


@dataclass
class Copied(Message):
    """A table to be sent to the clipboard, the number of its rows, and the file it is in, or why it is in none."""

    text: str
    count: int
    kept: Path | WritingError


class Copying(ScreenPart):
    """What a screen of tasks does when they are copied; `say` says a sentence."""

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence."""
        raise NotImplementedError

    def copy(self, spec: ViewSpec, tasks: frozenset[int], sheet: str) -> None:
        """Copy these tasks of what `spec` shows, as the matrix or as a list of tasks (`sheet`)."""
        if not tasks:
            self.say(say("out.copy.nothing"), urgent=True)
            return
        out = app_of(self).desk.out()
        self.say(say("tui.reading"))

        def work() -> Copied:
            text = out.copied(spec, tasks, sheet)
            try:
                return Copied(text, text.count("\n") - 1, out.keep(text))
            except WritingError as fault:
                return Copied(text, text.count("\n") - 1, fault)

        write_in_background(self, work)

    def on_copied(self, message: Copied) -> None:
        """Send it, and say no more than that."""
        sent = send(self.app, message.text)
        if isinstance(message.kept, WritingError):
            self.say((say("out.copy.only_sent", count=message.count) + " " if sent else "") + str(message.kept), True)
        else:
            self.say(say("out.copy.sent" if sent else "out.copy.kept", count=message.count, file=str(message.kept)))

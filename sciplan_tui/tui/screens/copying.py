"""What is shown, copied as a table: to the clipboard of the terminal, and to a file whatever becomes of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import say
from sciplan_tui.tui.clipboard import send
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.screens.part import ScreenPart
from sciplan_tui.tui.work import write_in_background

if TYPE_CHECKING:
    from sciplan_tui.tui.widgets.text.list_tables import Table


@dataclass
class Copied(Message):
    """A table to be sent to the clipboard, the number of its rows, and the file it is in, or why it is in none."""

    text: str
    count: int
    kept: Path | WritingError


class Copying(ScreenPart):
    """What a screen does when what it shows is copied; `say` says a sentence."""

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence."""
        raise NotImplementedError

    def copy(self, spec: ViewSpec, tasks: frozenset[int], sheet: str) -> None:
        """Copy these tasks of what `spec` shows, as the matrix or as a list of tasks (`sheet`)."""
        if not tasks:
            self.say(say("out.copy.nothing"), urgent=True)
            return
        out = app_of(self).desk.out()
        self._copy(lambda: out.copied(spec, tasks, sheet))

    def copy_table(self, table: Table) -> None:
        """Copy what stands on the lines of a list."""
        if not table.rows:
            self.say(say("out.copy.no_lines"), urgent=True)
            return
        out = app_of(self).desk.out()
        self._copy(lambda: out.as_text(table.heads, table.rows))

    def _copy(self, read: Callable[[], str]) -> None:
        out = app_of(self).desk.out()
        self.say(say("tui.reading"))

        def work() -> Copied:
            text = read()
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
            file = str(message.kept.absolute())
            self.say(say("out.copy.sent" if sent else "out.copy.kept", count=message.count, file=file))

"""Forms that write files: in the background, telling how far it is, and broken off by Esc with nothing half-written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

from textual.message import Message

from sciplan_tui.core.given.day import day as day_meant
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.messages import Finished, Refused
from sciplan_tui.tui.screens.form.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.path_line import PathSuggester
from sciplan_tui.tui.widgets.progress_bar import progress_bar
from sciplan_tui.tui.work import Dropped, go_on, write_in_background
from sciplan_tui.workspace.sheet.parts import Step


@dataclass
class Advanced(Message):
    """So much is done, of so much."""

    done: int
    count: int


class Stopped(Message):
    """Writing was broken off."""


class WritingForm(Form[str]):
    """Hands back the sentence that says what was written."""

    _stop: Event | None = None

    def written(self, name: str) -> str:
        """What stands in the line of that name."""
        return self.query_one(f"#{name}", TextLine).value.strip()

    def chosen(self, name: str) -> str:
        """What is chosen in the field of that name."""
        return self.query_one(f"#{name}", Choice).value

    @property
    def is_writing(self) -> bool:
        """Whether something is being written."""
        return self._stop is not None

    def write(self, work: Callable[[Step], str]) -> None:
        """Do this work, which calls the step it is given between its parts, and says what it did."""
        stop = self._stop = Event()
        step = self._step(stop)
        self.fault(_told(0, 1))

        def done() -> Message:
            try:
                return Finished(work(step))
            except Dropped:
                return Stopped()

        write_in_background(self, done)

    def _step(self, stop: Event) -> Step:
        def step(done: int, count: int) -> None:
            go_on()
            self.post_message(Advanced(done, count))  # told first, so that what is broken off here knows what is done
            if stop.is_set():
                raise Dropped

        return step

    def on_advanced(self, message: Advanced) -> None:
        """Tell how far it is."""
        if self._stop is not None and not self._stop.is_set():
            self.fault(_told(message.done, message.count))

    def on_finished(self, message: Finished) -> None:
        """It is written."""
        self.dismiss(message.sentence)

    def on_stopped(self, message: Stopped) -> None:
        """Nothing was written."""
        self._stop = None
        self.fault(say("out.export.stopped"))

    def on_refused(self, message: Refused) -> None:
        """It cannot be written."""
        self._stop = None
        self.fault(message.sentence)

    def action_cancel(self) -> None:
        """Break off what is being written; else leave."""
        if self._stop is None:
            self.dismiss(None)
        else:
            self._stop.set()
            self.fault(say("out.export.stopping"))


def path_field(value: str, name: str) -> TextLine:
    """A line for the path of what is written: names of folders and files are completed."""
    line = TextLine(value, id=name)
    line.suggester = PathSuggester(Path.cwd())
    return line


def day_written(text: str) -> date | None:
    """The day; None: it is none."""
    try:
        return day_meant(text)
    except ValueError:
        return None


def _told(done: int, count: int) -> str:
    return say("out.export.writing", bar=progress_bar(done, count), key=first_key("cancel"))

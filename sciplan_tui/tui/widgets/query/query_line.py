"""The query line: opened by `/`, filters while it is written, kept by Enter, cleared by Esc."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.messages import QueryWritten
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.plain import Plain


class QueryLine(Horizontal):
    """A word and a line to write on, in the place of the keys."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("query")

    def __init__(self, *, hint: str = "tui.query_hint", id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """What it is for, and the line."""
        yield Plain(f"/ {say('tui.query')}")
        yield TextLine(hint=say(self._hint), going_on=True)

    def speak_anew(self) -> None:
        """What stands before and on the line, in the language in force."""
        self.query_one(Plain).say(f"/ {say('tui.query')}")
        self.query_one(TextLine).placeholder = say(self._hint)

    def open(self, text: str) -> None:
        """Show the line, with what is in force."""
        line = self.query_one(TextLine)
        with line.prevent(Input.Changed):
            line.value = text
        line.cursor_position = len(text)
        self.add_class("open")
        self.screen.set_focus(line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is written."""
        event.stop()
        if self.has_class("open"):
            self.post_message(QueryWritten(event.value.strip(), ended=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter."""
        event.stop()
        self.post_message(QueryWritten(event.value.strip(), ended=True))

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A click beside the line ends it; whoever only looks at another window comes back to it."""
        if self.has_class("open") and self.screen.focused is not None:
            self.post_message(QueryWritten(self.query_one(TextLine).value.strip(), ended=True, left=True))

    def action_clear_query(self) -> None:
        """Clear the filter."""
        self.post_message(QueryWritten("", ended=True))

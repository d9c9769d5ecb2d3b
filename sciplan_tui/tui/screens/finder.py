"""A line to write on, and under it what answers to it: up and down pick one, Enter or a click takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.pick_list import PickList
from sciplan_tui.tui.widgets.plain import Plain

WIDTH = 68
"""Cells of a line beside a frame and a scroll bar."""
Found = TypeVar("Found")


class Finder(InWindow, ModalScreen["Found | None"], Generic[Found]):
    """Hands back what was taken. The screen finds (`find`), and says what stands on a line (`line`)."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    AUTO_FOCUS = "TextLine"

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self._title, self._hint = title, hint
        self._found: Sequence[Found] = ()

    def find(self, text: str) -> None:
        """Look for a text, and `show` what answers to it."""
        raise NotImplementedError

    def line(self, one: Found) -> Content:
        """What stands on a line."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The line, what is to be said, and what is found."""
        with Vertical(classes="dialog"):
            yield Plain(self._title, classes="title")
            yield TextLine(hint=self._hint)
            yield Plain("", classes="fault")
            options = PickList()
            options.can_focus = False
            yield options
            yield KeyLine("list")

    def show(self, found: Sequence[Found]) -> None:
        """Show what is found, the first of it lit."""
        self._found = found
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(self.line, found))
        options.highlighted = 0 if found else None

    def say(self, sentence: str) -> None:
        """Say how many there are, or why there are none."""
        self.query_one(".fault", Plain).say(sentence)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as it is written."""
        self.find(event.value)

    def action_pick(self, by: int) -> None:
        """Up and down in the list while the letters go to the line."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def on_input_submitted(self) -> None:
        """Take it."""
        self._take(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes it."""
        self._take(event.option_index)

    def _take(self, index: int | None) -> None:
        if index is not None and index < len(self._found):
            self.dismiss(self._found[index])

    def action_back(self) -> None:
        """Take nothing."""
        self.dismiss(None)

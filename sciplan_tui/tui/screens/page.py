"""A page of text that scrolls: help, history, a task."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.one_line import OneLine, TopLine
from sciplan_tui.tui.widgets.plain import Plain

Result = TypeVar("Result")
MOST = 110
"""Cells of a line of prose at most: longer ones tire the eye."""


class Page(InWindow, Screen["Result | None"], Generic[Result]):
    """A title line, the text, a line for what was done, the keys."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("page")
    SCOPES: ClassVar[tuple[str, ...]] = ("page",)
    AUTO_FOCUS = ""
    _draw: Callable[[int], Content] | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TopLine()
        with VerticalScroll(classes="page", can_focus=False):
            yield Plain("", id="text")
        yield OneLine(id="note")
        yield KeyLine(*self.SCOPES)

    def head(self, *facts: str) -> None:
        """Fill the title line."""
        self.query_one("#status", OneLine).show(facts)

    def fill(self, draw: Callable[[int], Content], stay: bool = False) -> None:
        """Fill the page with what `draw` gives for its width, from its top; anew when the width changes."""
        self._draw = draw
        self._fill()
        if not stay:
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def _fill(self) -> None:
        if self._draw is not None:
            self.query_one("#text", Plain).say(self._draw(self.text_width))

    @property
    def text_width(self) -> int:
        """Cells of a line of the text at most."""
        return max(min(self.size.width - 6, MOST), 20)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._fill()

    def speak_anew(self) -> None:
        """All in the language in force, where it stands; what was said is past."""
        self._fill()
        self.say("")

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence below the page."""
        self.query_one("#note", OneLine).show([sentence], urgent=urgent)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines; ten stand for a page."""
        page = self.query_one(VerticalScroll)
        lines = by if abs(by) < 10 else (page.size.height - 1) * (1 if by > 0 else -1)
        page.scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)

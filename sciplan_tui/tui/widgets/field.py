"""Fields of a form: a line to write on, and a choice among a few, told by words and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from sciplan_tui.core.characters import show_text
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.widgets.labels import Labels
from sciplan_tui.tui.widgets.plain import plain


class TextLine(Input):
    """A line to write on. What is typed or pasted is made harmless before it is shown.

    What it holds is a proposal: selected as a whole with the focus, so that writing replaces it and an arrow edits it.
    `going_on`: it is what was written before, and writing goes on behind it.
    """

    def __init__(self, value: str = "", *, hint: str = "", going_on: bool = False, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        told = show_text(hint)
        super().__init__(show_text(value), placeholder=told, id=id, compact=True, select_on_focus=not going_on)

    def validate_value(self, value: str) -> str:
        """Control characters never reach the terminal."""
        return show_text(value)

    def on_paste(self, event: events.Paste) -> None:
        """All that is pasted is written, its lines as one; Textual by itself would take the first and drop the rest."""
        event.text = show_text(event.text.strip())

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor, where an input method composes; at the end of the text Textual tells the next one."""
        return super().cursor_screen_offset - (int(self.cursor_at_end), 0)

    def on_mount(self) -> None:
        """Follow each layout: only then the line has its place on the screen, and a dialog that grows moves it. Where
        nothing is to move by itself, as over SSH, the cursor does not blink."""
        self.cursor_blink = self.app.animation_level != "none"
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self.place_cursor())

    def watch_scroll_x(self, old: float, new: float) -> None:
        """A line longer than its room scrolls once the cursor was told where it stands: it is told anew."""
        super().watch_scroll_x(old, new)
        self.place_cursor()

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where writing goes on; only a drawing carries it there."""
        if self.has_focus and self.app.cursor_position != self.cursor_screen_offset:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()


class Choice(Labels):
    """One of a few options, all in sight: left and right choose, and a digit where `digits` says so."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("choice")
    chosen: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

        choice: Choice

    class WrittenOn(Message):
        """A person writes here, where nothing can be written."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        value: str | None = None,
        digits: bool = True,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self._digits = digits
        keys = [key for key, _ in self._options]
        self.set_reactive(Choice.chosen, keys.index(value) if value in keys else 0)

    @property
    def value(self) -> str:
        """The key of the chosen option; empty when there is none."""
        return self._options[self.chosen][0] if self._options else ""

    def choose(self, value: str) -> None:
        """Choose the option of that key, the first where there is none, without telling the form."""
        keys = [key for key, _ in self._options]
        self.set_reactive(Choice.chosen, keys.index(value) if value in keys else 0)
        self.refresh()

    def watch_chosen(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed(self))

    def labels(self) -> Sequence[str]:
        """The options in a row."""
        return [label for _, label in self._options]

    def drawn(self, index: int, label: str) -> Content:
        """The chosen one stands in brackets and, with the focus, on the cursor's ground."""
        look = "reverse bold" if self.has_focus else "bold"
        return plain(f"[{label}]", look) if index == self.chosen else plain(f" {label} ")

    def clicked(self, index: int) -> None:
        """A click on an option chooses it."""
        self.chosen = index

    def action_turn(self, by: int) -> None:
        """The next or the one before, round the end."""
        if self._options:
            self.chosen = (self.chosen + by) % len(self._options)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses at once; whoever writes more is told how to choose."""
        written = (event.character or "") if event.is_printable else ""
        if self._digits and written.isdecimal() and 0 < int(written) <= len(self._options):
            self.chosen = int(written) - 1
            event.stop()
        elif written and event.key not in self.screen.active_bindings:
            self.post_message(self.WrittenOn())

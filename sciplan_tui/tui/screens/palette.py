"""The palette: find a command by a few letters of its name or of what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList

from sciplan_tui.locale import say
from sciplan_tui.tui.action import Action
from sciplan_tui.tui.actions import bindings, of
from sciplan_tui.tui.applying import applying
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.plain import Plain, plain

PLAIN_MOVES = ("step(", "page(", "scroll(", "pick(")
"""Calls that nobody looks up by name: a step, a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something to go to: a view, a plan."""

    title: str
    about: str
    go: Callable[[], None]
    shown_keys = ""


Choice = Action | Place


class PaletteScreen(ModalScreen["Choice | None"]):
    """The commands of the screen below that would do something now, and where one can go from it (`places`)."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    AUTO_FOCUS = "TextLine"

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        scopes = getattr(below, "SCOPES", ("matrix", "move", "app"))
        every = [action for scope in scopes for action in of(scope) if not action.call.startswith(PLAIN_MOVES)]
        there = [action for action in applying(below, every) if action.name not in ("palette", "back_quickly")]
        places: Sequence[Place] = below.places() if hasattr(below, "places") else ()
        self._all: list[Choice] = [*there, *places]
        self._found: list[Choice] = []

    def compose(self) -> ComposeResult:
        """A line to write on, and what it finds."""
        with Vertical(classes="dialog"):
            yield Plain(say("tui.palette.title"), classes="title")
            yield TextLine()
            yield Plain("", id="none")
            options = OptionList(markup=False)
            options.can_focus = False
            yield options
            yield KeyLine("list")

    def on_mount(self) -> None:
        """At first, everything."""
        self._find("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as it is written."""
        self._find(event.value)

    def _find(self, text: str) -> None:
        wanted = text.strip().casefold()
        named = [action for action in self._all if wanted in action.title.casefold()]
        self._found = named + [a for a in self._all if a not in named and wanted in a.about.casefold()]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(map(_line, self._found))
        options.highlighted = 0 if self._found else None
        self.query_one("#none", Plain).say("" if self._found else say("arrange.find.none"))

    def action_pick(self, by: int) -> None:
        """Up and down in the list while the letters go to the line."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def on_input_submitted(self) -> None:
        """Choose it."""
        self._do(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses."""
        self._do(event.option_index)

    def _do(self, index: int | None) -> None:
        if index is not None and index < len(self._found):
            self.dismiss(self._found[index])

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


def _line(action: Choice) -> Any:
    return plain(fit(f"{fit(action.title, 18)} {fit(action.shown_keys, 9)} {action.about}", 70))

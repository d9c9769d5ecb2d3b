"""The list of themes, each seen behind it as soon as the cursor is on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList

from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.themes import title
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.pick_list import PickList
from sciplan_tui.tui.widgets.plain import Plain, plain


class ThemeScreen(InWindow, ModalScreen["str | None"]):
    """Hands back the theme that was chosen; who leaves has the one before again."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("themes")

    def __init__(self, names: Sequence[str], before: str) -> None:
        super().__init__()
        self._names = tuple(names)
        self._before = before

    def compose(self) -> ComposeResult:
        """A narrow list at the edge, so that most of what is behind it is seen."""
        with Vertical(classes="dialog"):
            yield Plain(say("look.title"), classes="title")
            yield PickList(*(plain(title(name)) for name in self._names))
            yield KeyLine("themes")

    def on_mount(self) -> None:
        """Begin at the one in force."""
        self.query_one(OptionList).highlighted = self._names.index(self._before)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what it looks like."""
        self.app.theme = self._names[event.option_index]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep it."""
        self.dismiss(self._names[event.option_index])

    def action_pick(self, by: int) -> None:
        """The letters move in the list as the arrows do."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_back(self) -> None:
        """As it was before."""
        self.app.theme = self._before
        self.dismiss(None)

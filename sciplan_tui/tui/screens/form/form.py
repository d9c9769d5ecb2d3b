"""A form in the middle of the screen: a title, fields one under the other, a line for what is wrong, the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.plain import Plain
from sciplan_tui.tui.widgets.running_text import RunningText

Answer = TypeVar("Answer")
GAP = 2
"""Cells between the names of the fields and what stands in them."""


class Form(InWindow, ModalScreen["Answer | None"], Generic[Answer]):
    """Enter anywhere accepts, Esc takes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("dialog", "form")
    SCOPES: ClassVar[tuple[str, ...]] = ()
    """Those of the form's own keys."""
    _keys: tuple[str, ...] = ()
    """Those of all its keys."""
    _faulty: list[str] | None = None
    """What was filled in when something was said to be wrong."""

    def title_text(self) -> str:
        """What the form is for."""
        raise NotImplementedError

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Each field with its name."""
        raise NotImplementedError

    def below(self) -> Iterable[Widget]:
        """What stands below the fields."""
        return ()

    def answer(self) -> Answer | None:
        """What was filled in, or None after `fault` said what is wrong."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, fields (their names begin with a capital), fault, and the keys that do something here."""
        fields = [(name[:1].upper() + name[1:], widget) for name, widget in self.fields()]
        names = max((cell_len(name) for name, _ in fields), default=0) + GAP
        chosen = any(isinstance(widget, Choice) for _, widget in fields)
        self._keys = (*(("choice",) if chosen else ()), *self.SCOPES, "dialog", "form")
        with Vertical(classes="dialog"):
            yield Plain(narrow(self.title_text()), classes="title")
            for name, widget in fields:
                with Horizontal(classes="row"):
                    yield _label(name, names)
                    yield widget
            yield from self.below()
            yield RunningText(classes="fault")
            yield KeyLine(*self._keys)

    def fault(self, sentence: str) -> None:
        """Say what is wrong, until something else is filled in."""
        self._faulty = self._filled_in() if sentence else None
        told = self.query_one(".fault", RunningText)
        told.say(sentence)
        if sentence:  # in a small window it stands below the fields, out of sight
            self.call_after_refresh(told.scroll_visible, animate=False, force=True)

    def _filled_in(self) -> list[str]:
        return [field.value for field in self.query("*") if isinstance(field, TextLine | Choice)]

    @on(Input.Changed)
    @on(Choice.Changed)
    def mended(self) -> None:
        """What was wrong may not be so any more."""
        if self._faulty is not None and self._faulty != self._filled_in():
            self.fault("")

    def action_field(self, by: int) -> None:
        """To the next field or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter on a line accepts the form."""
        event.stop()
        self.action_accept()

    def on_choice_written_on(self) -> None:
        """Say how one chooses."""
        self.fault(say("tui.form.chosen"))

    def action_accept(self) -> None:
        """Hand back what was filled in."""
        answer = self.answer()
        if answer is not None:
            self.dismiss(answer)

    def action_help(self) -> None:
        """Show the keys, those of the form first."""
        from sciplan_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._keys))

    def action_cancel(self) -> None:
        """Hand back nothing."""
        self.dismiss(None)


def _label(name: str, width: int) -> Plain:
    """The name of a field, in a column of so many cells; the style sheet keeps the greater part of a line free."""
    label = Plain(name)
    label.styles.width = width
    return label

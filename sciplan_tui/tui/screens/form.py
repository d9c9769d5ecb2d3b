"""A form in the middle of the screen: a title, fields one under the other, a line for what is wrong, the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.widgets.field import Choice
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.plain import Plain
from sciplan_tui.tui.widgets.running_text import RunningText

Answer = TypeVar("Answer")


class Form(ModalScreen["Answer | None"], Generic[Answer]):
    """Enter anywhere accepts, Esc takes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("dialog")
    SCOPES: ClassVar[tuple[str, ...]] = ()
    """Those of the form's own keys."""

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
        fields = list(self.fields())
        chosen = any(isinstance(widget, Choice) for _, widget in fields)
        with Vertical(classes="dialog"):
            yield Plain(self.title_text(), classes="title")
            for name, widget in fields:
                with Horizontal(classes="row"):
                    yield Plain(name[:1].upper() + name[1:])
                    yield widget
            yield from self.below()
            yield RunningText(classes="fault")
            yield KeyLine(*(("choice",) if chosen else ()), *self.SCOPES, "dialog")

    def fault(self, sentence: str) -> None:
        """Say what is wrong."""
        self.query_one(".fault", RunningText).say(sentence)

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

    def action_accept(self) -> None:
        """Hand back what was filled in."""
        answer = self.answer()
        if answer is not None:
            self.dismiss(answer)

    def action_cancel(self) -> None:
        """Hand back nothing."""
        self.dismiss(None)

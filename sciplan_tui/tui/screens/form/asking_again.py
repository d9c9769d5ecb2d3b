"""Forms whose answer may be refused when it is carried out: nothing that was written is lost, the form comes again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sciplan_tui.tui.messages import Refused
from sciplan_tui.tui.screens.part import ScreenPart

if TYPE_CHECKING:
    from sciplan_tui.tui.screens.form.field_form import FieldForm, Written

Done = Callable[["Written"], None]


class Asked(NamedTuple):
    """A form, what was written in it, and what carries that out."""

    form: FieldForm
    written: Written
    done: Done


@dataclass
class FormRefused(Refused):
    """What was written in a form was refused."""

    asked: Asked


class AskingAgain(ScreenPart):
    """What a screen adds that asks by forms and has the answers carried out in the background."""

    _asked: Asked | None = None
    """The answer that is being carried out, until that has begun."""

    def ask_by(self, form: FieldForm, done: Done, left: Callable[[], None] | None = None) -> None:
        """Ask, and have the answer carried out by `done`; `left`: what to do where none is given."""

        def answered(written: Written | None) -> None:
            if written is not None:
                self._asked = Asked(form, written, done)
                done(written)
                self._asked = None
            elif left is not None:
                left()

        self.app.push_screen(form, answered)

    @property
    def refusal(self) -> Callable[[str], Refused]:
        """What tells that the work which begins now was refused: with the form that asked for it, if one did."""
        return partial(FormRefused, asked=self._asked) if self._asked else Refused

    def on_form_refused(self, message: FormRefused) -> None:
        """Ask once more, with what was written and why it was not taken."""
        form, written, done = message.asked
        self.ask_by(form.again(written, message.sentence), done)

"""A form made of named fields, which hands back what was written in each; what is needed is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from textual.suggester import SuggestFromList
from textual.widget import Widget

from sciplan_tui.core.given.day import day as day_meant
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine

Written = Mapping[str, str]
"""What was written, by field."""
_DATES = ("on", "since", "until")


@dataclass(frozen=True, slots=True)
class Field:
    """A line to write on, or a choice among `options`, named by its `key`; `names` are offered as one writes.

    Digits choose nothing: a date or a figure that is written one field too early must not.
    """

    key: str
    value: str = ""
    hint: str = ""
    needed: bool = False
    names: Sequence[str] = ()
    options: Sequence[tuple[str, str]] = ()

    def widget(self) -> Widget:
        """The field on the screen."""
        if self.options:
            return Choice(self.options, value=self.value, digits=False, id=self.key)
        hints = (say("tui.form.must") if self.needed else "", self.hint)
        line = TextLine(self.value, hint="  ".join(filter(None, hints)), id=self.key)
        line.suggester = SuggestFromList(self.names) if self.names else None
        return line


class FieldForm(Form[Written]):
    """Says `note` before it is filled in. Its fields are called as the form says, in `called`."""

    _made_of: tuple[tuple[Any, ...], dict[str, Any]]

    def __new__(cls, *made_of: Any, **named: Any) -> Self:
        """It remembers what it was made of: a form that was left cannot be shown again, but one like it can."""
        form = super().__new__(cls)
        form._made_of = made_of, named
        return form

    def __init__(self, title: str, fields: Sequence[Field], note: str = "") -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._note = note

    def again(self, written: Written, why: str) -> Self:
        """A form like this one with what was written in it, which says why it was not taken."""
        made_of, named = self._made_of
        form = type(self)(*made_of, **named)
        form._fields = [replace(field, value=written.get(field.key, field.value)) for field in self._fields]
        form._note = why
        return form

    def called(self, field: Field) -> str:
        """What a field is called here."""
        raise NotImplementedError

    def title_text(self) -> str:
        """What it is about."""
        return self._title

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The fields with their names."""
        for field in self._fields:
            yield self.called(field), field.widget()

    def on_mount(self) -> None:
        """Say what there is to say before it is filled in."""
        if self._note:
            self.fault(self._note)

    def answer(self) -> Written | None:
        """What was written, when nothing is wrong with it."""
        written = {field.key: self._written(field) for field in self._fields}
        for field in self._fields:
            if wrong := self.wrong(field, written[field.key]):
                self.fault(wrong)
                self.query_one(f"#{field.key}").focus()
                return None
        return written

    def wrong(self, field: Field, value: str) -> str | None:
        """What is wrong with what was written in a field."""
        if field.needed and not value:
            return say("tui.form.needed", field=self.called(field))
        return say("tui.mark.bad_date") if field.key in _DATES and value and not _is_date(value) else None

    def _written(self, field: Field) -> str:
        if field.options:
            return self.query_one(f"#{field.key}", Choice).value
        return self.query_one(f"#{field.key}", TextLine).value.strip()


def _is_date(text: str) -> bool:
    try:
        day_meant(text)
    except ValueError:
        return False
    return True

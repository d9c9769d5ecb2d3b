"""The forms of the registry: a name, a heir, dates, members. Each hands back what was written, by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.suggester import SuggestFromList
from textual.widget import Widget

from sciplan_tui.core.registry import CLASSES
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine

if TYPE_CHECKING:
    from sciplan_tui.workspace.units import UnitRecord

DATES = ("on", "since", "until")


@dataclass(frozen=True, slots=True)
class Field:
    """A line to write on, named by its `key`; `names` are offered as one writes."""

    key: str
    value: str = ""
    hint: str = ""
    needed: bool = False
    names: Sequence[str] = ()
    options: Sequence[tuple[str, str]] = ()

    def widget(self) -> Widget:
        """The field on the screen."""
        if self.options:
            return Choice(self.options, value=self.value, id=self.key)
        line = TextLine(self.value, hint=self.hint, id=self.key)
        line.suggester = SuggestFromList(self.names) if self.names else None
        return line


class UnitForm(Form[Mapping[str, str]]):
    """A form made of fields; what is needed is asked for, and a date must be one."""

    def __init__(self, title: str, fields: Sequence[Field], note: str = "") -> None:
        super().__init__()
        self._title = title
        self._fields = fields
        self._note = note

    def title_text(self) -> str:
        """What it is about."""
        return self._title

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """The fields with their names."""
        for field in self._fields:
            yield say(f"unit.field.{field.key}"), field.widget()

    def on_mount(self) -> None:
        """Say what there is to say before it is filled in."""
        if self._note:
            self.fault(self._note)

    def answer(self) -> Mapping[str, str] | None:
        """What was written, when nothing needed is missing and each date is one."""
        written = {field.key: self._written(field) for field in self._fields}
        for field in self._fields:
            if field.needed and not written[field.key]:
                self.fault(say("unit.needed", field=say(f"unit.field.{field.key}")))
                return None
            if field.key in DATES and written[field.key] and not _is_date(written[field.key]):
                self.fault(say("tui.mark.bad_date"))
                return None
        return written

    def _written(self, field: Field) -> str:
        if field.options:
            return self.query_one(f"#{field.key}", Choice).value
        return self.query_one(f"#{field.key}", TextLine).value.strip()


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def split_names(text: str) -> list[str]:
    """Names written one after the other, parted by blanks, commas or enumeration commas."""
    for mark in "、，,；;":
        text = text.replace(mark, " ")
    return text.split()


def _classes() -> list[tuple[str, str]]:
    return [(name, say(f"word.unit_class.{name}")) for name in CLASSES]


def rename_form(unit: UnitRecord, today: date) -> UnitForm:
    """A new name, from when, by which document."""
    fields = (Field("new_name", unit.name, needed=True), _on(today), _by())
    return UnitForm(say("unit.title.rename", name=unit.name), fields)


def merge_form(unit: UnitRecord, names: Sequence[str], today: date) -> UnitForm:
    """Into which unit, from when, by which document."""
    fields = (Field("into", needed=True, names=names, hint=say("unit.hint.name")), _on(today), _by())
    return UnitForm(say("unit.title.merge", name=unit.name), fields)


def split_form(unit: UnitRecord, today: date) -> UnitForm:
    """The heirs, from when, by which document."""
    fields = (Field("heirs", needed=True, hint=say("unit.hint.heirs")), _on(today), _by())
    return UnitForm(say("unit.title.split", name=unit.name), fields)


def alias_form(unit: UnitRecord, names: Sequence[str]) -> UnitForm:
    """The unit that it is another name of."""
    fields = (Field("same_as", needed=True, names=names, hint=say("unit.hint.name")),)
    return UnitForm(say("unit.title.alias", name=unit.name), fields)


def add_form(plan: str) -> UnitForm:
    """A unit that the plan does not name."""
    fields = (
        Field("new_name", needed=True),
        Field("unit_class", "government", options=_classes()),
        Field("function", hint=say("unit.hint.function")),
        Field("contact", hint=say("unit.hint.contact")),
    )
    return UnitForm(say("unit.title.add", plan=plan), fields)


def edit_form(unit: UnitRecord) -> UnitForm:
    """Short form, class, function, contact."""
    fields = (
        Field("short", unit.short, needed=True),
        Field("unit_class", unit.unit_class, options=_classes()),
        Field("function", unit.function or "", hint=say("unit.hint.function")),
        Field("contact", unit.contact or "", hint=say("unit.hint.contact")),
    )
    return UnitForm(say("unit.title.edit", name=unit.name), fields)


def members_form(unit: UnitRecord, names: Sequence[str], note: str = "") -> UnitForm:
    """Who joins and who leaves, and when."""
    fields = (
        Field("add", names=names, hint=say("unit.hint.members")),
        Field("remove", names=[member.name for member in unit.members], hint=say("unit.hint.members")),
        Field("since", hint=say("unit.hint.since")),
        Field("until", hint=say("unit.hint.until")),
    )
    return UnitForm(say("unit.title.members", name=unit.name, count=len(unit.members)), fields, note)


def _on(today: date) -> Field:
    return Field("on", today.isoformat(), needed=True)


def _by() -> Field:
    return Field("by", hint=say("unit.hint.by"))

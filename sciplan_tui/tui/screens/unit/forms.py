"""The forms of the registry: a name, a heir, dates, members. Each hands back what was written, by field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sciplan_tui.core.unit.registry import CLASSES
from sciplan_tui.locale import say
from sciplan_tui.tui.screens.form.field_form import Field, FieldForm

if TYPE_CHECKING:
    from sciplan_tui.workspace.unit.units import UnitRecord


class UnitForm(FieldForm):
    """A form about a unit."""

    def called(self, field: Field) -> str:
        """What a field is called here."""
        return say(f"unit.field.{field.key}")


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
    """A unit that the plan does not name; its class is as its name tells, unless one is chosen."""
    fields = (
        Field("new_name", needed=True),
        Field("unit_class", "", options=(("", say("unit.by_name")), *_classes())),
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

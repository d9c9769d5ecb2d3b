"""The forms of corrections: a title, a kind, a unit, a role, proposals. Each hands back what was written, by field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sciplan_tui.core.detail.task import HeldUnit, TaskDetail
from sciplan_tui.core.plan import Kind, Role
from sciplan_tui.core.unit.name import UnitBook
from sciplan_tui.locale import listed, say
from sciplan_tui.tui.desk.doubts import RULINGS
from sciplan_tui.tui.screens.form.field_form import Field, FieldForm
from sciplan_tui.tui.widgets.field import Choice, TextLine

_MOST_MEANT = 4
"""So many units are named among which one is to be chosen."""


class CorrectForm(FieldForm):
    """A form about a doubt or a task."""

    def called(self, field: Field) -> str:
        """What a field is called here."""
        return say(f"doubt.field.{field.key}")


class PrintedUnitForm(CorrectForm):
    """Which unit is printed: one that is none of `units` by its full name is asked about once more."""

    def __init__(self, title: str, fields: Sequence[Field], units: UnitBook, note: str = "") -> None:
        super().__init__(title, fields, note)
        self._units = units
        self._warned = ""

    def wrong(self, field: Field, value: str) -> str | None:
        """What is wrong with what was written in a field."""
        if wrong := super().wrong(field, value):
            return wrong
        if not field.names or value in (*field.names, self._warned):
            return None
        self._warned = value
        meant = self._units.meant(value)
        if len(meant) == 1:
            self.query_one(f"#{field.key}", TextLine).value = meant[0]
            return say("doubt.unit_meant", name=value, unit=meant[0])
        return say("doubt.units_meant" if meant else "doubt.new_unit", name=value, known=listed(meant[:_MOST_MEANT]))


class UnitCorrectForm(PrintedUnitForm):
    """Which unit, and what it is: the name follows the choice as long as no other was written."""

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """Another unit was chosen."""
        held = self._fields[0]
        line = self.query_one("#name", TextLine)
        names = [name for _, name in held.options]
        if message.choice.id == held.key and line.value in names:
            line.value = names[message.choice.chosen]


class RoleCorrectForm(CorrectForm):
    """Which unit, and its role: what it is now is chosen first."""

    def __init__(self, title: str, fields: Sequence[Field], held: Sequence[HeldUnit]) -> None:
        super().__init__(title, fields)
        self._held = held

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """Another unit was chosen."""
        if message.choice.id == "held":
            self.query_one("#role", Choice).chosen = list(Role).index(self._held[message.choice.chosen].role)


def held_options(held: Sequence[HeldUnit]) -> list[tuple[str, str]]:
    """The units of a task to choose from; one that is there in two roles has them behind its name."""
    names = [unit.name for unit in held]

    def label(unit: HeldUnit) -> str:
        role = say("word.aside", said=say(f"word.role.{unit.role}"))
        return unit.name + role if names.count(unit.name) > 1 else unit.name

    return [(str(unit.assignment_id), label(unit)) for unit in held]


def _roles() -> list[tuple[str, str]]:
    return [(str(role), say(f"word.role.{role}")) for role in Role]


def _where(task: TaskDetail, held: Sequence[HeldUnit] = ()) -> str:
    """The task; where its units are those of an action above it, that one."""
    above = next((unit.inherited_from for unit in held if unit.inherited_from), None)
    return say("doubt.at_above", path=above) if above else f"{task.path} {task.title}"


def title_form(task: TaskDetail) -> CorrectForm:
    """Its title."""
    return CorrectForm(say("doubt.form.title", path=task.path), (Field("title", task.title, needed=True),))


def kind_form(task: TaskDetail) -> CorrectForm:
    """What it is."""
    kinds = [(str(kind), say(f"word.kind.{kind}")) for kind in Kind]
    return CorrectForm(say("doubt.form.kind", where=_where(task)), (Field("kind", str(task.kind), options=kinds),))


def unit_form(task: TaskDetail, held: Sequence[HeldUnit], units: UnitBook) -> CorrectForm:
    """One of its units, and which it is."""
    fields = (
        Field("held", str(held[0].assignment_id), options=held_options(held)),
        Field("name", held[0].name, needed=True, names=units.names),
    )
    return UnitCorrectForm(say("doubt.form.unit", where=_where(task, held)), fields, units)


def role_form(task: TaskDetail, held: Sequence[HeldUnit]) -> CorrectForm:
    """One of its units, and its role."""
    fields = (
        Field("held", str(held[0].assignment_id), options=held_options(held)),
        Field("role", str(held[0].role), options=_roles()),
    )
    return RoleCorrectForm(say("doubt.form.role", where=_where(task, held)), fields, held)


def add_form(task: TaskDetail, units: UnitBook) -> CorrectForm:
    """A unit and its role; that what a task inherits is written at it then is said before."""
    fields = (Field("name", needed=True, names=units.names), Field("role", str(Role.RESPONSIBLE), options=_roles()))
    inherits = task.holder_path is not None and task.holder_path != task.path
    note = say("doubt.inherits_no_more", path=task.holder_path) if inherits else ""
    return PrintedUnitForm(say("doubt.form.add", where=_where(task)), fields, units, note)


def drop_form(task: TaskDetail, held: Sequence[HeldUnit]) -> CorrectForm:
    """One of its units, to be taken away."""
    field = Field("held", str(held[0].assignment_id), options=held_options(held))
    return CorrectForm(say("doubt.form.drop", where=_where(task, held)), (field,))


def rule_form(task: TaskDetail, unit: str, units: UnitBook, today: date) -> CorrectForm:
    """Who holds what by a later word than the plan's, by which document, from when."""
    ways = [(way, say(f"doubt.ruling.{way}")) for way in RULINGS]
    fields = (
        Field("name", unit, needed=True, names=units.names),
        Field("role", str(Role.LEAD), options=_roles()),
        Field("way", RULINGS[0], options=ways),
        Field("by", hint=say("doubt.hint.ruled_by"), needed=True),
        Field("on", today.isoformat()),
    )
    return CorrectForm(say("doubt.form.rule", where=_where(task)), fields)


def accept_form(count: int, today: date) -> CorrectForm:
    """By which document, from when."""
    fields = (Field("by", hint=say("doubt.hint.by")), Field("on", today.isoformat()))
    return CorrectForm(say("doubt.form.accept", count=count), fields)


def settle_form(sentence: str) -> CorrectForm:
    """How it was settled."""
    return CorrectForm(say("doubt.form.settle", said=sentence), (Field("note", hint=say("doubt.hint.note")),))

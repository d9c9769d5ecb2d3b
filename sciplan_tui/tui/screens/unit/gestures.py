"""The gestures that keep the registry of units true, each asked for in a form, carried out, said and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.units import Registry, UnitDesk
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Finished
from sciplan_tui.tui.screens.form.asking_again import AskingAgain
from sciplan_tui.tui.screens.form.field_form import Written
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.screens.unit import forms
from sciplan_tui.tui.work import in_background, write_in_background

if TYPE_CHECKING:
    from sciplan_tui.workspace.unit.units import AliasProposal, UnitRecord


class UnitGestures(Listing["int | AliasProposal", tuple[str, int, str, str]], AskingAgain):
    """What can be done with the unit under the cursor; the screen adds how units are shown.

    `added`: the plan and the name of a unit that is being added: the cursor goes to it once it is read.
    """

    def __init__(self, desk: UnitDesk) -> None:
        super().__init__()
        self.desk = desk
        self.registry = Registry()
        self.added: tuple[str, str] | None = None

    def read(self) -> None:
        """Read it, at first and after each gesture."""
        in_background(self, lambda: Answered(self.desk.registry()), group="registry")

    @property
    def units(self) -> dict[int | AliasProposal, UnitRecord]:
        """The units by the keys of their lines."""
        return {unit.unit_id: unit for unit in self.registry.units}

    @property
    def unit(self) -> UnitRecord | None:
        """The unit under the cursor; when there is none, that is said."""
        unit = self.at_cursor(self.units)
        if unit is None:
            self.say(say("unit.on_unit"), urgent=True)
        return unit

    @property
    def plan(self) -> str | None:
        """The plan on screen, else that of the line under the cursor."""
        plans = {unit.plan_key for unit in self.registry.units}
        if self.desk.plan or len(plans) == 1:
            return self.desk.plan or plans.pop()
        at = self.at_cursor(self.units) or self.lines.key
        return getattr(at, "plan_key", None)

    def _names(self, unit: UnitRecord) -> Sequence[str]:
        """The other units of its plan."""
        return [other.name for other in self.registry.units if other.plan_key == unit.plan_key and other != unit]

    def do(self, work: Callable[[], Gesture]) -> None:
        """Carry a gesture out and say what it did."""
        write_in_background(self, lambda: Finished(_said(work())), self.refusal)

    def on_finished(self, message: Finished) -> None:
        """Say it, and show it."""
        self.say(message.sentence)
        self.read()

    def left(self) -> None:
        """A form was left without an answer."""

    def _ask(self, form: forms.UnitForm, done: Callable[[Written], None]) -> None:
        self.ask_by(form, done, self.left)

    def action_rename(self) -> None:
        """Another name from a day on."""
        if unit := self.unit:
            rename = self.desk.rename
            self._ask(
                forms.rename_form(unit, self.desk.today),
                lambda said: self.do(lambda: rename(unit, said["new_name"], said["on"], said["by"] or None)),
            )

    def action_merge(self) -> None:
        """Into another unit from a day on."""
        if unit := self.unit:
            merge = self.desk.merge
            self._ask(
                forms.merge_form(unit, self._names(unit), self.desk.today),
                lambda said: self.do(lambda: merge(unit, said["into"], said["on"], said["by"] or None)),
            )

    def action_alias(self) -> None:
        """Another name of the same body."""
        if unit := self.unit:
            alias = self.desk.alias
            self._ask(
                forms.alias_form(unit, self._names(unit)),
                lambda said: self.do(lambda: alias(unit.plan_key, unit.name, said["same_as"])),
            )

    def action_split(self) -> None:
        """Into several units, task by task."""
        if unit := self.unit:
            self._ask_heirs(unit, forms.split_form(unit, self.desk.today))

    def _ask_heirs(self, unit: UnitRecord, form: forms.UnitForm) -> None:
        self._ask(form, lambda said: self._split(unit, form, said))

    def _split(self, unit: UnitRecord, form: forms.UnitForm, said: Written) -> None:
        """Ask for each task."""
        from sciplan_tui.tui.screens.unit.split import SplitScreen

        heirs = forms.split_names(said["heirs"])

        def given(tasks: Mapping[int, str] | None) -> None:
            if tasks:
                self.do(lambda: self.desk.split(unit, tasks, said["on"], said["by"] or None))

        if len(heirs) < 2:
            self._ask_heirs(unit, form.again(said, say("unit.two_heirs")))
        else:
            self.app.push_screen(SplitScreen(self.desk, unit, heirs), given)

    def action_add_unit(self) -> None:
        """A unit that the plan does not name."""
        plan = self.plan
        if plan is None:
            self.say(say("unit.which_plan"), urgent=True)
            return
        add = self.desk.add

        def done(said: Written) -> None:
            self.added = plan, " ".join(said["new_name"].split())
            self.do(lambda: add(plan, said["new_name"], **_facts(said, "unit_class", "function", "contact")))

        self._ask(forms.add_form(plan), done)

    def action_edit(self) -> None:
        """Its short form, class, function and contact."""
        if unit := self.unit:
            change = self.desk.set
            names = ("short", "unit_class", "function", "contact")
            self._ask(forms.edit_form(unit), lambda said: self.do(lambda: change(unit, *(said[n] for n in names))))

    def action_members(self) -> None:
        """Who stands behind a collective unit."""
        if unit := self.unit:
            note = "" if unit.members else say("unit.no_members_yet", name=unit.name)
            form = forms.members_form(unit, self._names(unit), note)
            self._ask(form, lambda said: self.do(lambda: self._set_members(unit, said)))

    def _set_members(self, unit: UnitRecord, said: Written) -> Gesture:
        joining, leaving = forms.split_names(said["add"]), forms.split_names(said["remove"])
        return self.desk.set_members(unit, joining, leaving, said["since"] or None, said["until"] or None)

    def action_accept(self) -> None:
        """The two names are one body's."""
        if proposal := self._proposal():
            self.do(lambda: self.desk.alias(proposal.plan_key, proposal.name, proposal.same_as))

    def action_differ(self) -> None:
        """They are not: it is not asked again."""
        if proposal := self._proposal():
            self.do(lambda: self.desk.differ(proposal))

    def _proposal(self) -> AliasProposal | None:
        key = self.lines.key
        if key is None or isinstance(key, int):
            self.say(say("unit.no_proposal"), urgent=True)
            return None
        return key

    def action_undo(self) -> None:
        """Take back the last change."""
        undo = app_of(self).desk.undo

        def work() -> Finished:
            entry = undo()
            return Finished(say("tui.undone", id=entry.id, what=sentence(entry)))

        write_in_background(self, work)


def _said(done: Gesture) -> str:
    """What a gesture did, or that all was so already."""
    return sentence(done) if done.entry_id is not None else say("unit.unchanged", what=sentence(done))


def _facts(written: Written, *names: str) -> dict[str, str | None]:
    """What was written in these fields; None where nothing was."""
    return {name: written[name] or None for name in names}

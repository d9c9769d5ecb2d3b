"""The corrections of one task, by the same keys wherever a task is shown: asked for in a form, carried out, said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.plan import Kind, Origin, Role
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.core.unit.name import UnitBook
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.asking_again import AskingAgain
from sciplan_tui.tui.work import write_in_background

if TYPE_CHECKING:
    from sciplan_tui.core.detail.task import HeldUnit, TaskDetail
    from sciplan_tui.core.journal import Gesture
    from sciplan_tui.tui.desk.doubts import CorrectingDesk
    from sciplan_tui.tui.screens.edit.correct_forms import CorrectForm
    from sciplan_tui.tui.screens.form.field_form import Written


class Corrections(AskingAgain):
    """What a screen that shows a task can have corrected; it adds what it shows, and looks again after each."""

    patient = True
    """Each key works on what the one before has written."""
    units = UnitBook()
    """The units that the plan of the task knows."""

    @property
    def task_shown(self) -> TaskDetail | None:
        """The task on screen."""
        raise NotImplementedError

    @property
    def correcting(self) -> CorrectingDesk:
        """What can be done."""
        raise NotImplementedError

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence."""
        raise NotImplementedError

    def proposals_shown(self) -> Sequence[int]:
        """The assignments that are proposed on screen."""
        task = self.task_shown
        own = [unit for unit in task.units if unit.inherited_from is None] if task else []
        return [unit.assignment_id for unit in own if unit.origin is Origin.PROPOSED]

    def unit_on_line(self) -> str:
        """The name of the unit under the cursor, where there is one."""
        return ""

    # In a form

    def action_title(self) -> None:
        """Its title."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if task := self._there():
            desk = self.correcting
            self._ask(forms.title_form(task), lambda said: self.do(lambda: desk.title(task.task_id, said["title"])))

    def action_kind(self) -> None:
        """What it is."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if task := self._there():
            desk = self.correcting
            self._ask(forms.kind_form(task), lambda said: self.do(lambda: desk.kind(task.task_id, Kind(said["kind"]))))

    def action_unit(self) -> None:
        """Which unit one of them is."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if (task := self._there()) and (held := self._held(task)):
            desk = self.correcting
            form = forms.unit_form(task, held, self.units)
            self._ask(form, lambda said: self.do(lambda: desk.unit(int(said["held"]), said["name"])))

    def action_role(self) -> None:
        """The role of one of its units."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if (task := self._there()) and (held := self._held(task)):
            desk = self.correcting
            form = forms.role_form(task, held)
            self._ask(form, lambda said: self.do(lambda: desk.role(int(said["held"]), Role(said["role"]))))

    def action_add_unit(self) -> None:
        """A unit that was not read."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if task := self._there():
            desk = self.correcting
            form = forms.add_form(task, self.units)
            self._ask(form, lambda said: self.do(lambda: desk.add(task.task_id, said["name"], Role(said["role"]))))

    def action_drop_unit(self) -> None:
        """A unit that is not printed."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if (task := self._there()) and (held := self._held(task)):
            desk = self.correcting
            self._ask(forms.drop_form(task, held), lambda said: self.do(lambda: desk.drop(int(said["held"]))))

    def action_accept_proposals(self) -> None:
        """What the program proposes on screen, by a document and from a day on."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        proposed, desk = list(self.proposals_shown()), self.correcting
        if not proposed:
            self.say(say("doubt.no_proposal"), urgent=True)
            return
        form = forms.accept_form(len(proposed), app_of(self).desk.today)
        self._ask(form, lambda said: self.do(lambda: desk.accept(proposed, said["by"] or None, said["on"] or None)))

    def action_rule(self) -> None:
        """Who leads or holds it by a later word, or no more."""
        from sciplan_tui.tui.screens.edit import correct_forms as forms

        if task := self._there():
            desk, today = self.correcting, app_of(self).desk.today
            form = forms.rule_form(task, self.unit_on_line(), self.units, today)
            self._ask(form, lambda said: self.do(lambda: desk.rule(task.plan.key, task.path, said)))

    # At once

    def action_level(self, by: int) -> None:
        """A level in or out, with all below it."""
        if task := self._there():
            desk = self.correcting
            self.do(lambda: desk.level(task.task_id, by))

    def action_undo(self) -> None:
        """Take back the last change."""
        desk = self.correcting

        def work() -> Finished:
            entry = desk.undo()
            return Finished(say("tui.undone", id=entry.id, what=sentence(entry)))

        write_in_background(self, work)

    # How

    def _there(self) -> TaskDetail | None:
        if self.task_shown is None:
            self.say(say("doubt.no_task"), urgent=True)
        return self.task_shown

    def _held(self, task: TaskDetail) -> list[HeldUnit]:
        """The units that can be corrected: what is printed or ruled, at the task or at the one it inherits from."""
        held = [unit for unit in task.units if unit.origin is not Origin.PROPOSED]
        if not held:
            self.say(say("doubt.no_units"), urgent=True)
        return held

    def _ask(self, form: CorrectForm, done: Callable[[Written], None]) -> None:
        self.ask_by(form, done)

    def do(self, work: Callable[[], Gesture]) -> None:
        """Carry a gesture out and say what it did."""
        write_in_background(self, lambda: Finished(said(work())), self.refusal)


def said(done: Gesture) -> str:
    """What a gesture did, or that all was so already."""
    return sentence(done) if done.entry_id is not None else say("doubt.nothing_done")


def gone(done: Gesture, undo: str) -> str:
    """What was taken away, what went with it, and the key of the action that brings all back: since one does, nobody
    is asked before."""
    return say("edit.gone", what=sentence(done), key=first_key(undo))

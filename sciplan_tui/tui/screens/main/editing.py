"""From the matrix to what is edited by hand: the task under the cursor and its plan; a new task; a new plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message

from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.main.gestures import Gestures
from sciplan_tui.tui.work import in_background, write_in_background

if TYPE_CHECKING:
    from sciplan_tui.core.detail.task import TaskDetail
    from sciplan_tui.core.journal import Gesture


@dataclass
class Beside(Message):
    """The task beside which a new one is to stand was read."""

    task: TaskDetail


@dataclass
class Begun(Message):
    """A plan was begun; `plan` is its key."""

    sentence: str
    plan: str


class Editing(Gestures):
    """The gestures of the main screen that edit."""

    to_task: int | None = None

    def action_edit(self) -> None:
        """What can be edited of the task under the cursor, at what the cursor is on: a unit, a milestone."""
        if (ref := self.matrix.ref) is None:
            self.say(say("edit.on_task"), urgent=True)
        else:
            self.edit(ref.task_id)

    def edit(self, task_id: int) -> None:
        """The page of edits of one task."""
        from sciplan_tui.tui.screens.edit.edit import EditScreen
        from sciplan_tui.tui.widgets.text.edit_lines import Line

        milestone, unit = self.matrix.milestone, self.matrix.unit
        at = Line("milestone", milestone) if milestone else Line("unit", unit.unit_id) if unit else None
        self.app.push_screen(EditScreen(task_id, at), self.edited)

    def edited(self, left: tuple[int | None, str] | None) -> None:
        """Back from there: to the task that was edited; what was changed is shown in any case."""
        task_id, sentence = left or (None, "")
        self.to_task = task_id
        self.show(self.spec)
        self.say(sentence)

    def action_new(self) -> None:
        """A task behind the one under the cursor, or below it; where there is none, a plan."""
        if (ref := self.matrix.ref) is None:
            self.action_new_plan()
            return
        desk, task_id = app_of(self).desk, ref.task_id
        in_background(self, lambda: Beside(desk.task(task_id)), group="new")

    def on_beside(self, message: Beside) -> None:
        """The task beside which the new one is to stand was read."""
        from sciplan_tui.tui.screens.edit.forms import new_task_form
        from sciplan_tui.tui.screens.form.field_form import Written

        task, edits = message.task, app_of(self).desk.edits()

        def answered(written: Written | None) -> None:
            if written is not None:
                write_in_background(self, lambda: self._added(*edits.add_task(task.task_id, written)))

        self.app.push_screen(new_task_form(task), answered)

    def _added(self, done: Gesture, task_id: int) -> Finished:
        from sciplan_tui.core.sentence.entry import sentence

        self.to_task = task_id
        return Finished(sentence(done))

    def action_new_plan(self) -> None:
        """A plan without a file; it is shown then."""
        from sciplan_tui.core.sentence.entry import sentence
        from sciplan_tui.tui.screens.edit.forms import new_plan_form
        from sciplan_tui.tui.screens.form.field_form import Written

        edits = app_of(self).desk.edits()

        def begun(written: Written) -> Begun:
            done = edits.add_plan(written)
            return Begun(sentence(done), done.facts["plan"])

        def answered(written: Written | None) -> None:
            if written is not None:
                write_in_background(self, lambda: begun(written))

        self.app.push_screen(new_plan_form(), answered)

    def on_begun(self, message: Begun) -> None:
        """Show the plan that was begun."""
        self.say(message.sentence)
        self.show(replace(self.spec, plan=message.plan, query=""))

"""What can be done on the page of edits, by the section of the line under the cursor: change, add, drop."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, cast

from sciplan_tui.core.detail.task import HeldUnit
from sciplan_tui.core.plan import Role
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.edit import correct_forms
from sciplan_tui.tui.screens.edit import forms as edit_forms
from sciplan_tui.tui.screens.edit.correct import Corrections, gone
from sciplan_tui.tui.screens.form.field_form import FieldForm, Written
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets.text.edit_lines import Line
from sciplan_tui.tui.work import write_in_background

if TYPE_CHECKING:
    from sciplan_tui.core.detail.editable import Editable
    from sciplan_tui.core.journal import Gesture
    from sciplan_tui.tui.desk.doubts import CorrectingDesk
    from sciplan_tui.tui.desk.edits import EditDesk


class Dropped(Finished):
    """The task that was edited is gone."""


class EditGestures(Listing[Line, "tuple[int | None, str]"], Corrections):
    """The screen adds how it is read and shown: `known` is what was read of the task `task_id`."""

    def __init__(self, task_id: int) -> None:
        super().__init__()
        self.task_id = task_id
        self.known: Editable | None = None

    @property
    def edits(self) -> EditDesk:
        """What can be done."""
        return app_of(self).desk.edits()

    @property
    def correcting(self) -> CorrectingDesk:
        """What can be corrected."""
        return app_of(self).desk.doubts(None)

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        key = self.lines.key
        return key if self.known is not None else None

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_change()

    def action_change(self) -> None:
        """Say otherwise what stands on the line; where nothing stands, add it."""
        if (line := self.line) is not None and self.known is not None:
            if line.which == "":
                self.action_add()
            else:
                CHANGE[line.section](self, self.known, line.which)

    def action_add(self) -> None:
        """One more of what the line is about; on the task's own lines a task, on the plan's a plan."""
        if (line := self.line) is not None and self.known is not None:
            ADD[line.section](self, self.known)

    def action_drop(self) -> None:
        """Take away what stands on the line, and what goes with it."""
        if (line := self.line) is not None and self.known is not None and line.which != "":
            DROP[line.section](self, self.known, line.which)

    def action_redo(self) -> None:
        """Do again what was undone."""
        from sciplan_tui.tui.screens.marking import turned

        desk = app_of(self).desk
        write_in_background(self, lambda: turned("redone", desk.redo()))

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss((self.task_id, ""))

    def ask(self, form: FieldForm, work: Callable[[Written], Gesture]) -> None:
        """Ask, carry out, say what it did."""
        self.ask_by(form, lambda written: self.do(lambda: work(written)))

    def drop(self, work: Callable[[], Gesture]) -> None:
        """Carry out, say what is gone."""
        write_in_background(self, lambda: Finished(gone(work(), "edit_undo")))

    # The task

    def _change_task(self, known: Editable, which: Hashable) -> None:
        self.action_title() if which == "title" else self.action_kind()

    def _add_task(self, known: Editable) -> None:
        self.ask(edit_forms.new_task_form(known.task), lambda said: self.edits.add_task(self.task_id, said)[0])

    def _drop_task(self, known: Editable, which: Hashable) -> None:
        """The page goes with its task."""
        edits, number = self.edits, known.task.task_id
        if known.by_hand:
            write_in_background(self, lambda: Dropped(gone(edits.drop_task(number), "undo")))
        else:
            self.drop(lambda: edits.drop_task(number))

    def on_dropped(self, message: Dropped) -> None:
        """It is gone: back to the matrix, which says so."""
        self.dismiss((None, message.sentence))

    # Its units

    def _unit(self, which: Hashable) -> list[HeldUnit]:
        units = self.known.task.units if self.known else ()
        return [unit for unit in units if unit.assignment_id == which]

    def _change_unit(self, known: Editable, which: Hashable) -> None:
        held, desk = self._unit(which), self.correcting
        form = correct_forms.unit_form(known.task, held, self.units)
        self.ask(form, lambda said: desk.unit(held[0].assignment_id, said["name"]))

    def _add_unit(self, known: Editable) -> None:
        self.action_add_unit()

    def _drop_unit(self, known: Editable, which: Hashable) -> None:
        desk, number = self.correcting, cast(int, which)
        self.drop(lambda: desk.drop(number))

    def action_role(self) -> None:
        """The role of the unit on the line; elsewhere, of any of them."""
        line, known, desk = self.line, self.known, self.correcting
        held = self._unit(line.which) if line is not None and line.section == "unit" else []
        if known is None or not held:
            super().action_role()
            return
        form = correct_forms.role_form(known.task, held)
        self.ask(form, lambda said: desk.role(held[0].assignment_id, Role(said["role"])))

    def unit_on_line(self) -> str:
        """The unit of the line."""
        line = self.line
        held = self._unit(line.which) if line is not None and line.section == "unit" else []
        return held[0].name if held else ""

    # Its figures

    def _change_target(self, known: Editable, which: Hashable) -> None:
        target = next(one for number, one in known.targets if number == which)
        edits, number = self.edits, cast(int, which)
        self.ask(edit_forms.target_form(known.task, target), lambda said: edits.set_target(number, said))

    def _add_target(self, known: Editable) -> None:
        edits, task_id = self.edits, self.task_id
        self.ask(edit_forms.target_form(known.task, None), lambda said: edits.add_target(task_id, said))

    def _drop_target(self, known: Editable, which: Hashable) -> None:
        edits, number = self.edits, cast(int, which)
        self.drop(lambda: edits.drop_target(number))

    # The plan's milestones

    def _change_milestone(self, known: Editable, which: Hashable) -> None:
        one, edits = next(one for one in known.milestones if one.key == which), self.edits
        self.ask(edit_forms.milestone_form(one), lambda said: edits.set_milestone(one.plan_key, one.key, said))

    def _add_milestone(self, known: Editable) -> None:
        from sciplan_tui.tui.screens.milestone.adding import ask_milestone

        ask_milestone(self, known.task.plan)

    def _drop_milestone(self, known: Editable, which: Hashable) -> None:
        edits, plan, key = self.edits, known.task.plan.key, cast(str, which)
        self.drop(lambda: edits.drop_milestone(plan, key))

    # The plan itself

    def _change_plan(self, known: Editable, which: Hashable) -> None:
        edits, key = self.edits, known.task.plan.key
        form = edit_forms.plan_form(key, known.plan, begin=str(which))
        self.ask(form, lambda said: edits.set_plan(key, said))

    def _add_plan(self, known: Editable) -> None:
        self.ask(edit_forms.new_plan_form(), self.edits.add_plan)

    def _drop_plan(self, known: Editable, which: Hashable) -> None:
        self.say(say("edit.plan_stays"), urgent=True)


CHANGE: Mapping[str, Callable[[EditGestures, Editable, Hashable], None]] = {
    "task": EditGestures._change_task,
    "unit": EditGestures._change_unit,
    "target": EditGestures._change_target,
    "milestone": EditGestures._change_milestone,
    "plan": EditGestures._change_plan,
}
"""What changes a line, by its section."""
ADD: Mapping[str, Callable[[EditGestures, Editable], None]] = {
    "task": EditGestures._add_task,
    "unit": EditGestures._add_unit,
    "target": EditGestures._add_target,
    "milestone": EditGestures._add_milestone,
    "plan": EditGestures._add_plan,
}
DROP: Mapping[str, Callable[[EditGestures, Editable, Hashable], None]] = {
    "task": EditGestures._drop_task,
    "unit": EditGestures._drop_unit,
    "target": EditGestures._drop_target,
    "milestone": EditGestures._drop_milestone,
    "plan": EditGestures._drop_plan,
}

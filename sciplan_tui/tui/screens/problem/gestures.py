"""What can be done with the problem under the cursor, besides the corrections of its task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from sciplan_tui.core.detail.doubt import Doubt, DoubtReading
from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.tui.desk.doubts import DoubtDesk
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import TaskOpened
from sciplan_tui.tui.screens.below import Below
from sciplan_tui.tui.screens.edit.correct import Corrections
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.tui.screens.form.field_form import Written


OF_PLAN = ("plan", "document_number")
"""The line of the page of edits from which a plan's own facts are filled in."""


@dataclass
class ToEdit(Message):
    """Where to edit: a task, and the line of the page to begin on."""

    task_id: int
    line: tuple[str, str] | None


class ProblemGestures(Listing[int, int], Corrections):
    """Settling a problem, and going where it is dealt with; the screen adds how problems are shown.

    `reading` is the problem on screen; `going_on`: once the list is read anew, go on to the next open problem.
    """

    def __init__(self, desk: DoubtDesk, below: Below) -> None:
        super().__init__()
        self.desk = desk
        self.below = below
        self.reading: DoubtReading | None = None
        self.going_on = False

    @property
    def doubt(self) -> Doubt | None:
        """The problem under the cursor."""
        raise NotImplementedError

    @property
    def task_shown(self) -> TaskDetail | None:
        """The task of the problem under the cursor."""
        return self.reading.task if self.reading else None

    @property
    def correcting(self) -> DoubtDesk:
        """What can be done."""
        return self.desk

    def proposals_shown(self) -> Sequence[int]:
        """Of a document that names no lead, all that are proposed."""
        return [one.assignment_id for one in self.reading.proposals] if self.reading else ()

    def action_settle(self) -> None:
        """Settle it, with a note; open a settled one again."""
        from sciplan_tui.tui.screens.edit.correct_forms import settle_form

        doubt, desk = self.doubt, self.desk
        if doubt is None:
            return
        if doubt.settled:
            self.do(lambda: desk.unsettle([doubt.problem_id]))
            return

        def settle(said: Written) -> None:
            self.going_on = True
            self.do(lambda: desk.settle([doubt.problem_id], said["note"] or None))

        self._ask(settle_form(sentence(doubt.problem)), settle)

    def action_open(self) -> None:
        """Everything about its task."""
        if task := self._there():
            self.post_message(TaskOpened(task.task_id))

    def action_edit(self) -> None:
        """Its task and its plan, line by line; of a problem of the whole document, at what the plan says of itself."""
        desk = app_of(self).desk
        if (doubt := self.doubt) is not None:
            plan, task = doubt.plan_key, doubt.task_id
            in_background(
                self, lambda: ToEdit(task or desk.edits().first_task(plan), None if task else OF_PLAN), group="edit"
            )

    def on_to_edit(self, message: ToEdit) -> None:
        """It was found where to edit."""
        from sciplan_tui.tui.screens.edit.edit import EditScreen
        from sciplan_tui.tui.widgets.text.edit_lines import Line

        at = Line(*message.line) if message.line else None
        self.app.push_screen(EditScreen(message.task_id, at), self._edited)

    def _edited(self, left: tuple[int | None, str] | None) -> None:
        if left and left[1]:
            self.say(left[1])

    def action_units(self) -> None:
        """The units of its plan; the two that may be one, where it is about such."""
        from sciplan_tui.tui.screens.unit.units import UnitsScreen

        if doubt := self.doubt:
            desk = app_of(self).desk.units(doubt.plan_key)
            self.app.push_screen(UnitsScreen(desk, doubt=doubt.problem_id))

    def action_review(self) -> None:
        """What stays to be decided of its plan's last edition."""
        from sciplan_tui.tui.screens.edition.review import ReviewScreen

        if doubt := self.doubt:
            self.app.push_screen(ReviewScreen(app_of(self).desk.pending(doubt.plan_key)), self._told)

    def action_milestone(self) -> None:
        """Add a milestone to its plan."""
        from sciplan_tui.tui.screens.milestone.adding import ask_milestone

        plans = self.below.matrix.frame.plans
        if plan := next((plan for plan in plans if self.doubt and plan.key == self.doubt.plan_key), None):
            ask_milestone(self, plan)

    def _told(self, sentence: str | None) -> None:
        if sentence:
            self.say(sentence)

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()

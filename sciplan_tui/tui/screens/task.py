"""One task whole: its path, units, figures, marks, doubts, and the lines of the source with the statement lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of, looked_at
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.below import Below
from sciplan_tui.tui.screens.edit.correct import Corrections
from sciplan_tui.tui.screens.marking import Marking
from sciplan_tui.tui.screens.page import Page
from sciplan_tui.tui.widgets.text.task_text import task_text
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.core.unit.name import UnitBook
    from sciplan_tui.tui.desk.doubts import CorrectingDesk


class TaskScreen(Page[int], Corrections, Marking):
    """Hands back the task that was read last, so that the matrix can go there.

    `order`: the tasks that are gone through, where it is not the order of the matrix.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("task", "correct")
    SCOPES = ("task", "correct", "page", "app")

    def __init__(self, task_id: int, below: Below, order: Sequence[int] = ()) -> None:
        super().__init__()
        self._order = tuple(dict.fromkeys(order))
        self._task_id = task_id
        self._below = below
        self._shown: TaskDetail | None = None

    def read(self) -> None:
        """Read the task."""
        desk, task_id, correcting = app_of(self).desk, self._task_id, self.correcting

        def work() -> Answered[tuple[TaskDetail, UnitBook]]:
            task = desk.task(task_id)
            return Answered((task, correcting.unit_book(task.plan.key)))

        in_background(self, work)

    def on_answered(self, message: Answered[tuple[TaskDetail, UnitBook]]) -> None:
        """Fill the page."""
        task, self.units = message.value
        self._entitle(task)
        self.fill(
            lambda width: task_text(task, width), stay=self._shown is not None and task.task_id == self._shown.task_id
        )
        self._shown = task

    def _entitle(self, task: TaskDetail) -> None:
        self.head(f"{task.path} {task.title}", say(f"word.kind.{task.kind}"), *looked_at(self))

    def speak_anew(self) -> None:
        """The title too."""
        if self._shown is not None:
            self._entitle(self._shown)
        super().speak_anew()

    @property
    def task_shown(self) -> TaskDetail | None:
        """The task on the page."""
        return self._shown

    @property
    def correcting(self) -> CorrectingDesk:
        """What can be corrected."""
        return app_of(self).desk.doubts(None)

    def on_refused(self, message: Refused) -> None:
        """Say why not."""
        self.say(message.sentence, urgent=True)

    def on_screen_resume(self) -> None:
        """Read the task: at first, and when the form of a mark has closed."""
        self.read()

    def action_turn(self, by: int) -> None:
        """The next task or the one before."""
        if self._task_id in self._order:
            at = self._order.index(self._task_id) + by
            self._task_id = self._order[max(0, min(at, len(self._order) - 1))]
        else:
            self._task_id = self._below.matrix.neighbour(self._task_id, by)
        self.read()

    def action_mark(self) -> None:
        """Mark this task, also one that the matrix does not show."""
        task = self._shown
        if any(row.task_id == self._task_id for row in self._below.matrix.frame.rows):
            self._below.matrix.find(self._task_id)
            self._below.mark(frozenset({self._task_id}))
        elif task is not None:
            milestones = [one.milestone for one in task.marks if one.milestone.end]
            from sciplan_tui.tui.screens.mark import heading_refused, marks_at

            marks = marks_at(task.marks)
            if refused := heading_refused(task, marks):
                self.say(refused, urgent=True)
            else:
                self.mark(frozenset({task.task_id}), milestones, task, marks=marks)

    def action_edit(self) -> None:
        """Edit it and its plan, line by line."""
        from sciplan_tui.tui.screens.edit.edit import EditScreen

        self.app.push_screen(EditScreen(self._task_id), self._edited)

    def _edited(self, left: tuple[int | None, str] | None) -> None:
        """Show it again; where it is gone, go back."""
        task_id, sentence = left or (self._task_id, "")
        if task_id is None:
            self._below.say(sentence)
            self.dismiss(None)

    def action_back(self) -> None:
        """Go back to the matrix, at this task."""
        self.dismiss(self._task_id)

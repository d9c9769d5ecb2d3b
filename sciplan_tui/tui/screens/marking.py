"""What every screen of tasks can have done besides the matrix: tasks opened and marked, changes taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from sciplan_tui.core.journal import Entry
from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.desk import MarkForm
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished, TaskOpened
from sciplan_tui.tui.screens.copying import Copying
from sciplan_tui.tui.screens.mark import MarkScreen, Titled, marked, milestone_names
from sciplan_tui.tui.work import write_in_background


class Marking(Copying):
    """`read` reads what is shown anew; `say` says a sentence."""

    def read(self) -> None:
        """Read what is shown."""
        raise NotImplementedError

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence."""
        raise NotImplementedError

    def was_marked(self) -> None:
        """A mark is on its way: a selection, say, has served."""

    def on_finished(self, message: Finished) -> None:
        """Something was done: say so, and show it."""
        self.say(message.sentence)
        self.read()

    def mark(
        self,
        tasks: frozenset[int],
        milestones: Sequence[MarkColumn],
        one: Titled | None,
        chosen: str | None = None,
        marks: Mapping[int, MarkCell] | None = None,
    ) -> None:
        """Ask how these tasks stand at one of these milestones (`chosen`: its key), and note it. `one`: the task, where
        it is one, and `marks` how it stands."""
        if not milestones:
            self.say(say("board.no_milestone"), urgent=True)
            return
        names = milestone_names(milestones)
        desk = app_of(self).desk

        def answered(form: MarkForm | None) -> None:
            if form is not None:
                self.was_marked()
                write_in_background(self, partial(marked, desk, form, names[form.milestone]))

        chosen = chosen or desk.last_marked(names)
        self.app.push_screen(MarkScreen(tasks, milestones, one, desk.today, chosen, desk.now_standing(marks)), answered)

    def open_task(self, task_id: int, order: Sequence[int]) -> None:
        """Everything about a task; `order`: the tasks that `n` goes through there."""
        self.post_message(TaskOpened(task_id, order, self.returned))

    def returned(self, task_id: int | None) -> None:
        """Back from a task, the one that was looked at last."""
        self.read()

    def action_undo(self) -> None:
        """Take back the last change."""
        desk = app_of(self).desk
        write_in_background(self, lambda: turned("undone", desk.undo()))

    def action_redo(self) -> None:
        """Do again what was undone."""
        desk = app_of(self).desk
        write_in_background(self, lambda: turned("redone", desk.redo()))


def turned(done: str, entry: Entry) -> Finished:
    """What was `undone` or `redone`."""
    return Finished(say(f"tui.{done}", id=entry.id, what=sentence(entry)))

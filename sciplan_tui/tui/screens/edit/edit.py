"""What can be edited by hand of a task and of its plan, line by line: a line is changed, dropped, or has one added."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.messages import Answered, Finished, Refused
from sciplan_tui.tui.screens.edit.gestures import EditGestures
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.text import edit_lines
from sciplan_tui.tui.widgets.text.edit_lines import Line
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.core.detail.editable import Editable
    from sciplan_tui.core.unit.name import UnitBook


class EditScreen(EditGestures):
    """Hands back the task to go to (None: it is gone), and what is to be said. `at`: the line to begin on.

    A line of a unit is asked for by the number of the unit.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("edit", "ends")
    SCOPES = ("edit", "rows", "ends", "app")

    def __init__(self, task_id: int, at: Line | None = None) -> None:
        super().__init__(task_id)
        self._at = at

    # What is shown

    def on_mount(self) -> None:
        """Read what there is."""
        self.head(say("edit.title"))
        self.read()

    def read(self) -> None:
        """Read it: at first, and after each edit."""
        edits, correcting, task_id = self.edits, self.correcting, self.task_id

        def work() -> Answered[tuple[Editable, UnitBook]]:
            known = edits.editable(task_id)
            return Answered((known, correcting.unit_book(known.task.plan.key)))

        in_background(self, work, group="editable")

    def on_answered(self, message: Answered[tuple[Editable, UnitBook]]) -> None:
        """It was read; what a gesture has said stays."""
        self.known, self.units = message.value
        self.show_lines()
        if self._at is not None:
            self.lines.find(self._line(self._at))
            self._at = None

    def _line(self, at: Line) -> Line:
        """The line that is meant: that of a unit is asked for by the unit."""
        units = self.known.task.units if self.known and at.section == "unit" else ()
        return next((Line("unit", one.assignment_id) for one in units if one.unit_id == at.which), at)

    def show_lines(self) -> None:
        """Fill the title line and the list."""
        if self.known is not None:
            task = self.known.task
            self.head(say("edit.title"), f"{task.path} {task.title}", task.plan.key)
            self.lines.show(list(edit_lines.lines(self.known)))
            self.tell()

    def pieces(self, key: Line, width: int) -> Pieces:
        """A line."""
        return edit_lines.pieces(self.known, key) if self.known else []

    def detail(self, key: Line, width: int) -> Content:
        """The same in full, and what can be done."""
        return edit_lines.detail(self.known, key, width) if self.known else Content("")

    @property
    def task_shown(self) -> TaskDetail | None:
        """The task."""
        return self.known.task if self.known else None

    def on_finished(self, message: Finished) -> None:
        """Say it, and show it."""
        self.say(message.sentence)
        self._at = self._of_unit()
        self.read()

    def _of_unit(self) -> Line | None:
        """The line of the unit under the cursor by the number of the unit: a ruling gives its duty another."""
        key, units = self.lines.key, self.known.task.units if self.known else ()
        held = (one for one in units if key is not None and key == Line("unit", one.assignment_id))
        return next((Line("unit", one.unit_id) for one in held), None)

    def on_refused(self, message: Refused) -> None:
        """Say why not."""
        self.say(message.sentence, urgent=True)

"""A split, task by task: which of the heirs holds each duty from the day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.content import Content

from sciplan_tui.core.sentence.roles import role_words
from sciplan_tui.core.unit.detail import HeldTask
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk.units import UnitDesk
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.plain import joined
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.workspace.unit.units import UnitRecord

HEIR, PATH = 24, 10


class SplitScreen(Listing[int, Mapping[int, str]]):
    """Hands back the heir of each task, once every task has one. A digit gives the task under the cursor to an heir."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("split", "ends")
    SCOPES = ("split", "rows", "ends", "app")

    def __init__(self, desk: UnitDesk, unit: UnitRecord, heirs: Sequence[str]) -> None:
        super().__init__()
        self._desk, self._unit, self._heirs = desk, unit, tuple(heirs)
        self._tasks: dict[int, HeldTask] = {}
        self._given: dict[int, str] = {}
        self._last = self._heirs[0]

    def on_mount(self) -> None:
        """Read which tasks there are."""
        self.say(say("tui.reading"))
        in_background(self, lambda: Answered(self._desk.split_tasks(self._unit)))

    def on_answered(self, message: Answered[Sequence[HeldTask]]) -> None:
        """They were read."""
        self._tasks = {task.task_id: task for task in message.value}
        self.say("" if self._tasks else say("unit.no_tasks", name=self._unit.name), urgent=not self._tasks)
        self.lines.show(list(self._tasks))
        self.show_lines()

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        counts = say("unit.split_counts", given=len(self._given), count=len(self._tasks))
        self.head(say("unit.split_head", name=self._unit.name), counts)
        self.lines.refresh()
        self.tell()

    @property
    def _room(self) -> int:
        """Cells of the widest that the unit is to one of the tasks."""
        return max(cell_len(role_words(task.roles)) for task in self._tasks.values())

    def pieces(self, key: int, width: int) -> Pieces:
        """What the unit is to the task, and at the right the heir."""
        task, heir = self._tasks[key], self._given.get(key)
        left = max(width - HEIR, 1)
        roles = fit(role_words(task.roles), self._room) + "  "
        return [
            (fit(f"{fit(task.path, PATH)}{roles}{task.title}", left - 1) + " ", "text" if heir else "context"),
            (fit(heir or "-", HEIR), "chosen" if heir else "legend"),
        ]

    def detail(self, key: int, width: int) -> Content:
        """The task, the digits, and who would have all that is left."""
        task = self._tasks[key]
        heirs = [[(f"{digit} {name}", "")] for digit, name in enumerate(self._heirs, 1)]
        told = [
            hang([], [[(f"{task.path} {task.title}", "bold")], [(role_words(task.roles), "")]], width),
            hang([(say("unit.split_to") + "  ", "")], heirs, width),
        ]
        if left := len(self._tasks) - len(self._given):
            told.append(hang([], [[(say("unit.split_all", count=left, name=self._last), "")]], width))
        return joined(told)

    def on_key(self, event: events.Key) -> None:
        """A digit gives the task to an heir, and goes on to the next."""
        digit = (
            int(event.character) if event.character and event.character.isascii() and event.character.isdigit() else 0
        )
        task = self.lines.key
        if 0 < digit <= len(self._heirs) and task is not None:
            event.stop()
            self._last = self._heirs[digit - 1]
            self._given[task] = self._last
            self.show_lines()
            self.lines.action_step(1)

    def action_give_all(self) -> None:
        """All that is left goes to the heir that was given last."""
        self._given = {task: self._given.get(task, self._last) for task in self._tasks}
        self.show_lines()

    def action_apply(self) -> None:
        """Hand the answers back, if there is one for each."""
        left = len(self._tasks) - len(self._given)
        if not self._tasks:
            self.say(say("unit.no_tasks", name=self._unit.name), urgent=True)
        elif left:
            self.say(say("unit.split_rest", count=left), urgent=True)
        else:
            self.dismiss(self._given)

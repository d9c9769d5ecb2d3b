"""The page of one unit: who it is, what it holds by role and part, its figures, and what changed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from sciplan_tui.core.unit.detail import UnitDetail
from sciplan_tui.core.view.finding import Hit
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of, looked_at
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.screens.marking import Marking
from sciplan_tui.tui.widgets.line_list import LineList, Pieces
from sciplan_tui.tui.widgets.matrix.layout import plan_name
from sciplan_tui.tui.widgets.text import duty_text
from sciplan_tui.tui.widgets.text.duty_lines import DutyLines, Key
from sciplan_tui.tui.work import in_background

Asked = tuple[str, int, str, str]
"""What the matrix is to show: `duties` of a unit; its id, plan and name."""


class UnitScreen(Listing[Key, Asked], Marking):
    """`order`: the units that one goes through here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("unit", "ends")
    SCOPES = ("unit", "rows", "ends", "app")
    OF_LINES = frozenset({"unit_mark", "unit_open", "unit_select", "unit_fold", "unit_fold_all", "unit_copy"})

    def __init__(self, unit_id: int, order: Sequence[int] = ()) -> None:
        super().__init__()
        self.unit_id = unit_id
        self._order = tuple(order)
        self._sheet: DutyLines | None = None
        self._turned: set[Key] = set()
        self._levels = 1
        self._selected: set[int] = set()

    def on_mount(self) -> None:
        """Read the unit."""
        self.say(say("tui.reading"))
        self.read()

    def read(self) -> None:
        """Read it: at first, and after each change."""
        desk, unit_id = app_of(self).desk, self.unit_id
        in_background(self, lambda: Answered(desk.boards().unit(unit_id)), group="unit")

    def on_answered(self, message: Answered[UnitDetail]) -> None:
        """It was read; what a gesture has said stays."""
        unit = message.value
        if unit.unit_id != self.unit_id:
            return
        if self._sheet is None or self._sheet.unit.unit_id != unit.unit_id:
            self.say("")
        self._sheet = DutyLines(unit)
        self.show_lines()

    # What is shown

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        if (sheet := self._sheet) is None:
            return
        self.lines.show(list(sheet.shown(self._folded)))
        unit = sheet.unit
        facts = [unit.name, say("duty.title")]
        if self.unit_id in self._order and len(self._order) > 1:
            facts.append(say("duty.place", place=self._order.index(self.unit_id) + 1, count=len(self._order)))
        if self._selected:
            facts.append(say("tui.selected", count=len(self._selected)))
        self.head(*facts, *looked_at(self), plan_name(unit.plan))
        self.tell()

    def _folded(self, key: Key) -> bool:
        """By the level that is asked for: parts only, duties, or also what inherits them; some are turned by hand."""
        least = {"part": 1, "duty": 2}.get(key.of, 0)
        return (self._levels < least) != (key in self._turned)

    def header(self, width: int) -> Pieces:
        """The milestones over their marks."""
        return duty_text.header(self._sheet.unit, width) if self._sheet else []

    def pieces(self, key: Key, width: int) -> Pieces:
        """One line of the sheet."""
        sheet = self._sheet
        assert sheet is not None
        chosen = sheet.task_of(key) in self._selected
        return duty_text.pieces(sheet.lines[key], sheet.unit, width, fold=self._fold_sign(key), chosen=chosen)

    def _fold_sign(self, key: Hashable) -> str:
        assert self._sheet is not None
        if not isinstance(key, Key) or not self._sheet.has_below(key):
            return ""
        return "+" if self._folded(key) else "-"

    def detail(self, key: Key, width: int) -> Content:
        """All about the line under the cursor."""
        assert self._sheet is not None
        return duty_text.detail(self._sheet.lines[key], self._sheet.unit, width, app_of(self).desk.day)

    # Folding

    def action_fold(self) -> None:
        """Fold or unfold what stands below the line, or the duty or part it stands in."""
        if self._sheet is None:
            return
        key = self.lines.key
        if not self._fold_sign(key):
            key = self.at_cursor(self._sheet.parents)
        if key is not None:
            self._turned ^= {key}
            self.show_lines()
            self.lines.find(key)

    def action_fold_all(self) -> None:
        """The duties; also what inherits them; only the parts: in turn."""
        self._levels, self._turned = (self._levels + 1) % 3, set()
        self.show_lines()

    # Going on

    def action_turn(self, by: int) -> None:
        """To the next unit, or the one before."""
        at = self._order.index(self.unit_id) + by if self.unit_id in self._order else -1
        if not 0 <= at < len(self._order):
            self.say(say("duty.only_one" if len(self._order) < 2 else "duty.last" if by > 0 else "duty.first"))
            return
        self._go_to(self._order[at])

    def _go_to(self, unit_id: int) -> None:
        self.unit_id = unit_id
        self._selected, self._turned = set(), set()
        self.lines.action_edge("first")
        self.read()

    def action_find(self) -> None:
        """To another unit, by a few characters or the initials of its name."""
        from sciplan_tui.tui.screens.find import FindScreen

        def found(hit: Hit | None) -> None:
            if hit is not None and hit.found_id != self.unit_id:
                self._go_to(hit.found_id)

        self.app.push_screen(FindScreen(ViewSpec(), units_only=True), found)

    def action_open(self) -> None:
        """Everything about the task; on a part, what stands below it."""
        sheet, key = self._sheet, self.lines.key
        if sheet is None or key is None:
            return
        if task := sheet.task_of(key):
            self.open_task(task, sheet.tasks())
        else:
            self.action_fold()

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()

    def on_line_list_clicked(self, message: LineList.Clicked) -> None:
        """A click on the sign of a fold."""
        if 0 <= message.x < 7 and self._fold_sign(message.key):
            self.action_fold()

    def action_matrix(self) -> None:
        """What it holds, in the matrix."""
        if self._sheet:
            unit = self._sheet.unit
            self.dismiss(("duties", unit.unit_id, unit.plan.key, unit.name))

    def action_export(self) -> None:
        """Write what it holds to a file."""
        from sciplan_tui.tui.screens.export.export import ExportScreen

        if self._sheet:
            unit = self._sheet.unit
            query = 'unit:"{}"'.format(unit.name.replace('"', ""))
            self.app.push_screen(ExportScreen(ViewSpec(unit.plan.key, query), "duties"), self._exported)

    def action_duty_sheet(self) -> None:
        """The duty sheet of this unit, with its cover note."""
        from sciplan_tui.tui.screens.export.duty_sheets import DutySheetsScreen

        if self._sheet:
            unit = self._sheet.unit
            self.app.push_screen(DutySheetsScreen(ViewSpec(unit.plan.key), (unit.unit_id,), unit.name), self._exported)

    def _exported(self, sentence: str | None) -> None:
        if sentence:
            self.say(sentence)

    # Marking

    def action_select(self) -> None:
        """Select the task, or let it go, and step on."""
        if self._sheet and (task := self._sheet.task_of(self.lines.key)):
            self._selected ^= {task}
            self.lines.action_step(1)
            self.show_lines()

    def action_mark(self) -> None:
        """Mark the selected tasks, else the one under the cursor."""
        sheet = self._sheet
        task = sheet.task_of(self.lines.key) if sheet else None
        tasks = frozenset(self._selected or ({task} if task else ()))
        if sheet is None or not tasks:
            self.say(say("duty.on_duty"), urgent=True)
            return
        one = sheet.titled(next(iter(tasks))) if len(tasks) == 1 else None
        self.mark(tasks, sheet.unit.milestones, one, marks=one.marks if one else None)

    def action_copy(self) -> None:
        """Copy the selected tasks, else all that it holds, as a list of tasks."""
        if sheet := self._sheet:
            tasks = frozenset(self._selected or sheet.tasks())
            self.copy(ViewSpec(sheet.unit.plan.key), tasks, "tasks")

    def was_marked(self) -> None:
        """The selection has served."""
        self._selected.clear()

    def action_back(self) -> None:
        """Let the selection go; when there is none, go back."""
        if self._selected:
            self._selected.clear()
            self.show_lines()
        else:
            self.dismiss(None)

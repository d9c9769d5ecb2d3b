"""The main screen: status, matrix, the line about the cursor, the query line, the keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import QueryError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import (
    CursorMoved,
    Finished,
    Framed,
    QueryRefused,
    Refused,
    SelectionChanged,
    Tallied,
    TaskOpened,
)
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.screens.main.arranging import Arranging
from sciplan_tui.tui.screens.main.asking import Asking
from sciplan_tui.tui.screens.main.boards import Boards
from sciplan_tui.tui.screens.main.densities import Densities
from sciplan_tui.tui.screens.main.editing import Editing
from sciplan_tui.tui.screens.main.foremost import Foremost
from sciplan_tui.tui.screens.main.keeping_up import KeepingUp
from sciplan_tui.tui.widgets.detail_line import DetailLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.matrix import words
from sciplan_tui.tui.widgets.matrix.view import MatrixView
from sciplan_tui.tui.widgets.one_line import OneLine, TopLine
from sciplan_tui.tui.work import in_background, wanted

if TYPE_CHECKING:
    from sciplan_tui.workspace.view.viewing import View

LOOK_EVERY = 0.9
"""Seconds between two looks whether another program has changed the database: what it did is shown within one."""


class MatrixScreen(KeepingUp, Foremost, Arranging, Boards, Densities, Editing, Asking, InWindow, Screen[None]):
    """Holds the ViewSpec and the frame it gave; each gesture makes a new ViewSpec or a change of the data."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("matrix")
    AUTO_FOCUS = "MatrixView"

    def __init__(self, frame: Frame, view: View) -> None:
        super().__init__()
        self.spec = frame.spec
        self._view = view
        self._version = view.version()
        self._said: tuple[str, bool] = ("", False)
        self.note = DetailLine(id="note", between="  ")
        self.keys = KeyLine("matrix", "move", "app")
        colour = not self.app.no_color
        self.matrix = MatrixView(frame, view.window, words.matrix_words(colour), colour=colour)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TopLine(yields=True)
        yield self.matrix
        yield self.note
        yield self.keys

    def on_mount(self) -> None:
        """Begin to look for changes made elsewhere; once all is on screen, bring the query line and count."""
        self.call_after_refresh(self.furnish)
        self.call_after_refresh(self.count)
        self.call_after_refresh(self.look_at_journal)
        self._tell()
        self.set_interval(LOOK_EVERY, self._look)

    # What is shown

    @property
    def frame(self) -> Frame:
        """The frame on screen."""
        return self.matrix.frame

    def show(self, spec: ViewSpec) -> None:
        """Look at something else; the answer comes as a message."""
        self.spec = spec
        desk = app_of(self).desk

        def work() -> Framed | QueryRefused | None:
            try:
                frame = desk.frames.frame(spec, desk.as_of, wanted)
                return Framed(frame) if frame else None
            except QueryError as error:
                return QueryRefused(spec, error)

        in_background(self, work, group="frame")

    def look_at(self, day: date | None) -> None:
        """Ask who holds what on another day: by a view of its own."""
        self._view = app_of(self).open_view(day)
        self.reload()

    def reload(self) -> None:
        """Look again at the same."""
        self._version = self._view.version()
        self.show(self.spec)
        self.look_at_journal()

    def _look(self) -> None:
        if self._view.version() != self._version:
            self.reload()

    def on_framed(self, message: Framed) -> None:
        """A view was read; one that is no longer asked for is dropped."""
        if message.frame.spec == self.spec:
            if self.spec.plan not in (None, self.frame.spec.plan):
                # What is selected in a plan that is no longer on screen would be marked unseen.
                self.matrix.clear_selection()
            self.matrix.show(message.frame, self._view.window)
            self.arrive()
            self.answered(message.frame)
            self._tell()
            self.matrix.call_after_refresh(self.count)

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence until the cursor is moved."""
        self._said = (sentence, urgent)
        self._tell()

    def on_screen_suspend(self) -> None:
        """Another page comes before this one: what was said here may no longer be so when it is seen again."""
        if not self.app.screen.is_modal:
            self._said = ("", False)

    def on_screen_resume(self) -> None:
        """Seen again."""
        if self.is_mounted:
            self._tell()

    def speak_anew(self) -> None:
        """All in the language in force; what was said is past."""
        self.matrix.speak(words.matrix_words(not self.app.no_color))
        if self.furnished:
            self.query_line.speak_anew()
        self.say("")

    def tell_status(self) -> None:
        """The plan, the counts, the filter, what is selected; when all was saved last."""
        frame, matrix = self.frame, self.matrix
        facts = [
            words.title(frame),
            *words.status(frame, len(matrix.selected), matrix.ranging, app_of(self).desk.as_of),
            *([say("look.undecided")] if self.undecided() else []),
        ]
        self.query_one("#status", OneLine).show(facts, right=self.saved())
        self.keys.look()

    def _tell(self) -> None:
        self.tell_status()
        frame, matrix = self.frame, self.matrix
        sentence, urgent = self._said
        row, ref = matrix.row, matrix.ref
        if sentence:
            self.note.show([sentence], urgent=urgent)
        elif row and ref:
            forms = words.details(matrix.scene, row, ref.plan_id, app_of(self).desk.day)
            self.note.tell(forms, yields=int(matrix.scene.column >= 0))
        elif head := matrix.head:
            self.note.tell([words.plan_facts(frame, head)])
        else:
            self.note.show([] if frame.rows else [say("tui.nothing")])

    def on_cursor_moved(self, message: CursorMoved) -> None:
        """Say what the cursor is on now."""
        self._said = ("", False)
        self._tell()

    def on_tallied(self, message: Tallied) -> None:
        """Say what the unit under the cursor holds."""
        self._tell()

    def on_selection_changed(self, message: SelectionChanged) -> None:
        """Say how many are selected."""
        self._tell()

    # What a person does

    def action_clear(self) -> None:
        """Let the selection go; when there is none, clear the filter; when there is none, go back to today."""
        if not self.matrix.clear_selection():
            if self.spec.query:
                self.rearrange(replace(self.spec, query=""))
            elif app_of(self).desk.as_of is not None:
                self.look_at(None)
        self.say("")

    def action_columns(self) -> None:
        """Show or hide units without a cell; where none is, it is said all the same what holds from now on."""
        hide = not self.spec.hide_empty
        self.rearrange(replace(self.spec, hide_empty=hide))
        self.say(say("query.views.hidden" if hide else "query.views.unhidden"))

    def on_finished(self, message: Finished) -> None:
        """Work is done: say so, and show it."""
        self.say(message.sentence)
        self.reload()

    def on_refused(self, message: Refused) -> None:
        """Work was refused: say why."""
        self.say(message.sentence, urgent=True)

    def on_task_opened(self, message: TaskOpened) -> None:
        """One of the rows: from there back to it."""
        message.back = self.returned

    def returned(self, task_id: int | None) -> None:
        """Back from a task, the one that was looked at last."""
        if task_id is not None:
            self.matrix.find(task_id)
        self._tell()

    def action_leave(self) -> None:
        """Leave; everything is saved, and what is still being read is not waited for."""
        self.workers.cancel_all()
        app_of(self).desk.stop()
        self.app.exit()

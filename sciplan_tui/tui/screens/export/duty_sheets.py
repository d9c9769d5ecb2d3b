"""Duty sheets: in which format, into which folder, from whom and by when to report back. Hands back where they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from textual.widget import Widget

from sciplan_tui.core.file_name import safe_name
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.out import DutySheetsForm
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Refused
from sciplan_tui.tui.screens.export.writing import Advanced, Stopped, WritingForm, day_written, path_field
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.workspace.sheet.parts import Step

FORMATS = ("both", "docx", "xlsx")
_IN_THE_WAY = ("export_exists", "files_exist")


class DutySheetsScreen(WritingForm):
    """What is there already is overwritten only by a second Enter. `units`: whose sheets; none: of all in the view.

    `called`: how the one unit is called, or how many they are.
    """

    sender = ""
    """Who sent the last ones."""

    def __init__(self, spec: ViewSpec, units: Sequence[int], called: str) -> None:
        super().__init__()
        self._spec, self._units, self._called = spec, tuple(units), called
        self._taken = ""
        self._done = 0

    def title_text(self) -> str:
        """Of which plan, and of whom."""
        plan = f"{self._spec.plan}  " if self._spec.plan else ""
        query = f"  {self._spec.query}" if self._spec.query else ""
        return say("word.noted", what=say("duty.title"), said=f"{plan}{self._called}{query}")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Format, note, who sends it and by when an answer is asked for, folder."""
        named = [(name, say(f"duty_paper.form.format.{name}")) for name in FORMATS]
        yield say("tui.export.format"), Choice(named, id="format")
        both = [("with", say("tui.export.with")), ("without", say("tui.export.without"))]
        yield say("duty_paper.form.note"), Choice(both, id="note")
        yield say("duty_paper.form.sender"), TextLine(self.sender, hint=say("duty_paper.form.left_open"), id="sender")
        reply_by = TextLine(hint=say("duty_paper.form.such_as", day="2024-06-30"), id="reply_by")
        yield say("duty_paper.form.reply_by"), reply_by
        folder = f"{safe_name(self._spec.plan or 'sciplan')}-{say('duty_paper.form.folder_named')}"
        yield say("duty_paper.form.folder"), path_field(folder, "folder")

    def answer(self) -> None:
        """Begin to write, when the day is one and a folder is named."""
        folder, reply_by = self.written("folder"), self.written("reply_by")
        if self.is_writing:
            return
        if reply_by and day_written(reply_by) is None:
            self.fault(say("tui.mark.bad_date"))
        elif not folder:
            self.fault(say("duty_paper.form.no_folder"))
        else:
            self._write(folder, day_written(reply_by))

    def _write(self, folder: str, reply_by: date | None) -> None:
        form, note = self.chosen("format"), self.chosen("note")
        DutySheetsScreen.sender = self.written("sender")
        asked = DutySheetsForm(
            self._spec, self._units, folder, form, note == "with", self.sender or None, reply_by, self._taken == folder
        )
        out = app_of(self).desk.out()

        def work(step: Step) -> str:
            self._taken, self._done = "", 0
            try:
                return out.duty_sheets(asked, step)
            except WritingError as fault:
                self._taken = folder if fault.code in _IN_THE_WAY else ""
                raise

        self.write(work)

    def on_advanced(self, message: Advanced) -> None:
        """Remember how far it is."""
        self._done = message.done

    def on_stopped(self, message: Stopped) -> None:
        """What is written by then stays, and is told."""
        message.prevent_default()
        super().on_stopped(message)
        self.fault(say("duty_paper.form.stopped", count=self._done, folder=self.written("folder")))

    def on_refused(self, message: Refused) -> None:
        """It cannot be written; where only files are in the way, a second Enter writes over them."""
        message.prevent_default()
        super().on_refused(message)
        if self._taken:
            self.fault(say("duty_paper.form.exists"))

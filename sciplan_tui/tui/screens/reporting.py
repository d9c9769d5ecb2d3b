"""What was reported for the figure under the cursor: noted in a form, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sciplan_tui.core.given.figure import number_of
from sciplan_tui.core.progress.figures import Figure
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.core.sentence.reported import told
from sciplan_tui.core.sentence.target import aim
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.field_form import Field, FieldForm, Written
from sciplan_tui.tui.screens.marking import Marking
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.work import write_in_background
from sciplan_tui.workspace.gesture import given_text
from sciplan_tui.workspace.gesture.evidence import evidence_given

if TYPE_CHECKING:
    from collections.abc import Callable

    from sciplan_tui.core.journal import Gesture


class ReportForm(FieldForm):
    """A value, its day, a note, the file that proves it; what was reported last is told before."""

    def __init__(self, figure: Figure, today: date) -> None:
        self._figure = figure
        fields = (
            Field("value", hint=figure.aim.unit, needed=True),
            Field("on", today.isoformat(), needed=True),
            Field("note"),
            Field("evidence", hint=say("reported.hint.evidence")),
        )
        title = say("reported.title", path=figure.aim.path, indicator=figure.aim.indicator, aim=aim(figure.aim))
        super().__init__(narrow(title), fields, "  ".join(told(figure.aim, figure.reported)))

    def called(self, field: Field) -> str:
        """What a field is called here."""
        return say(f"reported.field.{field.key}")

    def answer(self) -> Written | None:
        """What was written, when it would be taken."""
        written = super().answer()
        try:
            if written is not None:
                number_of(written["value"], self._figure.aim.unit)
                given_text.note(written["note"])
                evidence_given(written["evidence"])
        except RefusedError as refused:
            self.fault(str(refused))
            return None
        return written


class Reporting(Marking):
    """The screen adds which `figure` the cursor is on."""

    @property
    def figure(self) -> Figure | None:
        """The figure under the cursor."""
        raise NotImplementedError

    def action_report(self) -> None:
        """Ask what was reported for the figure, and note it."""
        if (figure := self.figure) is None:
            self.say(say("reported.on_figure"), urgent=True)
            return
        desk = app_of(self).desk

        def answered(written: Written | None) -> None:
            if written is not None:
                self._do(lambda: desk.edits().report(figure.target_id, written))

        self.app.push_screen(ReportForm(figure, desk.today), answered)

    def action_drop_report(self) -> None:
        """Take back what was reported for the figure last."""
        from sciplan_tui.tui.screens.edit.correct import gone

        if (figure := self.figure) is None or (report := figure.reported) is None:
            self.say(say("reported.nothing" if figure else "reported.on_figure"), urgent=True)
            return
        desk = app_of(self).desk
        number, on = figure.target_id, report.on
        write_in_background(self, lambda: Finished(gone(desk.edits().drop_report(number, on), "overview_undo")))

    def _do(self, work: Callable[[], Gesture]) -> None:
        """Carry it out; what it did is said."""
        write_in_background(self, lambda: Finished(_said(work())))


def _said(done: Gesture) -> str:
    return sentence(done) if done.entry_id is not None else say("reported.same", what=sentence(done))

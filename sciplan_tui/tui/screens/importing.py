"""The form of an import: a path. A new plan is taken in at once; a changed edition is reviewed first."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.work import write_in_background

if TYPE_CHECKING:
    from sciplan_tui.tui.review_desk import FileRead
    from sciplan_tui.workspace.importing import ImportResult


class ImportScreen(Form[str]):
    """Imports, then hands back the sentence that says what was done."""

    def title_text(self) -> str:
        """What the form is for."""
        return say("tui.import.title")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One path."""
        yield say("tui.import.file"), TextLine(hint=say("tui.import.hint"), id="file")

    def action_accept(self) -> None:
        """Read the file."""
        file = self.query_one("#file", TextLine).value.strip()
        if not file:
            self.fault(say("tui.import.no_file"))
            return
        self.fault(say("tui.reading"))
        desk = app_of(self).desk
        write_in_background(self, lambda: Answered(desk.import_file(Path(file).expanduser())))

    def on_answered(self, message: Answered) -> None:
        """Done, or to be reviewed."""
        read = cast("FileRead", message.value)
        if read.review is None:
            self.dismiss(outcome(read.result))
            return
        from sciplan_tui.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(read.review, read.waiting), self._reviewed)

    def _reviewed(self, sentence: str | None) -> None:
        """Hand on what the review hands back."""
        self.dismiss(sentence)

    def on_refused(self, message: Refused) -> None:
        """Say why the file cannot be read."""
        self.fault(message.sentence)


def outcome(result: ImportResult) -> str:
    """What an import did, in a sentence."""
    return say(f"tui.import.{result.status}", title=result.title, tasks=result.counts.get("tasks", 0))

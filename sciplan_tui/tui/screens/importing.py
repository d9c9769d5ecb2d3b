"""The form of an import: a path. A changed edition shows how much would change before it is accepted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from sciplan_tui.locale import say
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.tui.app import SciplanApp
    from sciplan_tui.workspace.importing import ImportResult


class ImportScreen(Form[str]):
    """Imports, then hands back the sentence that says what was done."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: str | None = None

    def title_text(self) -> str:
        """What the form is for."""
        return say("tui.import.title")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One path."""
        yield say("tui.import.file"), TextLine(hint=say("tui.import.hint"), id="file")

    def action_accept(self) -> None:
        """Read the file; a second Enter on the same one accepts what it changes."""
        file = self.query_one("#file", TextLine).value.strip()
        if not file:
            self.fault(say("tui.import.no_file"))
            return
        desk, accept = cast("SciplanApp", self.app).desk, self._shown == file
        self._shown = file
        self.fault(say("tui.reading"))
        in_background(self, lambda: Answered(desk.import_file(Path(file).expanduser(), accept)))

    def on_answered(self, message: Answered) -> None:
        """Done, or to be accepted."""
        result = cast("ImportResult", message.value)
        if result.status == "edition" and result.entry_id is None:
            self.fault(say("tui.import.proposed", title=result.title, count=len(result.differences)))
        else:
            self.dismiss(outcome(result))

    def on_refused(self, message: Refused) -> None:
        """Say why the file cannot be read."""
        self._shown = None
        self.fault(message.sentence)


def outcome(result: ImportResult) -> str:
    """What an import did, in a sentence."""
    counts = {"tasks": result.counts.get("tasks", 0), "count": len(result.differences)}
    left = sum(not difference.certain for difference in result.differences)
    said = say(f"tui.import.{result.status}", title=result.title, **counts)
    return said + say("tui.import.left", count=left) if left else said

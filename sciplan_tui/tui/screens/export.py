"""The form of an export: which view of what is on screen, in which format, to which file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.widget import Widget

from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.desk import ExportForm
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.workspace.exporting import FORMATS, VIEWS


class ExportScreen(Form[ExportForm]):
    """An existing file is overwritten only by a second Enter. `view`: the one to begin with, else the assignments."""

    def __init__(self, spec: ViewSpec, view: str = VIEWS[0]) -> None:
        super().__init__()
        self._view = view if view in VIEWS else "assignments"
        self._spec = spec
        self._named: str | None = None
        self._warned: str | None = None

    def title_text(self) -> str:
        """What part of the data it is about."""
        return f"{say('tui.export.title')}: {self._spec.query or say('tui.export.everything')}"

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """View, format, inherited rows, file."""
        yield (
            say("tui.export.view"),
            Choice([(view, say(f"tui.view.{view}")) for view in VIEWS], value=self._view, id="view"),
        )
        yield say("tui.export.format"), Choice([(name, name) for name in FORMATS], id="format")
        inherited = [("without", say("tui.export.without")), ("with", say("tui.export.with"))]
        yield say("tui.export.inherited"), Choice(inherited, id="inherited")
        yield say("tui.export.file"), TextLine(self._file_name(self._view, "csv"), id="file")

    def _file_name(self, view: str, suffix: str) -> str:
        self._named = f"{self._spec.plan or 'sciplan'}-{view}.{suffix}"
        return self._named

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """The name follows the choices as long as no other was written."""
        file = self.query_one("#file", TextLine)
        if file.value == self._named:
            file.value = self._file_name(self.query_one("#view", Choice).value, self.query_one("#format", Choice).value)

    def answer(self) -> ExportForm | None:
        """The export, when there is a name and nothing is overwritten unawares."""
        file = self.query_one("#file", TextLine).value.strip()
        if not file:
            self.fault(say("tui.export.no_file"))
            return None
        force = self._warned == file
        if Path(file).expanduser().exists() and not force:
            self._warned = file
            self.fault(say("tui.export.exists"))
            return None
        chosen = {name: self.query_one(f"#{name}", Choice).value for name in ("view", "format", "inherited")}
        return ExportForm(chosen["view"], chosen["format"], file, self._spec, chosen["inherited"] == "with", force)

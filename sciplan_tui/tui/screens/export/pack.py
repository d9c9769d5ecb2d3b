"""The pack of a meeting: at which milestone, as of which day, into which folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from textual.widget import Widget
from textual.widgets import Input

from sciplan_tui.core.file_name import safe_name
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.out import PackForm
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Refused
from sciplan_tui.tui.screens.export.writing import WritingForm, day_written, path_field
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.workspace.edition.folders import path_of

Milestone = tuple[str, str]
"""Its key, and how it is called."""


class PackScreen(WritingForm):
    """What is there already is overwritten only by a second Enter. `key`: the milestone to begin with."""

    def __init__(self, spec: ViewSpec, milestones: Sequence[Milestone], key: str | None, today: date) -> None:
        super().__init__()
        self._spec = spec
        self._milestones = milestones
        self._key = key
        self._today = today
        self._named = self._folder_of(today.isoformat())
        self._warned: str | None = None

    def title_text(self) -> str:
        """What part of the data it is of."""
        plan = f"{self._spec.plan}  " if self._spec.plan else ""
        of = f"{plan}{self._spec.query or say('tui.export.everything')}"
        return say("word.noted", what=say("pack.form.title"), said=of)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Milestone, day, what is in it, folder."""
        yield say("tui.mark.milestone"), Choice(self._milestones, value=self._key, digits=False, id="milestone")
        yield say("pack.form.on"), TextLine(self._today.isoformat(), id="on")
        both = [("without", say("tui.export.without")), ("with", say("tui.export.with"))]
        yield say("pack.form.proposed"), Choice(both, id="proposed")
        yield say("pack.form.folder"), path_field(self._named, "folder")

    def _folder_of(self, day: str) -> str:
        return f"{safe_name(self._spec.plan or 'sciplan')}-pack-{day}"

    def on_input_changed(self, event: Input.Changed) -> None:
        """The folder bears the day as long as no other was written."""
        folder = self.query_one("#folder", TextLine)
        if event.input.id == "on" and folder.value == self._named and day_written(event.value.strip()):
            self._named = folder.value = self._folder_of(event.value.strip())

    def answer(self) -> None:
        """Begin to write, when the day is one, and nothing is overwritten unawares."""
        if self.is_writing:
            return
        folder, day = self.written("folder"), day_written(self.written("on"))
        if day is None:
            self.fault(say("tui.mark.bad_date"))
        elif not folder:
            self.fault(say("pack.form.no_folder"))
        elif app_of(self).desk.out().has_pack(path_of(folder, Path.cwd())) and self._warned != folder:
            self._warned = folder
            self.fault(say("pack.form.exists"))
        else:
            self._write(folder, day)

    def _write(self, folder: str, day: date) -> None:
        proposed = self.chosen("proposed") == "with"
        form = PackForm(self._spec, self.chosen("milestone"), day, folder, proposed, self._warned == folder)
        out = app_of(self).desk.out()
        self.write(lambda step: out.pack(form, step))

    def on_refused(self, message: Refused) -> None:
        """It cannot be written; what was warned of may have changed."""
        self._warned = None
        super().on_refused(message)

"""The form for the draft of a report: which, for which milestone, of whom, to which file. Hands back where it is."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from textual.suggester import SuggestFromList
from textual.widget import Widget

from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.core.file_name import safe_name
from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.progress.facts import PlanMilestone, Progress
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.desk.out import DraftForm
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Refused
from sciplan_tui.tui.screens.export.writing import WritingForm, day_written, path_field
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.workspace.edition.folders import path_of

FORMATS = ("docx", "md")


class DraftScreen(WritingForm):
    """An existing file is overwritten only by a second Enter. `key`: the milestone to begin with."""

    def __init__(self, progress: Progress, plan: PlanHead, key: str | None) -> None:
        super().__init__()
        self._progress, self._plan = progress, plan
        known = reported_at(progress, plan)
        self._milestones = [(m.key, m.label) for m in known]
        pressing = [m.key for m in known if m.presses]
        self._key = key if key in dict(self._milestones) else next(iter(pressing), None)
        self._named = self._warned = ""

    def title_text(self) -> str:
        """Of which plan, and narrowed to which query."""
        return "  ".join(filter(None, (say("draft.form.title", plan=self._plan.key), self._progress.spec.query)))

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """Which report, for what, of whom, as of when, and where to."""
        kinds = [(str(kind), say(f"draft.kind.{kind}")) for kind in DraftKind]
        yield say("draft.form.kind"), Choice(kinds, id="kind")
        yield say("draft.form.milestone"), Choice(self._milestones, value=self._key, digits=False, id="milestone")
        unit = TextLine(hint=say("draft.form.unit_hint"), id="unit")
        unit.suggester = SuggestFromList([name for name, _ in self._progress.units.values()])
        yield say("draft.form.unit"), unit
        yield say("draft.form.on"), TextLine(self._progress.today.isoformat(), id="on")
        yield say("draft.form.format"), Choice([(name, name) for name in FORMATS], id="format")
        yield say("draft.form.file"), path_field("", "file")

    def on_mount(self) -> None:
        """Propose a name."""
        self._propose()

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """The name follows the choices as long as no other was written."""
        self._propose()

    def _propose(self) -> None:
        file = self.query_one("#file", TextLine)
        if file.value == self._named:
            of = (self._plan.key, say(f"draft.kind.{self.chosen('kind')}"), self.chosen("milestone"))
            file.value = self._named = f"{safe_name('-'.join(of))}.{self.chosen('format')}"

    def answer(self) -> None:
        """Begin to write, when all makes sense and nothing is overwritten unawares."""
        file, on = self.written("file"), day_written(self.written("on"))
        if self.is_writing:
            return
        if on is None:
            self.fault(say("tui.mark.bad_date"))
        elif not file:
            self.fault(say("tui.export.no_file"))
        elif os.path.isfile(path_of(file, Path.cwd())) and self._warned != file:
            self._warned = file
            self.fault(say("tui.export.exists"))
        else:
            self._write(file, on)

    def _write(self, file: str, on: date) -> None:
        spec = ViewSpec(self._plan.key, self._progress.spec.query)
        kind, milestone = DraftKind(self.chosen("kind")), self.chosen("milestone")
        form = DraftForm(kind, milestone, file, on, spec, self.written("unit") or None, self._warned == file)
        out = app_of(self).desk.out()
        self.write(lambda step: out.draft(form, step))

    def on_refused(self, message: Refused) -> None:
        """It cannot be written: whether to overwrite is asked anew."""
        self._warned = ""


def reported_at(progress: Progress, plan: PlanHead) -> list[PlanMilestone]:
    """The milestones of a plan of which there is something to report: those with a day that presses, or with marks."""
    return [m for m in progress.milestones if m.plan_id == plan.plan_id and m.key in progress.keys]


def begin_draft(
    screen: Listing[Any, ViewSpec], progress: Progress | None, plan_id: int | None, key: str | None
) -> None:
    """Ask for a draft of the plan that the cursor is on, or of the only one; say so where it has no milestone."""
    if progress is None or not progress.plans:
        return
    plan = next((one for one in progress.plans if one.plan_id == plan_id), progress.plans[0])
    if not reported_at(progress, plan):
        screen.say(say("draft.form.no_milestones"), urgent=True)
        return

    def told(sentence: str | None) -> None:
        if sentence:
            screen.say(sentence)

    screen.app.push_screen(DraftScreen(progress, plan, key), told)

"""Export: what, in which format, with what, to which file; below it the beginning of what will be written.

Writing goes on in the background: Enter begins it, Esc breaks it off with nothing written. What was asked of a view is
kept for the next time. The screen hands back the sentence that says what was done.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from sciplan_tui.core.export_options import PLAIN
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk.out import ExportForm, OutDesk
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Refused
from sciplan_tui.tui.screens.export.fields import ExportFields
from sciplan_tui.tui.screens.export.writing import WritingForm, path_field
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.sheet_preview import SheetPreview
from sciplan_tui.tui.widgets.ticks import Ticks
from sciplan_tui.tui.work import go_on, in_background
from sciplan_tui.workspace.edition.folders import path_of
from sciplan_tui.workspace.export.exporting import VIEWS
from sciplan_tui.workspace.export.options import KeptOptions
from sciplan_tui.workspace.export.previewing import Preview
from sciplan_tui.workspace.sheet.parts import Step


@dataclass
class Previewed(Message):
    """The beginning of what `form` writes, or why it writes nothing."""

    form: ExportForm
    found: Preview | SciplanError


@dataclass
class OptionsRead(Message):
    """What was kept of each view."""

    kept: KeptOptions


class ExportScreen(WritingForm):
    """An existing file is overwritten only by a second Enter. `view`: the one to begin with, else the assignments."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("export")
    SCOPES = ("ticks", "export")

    def __init__(self, spec: ViewSpec, view: str = VIEWS[0]) -> None:
        super().__init__()
        self._fields = ExportFields(self, view if view in VIEWS else "assignments")
        self._kept: KeptOptions | None = None
        self._filled = ""
        self._spec = spec
        self._named: str | None = None
        self._warned: str | None = None
        self._shown: ExportForm | None = None

    def title_text(self) -> str:
        """What part of the data it is about."""
        plan = f"{self._spec.plan}  " if self._spec.plan else ""
        of = f"{plan}{self._spec.query or say('tui.export.everything')}"
        return say("word.noted", what=say("tui.export.title"), said=of)

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """View, format, what is in it, file."""
        yield from self._fields.widgets()
        yield say("tui.export.file"), path_field("", "file")

    @property
    def idle(self) -> frozenset[str]:
        """The keys of fields that the cursor is not on."""
        if isinstance(self.focused, Ticks):
            return frozenset({"choice_right", "next_field"})
        return frozenset({"ticks_tick", "ticks_behind"})

    def on_descendant_focus(self) -> None:
        """Each field has its own keys."""
        self.query_one(KeyLine).look()

    def below(self) -> Iterable[Widget]:
        """What will be written."""
        yield SheetPreview()

    def _form(self, file: str = "", force: bool = False) -> ExportForm:
        return ExportForm(self._fields.view, file, self._spec, self._fields.options(), force)

    # What will be written

    def on_mount(self) -> None:
        """Begin to read what was kept."""
        self.query_one(SheetPreview).say(say("tui.reading"))
        self._fields.look()
        out = app_of(self).desk.out()
        in_background(self, lambda: OptionsRead(out.options()), group="options")

    def on_options_read(self, message: OptionsRead) -> None:
        """Fill it in."""
        self._kept = message.kept
        self._follow()
        if message.kept.fault is not None:
            self.fault(str(message.kept.fault))

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """What is shown follows the choices."""
        self._follow()

    def on_ticks_changed(self, message: Ticks.Changed) -> None:
        """And the columns."""
        self._follow()

    def _follow(self) -> None:
        """The name follows the choices as long as no other was written; each view begins as it was left."""
        if self._kept is None:
            return
        if self._filled != self._fields.view:
            self._filled = self._fields.view
            self._fields.fill(self._kept.of(self._filled))
        self._fields.look()
        file = self.query_one("#file", TextLine)
        if self._named is None or file.value == self._named:
            plan = _harmless(self._spec.plan or "sciplan")
            file.value = self._named = f"{plan}-{self._fields.view}.{self._fields.format}"
        self._preview()

    def action_reset(self) -> None:
        """The plain options of the view."""
        if not self.is_writing:
            self._fields.fill(PLAIN)
            self._follow()
            self.fault(say("out.export.was_reset"))

    def _preview(self) -> None:
        form, out = self._form(), app_of(self).desk.out()
        if form == self._shown:
            return
        self._shown = form
        self.query_one(SheetPreview).say(say("tui.reading"))

        def begun(first: Preview) -> None:
            go_on()
            self.post_message(Previewed(form, first))

        def work() -> Previewed:
            try:
                return Previewed(form, out.preview(form, go_on, begun))
            except SciplanError as fault:
                return Previewed(form, fault)

        in_background(self, work, group="preview")

    def on_previewed(self, message: Previewed) -> None:
        """Show it, unless something else was chosen meanwhile."""
        if message.form != self._shown:
            return
        table = self.query_one(SheetPreview)
        if isinstance(message.found, SciplanError):
            table.refuse(str(message.found))
        else:
            table.show(message.found)
            if message.found.columns:
                self._fields.columns.offer(message.found.columns)

    # Writing

    def answer(self) -> None:
        """Begin to write, when there is a name and nothing is overwritten unawares."""
        file = self.written("file")
        if self.is_writing:
            return
        if not file:
            self.fault(say("tui.export.no_file"))
            return
        force = self._warned == file
        if os.path.isfile(path_of(file, Path.cwd())) and not force:
            self._warned = file
            self.fault(say("tui.export.exists"))
            return
        self._write(self._form(file, force))

    def _write(self, form: ExportForm) -> None:
        self.workers.cancel_group(self, "preview")
        out, kept = app_of(self).desk.out(), self._kept
        self.write(lambda step: "  ".join(_written(out, form, kept, step)))

    def on_refused(self, message: Refused) -> None:
        """It cannot be written: whether to overwrite is asked anew."""
        self._warned = None


def _written(out: OutDesk, form: ExportForm, kept: KeptOptions | None, step: Step) -> Iterator[str]:
    """Write the file, and keep what was asked: what was done, and why it cannot be kept."""
    yield say("tui.export.done", file=str(out.export(form, step)))
    try:
        if kept is not None:
            kept.keep(form.view, form.options)
    except SciplanError as fault:
        yield str(fault)


def _harmless(name: str) -> str:
    """A plan's key as a part of a file's name: no separator in it, and no dot at its head."""
    return "".join("-" if sign in '/\\:*?"<>|' or sign < " " else sign for sign in name).lstrip(".") or "sciplan"

"""Export: what, in which format, with what, to which file; below it the beginning of what will be written.

Writing goes on in the background: Enter begins it, Esc breaks it off with nothing written. The screen hands back the
sentence that says what was done.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from textual.message import Message
from textual.widget import Widget

from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished, Refused
from sciplan_tui.tui.out_desk import ExportForm
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import Choice, TextLine
from sciplan_tui.tui.widgets.path_line import PathSuggester
from sciplan_tui.tui.widgets.progress_bar import progress_bar
from sciplan_tui.tui.widgets.sheet_preview import SheetPreview
from sciplan_tui.tui.work import Dropped, go_on, in_background, write_in_background
from sciplan_tui.workspace.exporting import FORMATS, VIEWS
from sciplan_tui.workspace.folders import path_of
from sciplan_tui.workspace.previewing import Preview

ENCODINGS = ("utf-8-sig", "gb18030", "utf-8")


@dataclass
class Previewed(Message):
    """The beginning of what `form` writes, or why it writes nothing."""

    form: ExportForm
    found: Preview | SciplanError


@dataclass
class Advanced(Message):
    """So many rows of the view are done."""

    done: int
    count: int


class Stopped(Message):
    """Writing was broken off."""


class ExportScreen(Form[str]):
    """An existing file is overwritten only by a second Enter. `view`: the one to begin with, else the assignments."""

    def __init__(self, spec: ViewSpec, view: str = VIEWS[0]) -> None:
        super().__init__()
        self._view = view if view in VIEWS else "assignments"
        self._spec = spec
        self._named: str | None = None
        self._warned: str | None = None
        self._shown: ExportForm | None = None
        self._stop: Event | None = None

    def title_text(self) -> str:
        """What part of the data it is about."""
        plan = f"{self._spec.plan}  " if self._spec.plan else ""
        return f"{say('tui.export.title')}: {plan}{self._spec.query or say('tui.export.everything')}"

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """View, format, what is in it, file."""
        views = [(view, say(f"tui.view.{view}")) for view in VIEWS]
        yield say("tui.export.view"), Choice(views, value=self._view, id="view")
        yield say("tui.export.format"), Choice([(name, name) for name in FORMATS], id="format")
        for option in ("inherited", "proposed"):
            both = [("without", say("tui.export.without")), ("with", say("tui.export.with"))]
            yield say(f"out.export.{option}"), Choice(both, id=option)
        encodings = [(name, say(f"out.encoding.{name}")) for name in ENCODINGS]
        yield say("out.export.encoding"), Choice(encodings, id="encoding")
        file = TextLine(self._file_name(self._view, "csv"), id="file")
        file.suggester = PathSuggester(Path.cwd())
        yield say("tui.export.file"), file

    def below(self) -> Iterable[Widget]:
        """What will be written."""
        yield SheetPreview()

    def _file_name(self, view: str, suffix: str) -> str:
        self._named = f"{_harmless(self._spec.plan or 'sciplan')}-{view}.{suffix}"
        return self._named

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value

    def _form(self, file: str = "", force: bool = False) -> ExportForm:
        with_inherited, with_proposed = (self._chosen(name) == "with" for name in ("inherited", "proposed"))
        return ExportForm(
            self._chosen("view"), self._chosen("format"), file, self._spec, with_inherited, force, with_proposed,
            self._chosen("encoding"),
        )  # fmt: skip

    # What will be written

    def on_mount(self) -> None:
        """Begin to read it."""
        self._preview()

    def on_choice_changed(self, message: Choice.Changed) -> None:
        """The name follows the choices as long as no other was written, and so does what is shown."""
        file = self.query_one("#file", TextLine)
        if file.value == self._named:
            file.value = self._file_name(self._chosen("view"), self._chosen("format"))
        self._preview()

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

    # Writing

    def answer(self) -> None:
        """Begin to write, when there is a name and nothing is overwritten unawares."""
        file = self.query_one("#file", TextLine).value.strip()
        if self._stop is not None:
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
        stop = self._stop = Event()
        out, step = app_of(self).desk.out(), self._step(stop)
        self.fault(_writing(0, 1))

        def work() -> Message:
            try:
                return Finished(say("tui.export.done", file=str(out.export(form, step))))
            except Dropped:
                return Stopped()

        write_in_background(self, work)

    def _step(self, stop: Event) -> Callable[[int, int], None]:
        def step(done: int, count: int) -> None:
            go_on()
            if stop.is_set():
                raise Dropped
            self.post_message(Advanced(done, count))

        return step

    def on_advanced(self, message: Advanced) -> None:
        """Tell how far it is."""
        if self._stop is not None and not self._stop.is_set():
            self.fault(_writing(message.done, message.count))

    def on_finished(self, message: Finished) -> None:
        """It is written."""
        self.dismiss(message.sentence)

    def on_stopped(self, message: Stopped) -> None:
        """Nothing was written."""
        self._stop = None
        self.fault(say("out.export.stopped"))

    def on_refused(self, message: Refused) -> None:
        """It cannot be written."""
        self._stop = self._warned = None
        self.fault(message.sentence)

    def action_cancel(self) -> None:
        """Break off what is being written; else leave."""
        if self._stop is None:
            self.dismiss(None)
        else:
            self._stop.set()
            self.fault(say("out.export.stopping"))


def _writing(done: int, count: int) -> str:
    return say("out.export.writing", bar=progress_bar(done, count), key=first_key("cancel"))


def _harmless(name: str) -> str:
    """A plan's key as a part of a file's name: no separator in it, and no dot at its head."""
    return "".join("-" if sign in '/\\:*?"<>|' or sign < " " else sign for sign in name).lstrip(".") or "sciplan"

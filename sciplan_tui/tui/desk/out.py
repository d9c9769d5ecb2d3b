"""What leaves the database and what comes in, as the screens have it done: exports and imports. Called from worker
threads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.export_options import PLAIN, ExportOptions
from sciplan_tui.core.view.spec import ViewSpec

if TYPE_CHECKING:
    from sciplan_tui.core.draft.facts import DraftKind
    from sciplan_tui.workspace.edition.importing_files import FileResult
    from sciplan_tui.workspace.export.options import KeptOptions
    from sciplan_tui.workspace.export.previewing import Begun, Preview
    from sciplan_tui.workspace.sheet.parts import Step


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A filled-in export of what is on screen."""

    view: str
    file: str
    spec: ViewSpec
    options: ExportOptions = PLAIN
    force: bool = False


@dataclass(frozen=True, slots=True)
class DraftForm:
    """A filled-in draft of a report, of the plan and query of `spec`; `unit`: of what it leads only."""

    kind: DraftKind
    milestone: str
    file: str
    on: date
    spec: ViewSpec
    unit: str | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class PackForm:
    """A filled-in pack of a meeting about what is on screen: at the milestone of that key, as of `on`."""

    spec: ViewSpec
    milestone: str
    on: date
    folder: str
    proposed: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class DutySheetsForm:
    """Filled-in duty sheets of these units, or (none) of all in a view. `reply_by`: when to report back."""

    spec: ViewSpec
    units: tuple[int, ...]
    folder: str
    format: str = "both"
    note: bool = True
    sender: str | None = None
    reply_by: date | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class OutDesk:
    """The doors of one database, on a day, for who holds what on another (None: the same)."""

    database: Path
    today: date
    as_of: date | None

    def preview(self, form: ExportForm, step: Step, begun: Begun) -> Preview:
        """The beginning of what `export` writes; `begun` is told the first rows before they are counted."""
        from sciplan_tui.workspace.export.previewing import preview

        return preview(
            self.database, form.view, form.spec, form.options,
            today=self.today, as_of=self.as_of, step=step, begun=begun,
        )  # fmt: skip

    def export(self, form: ExportForm, step: Step) -> Path:
        """Write a file. WritingError; what `step` raises breaks it off, with nothing written."""
        from sciplan_tui.workspace.edition.folders import path_of
        from sciplan_tui.workspace.export.exporting import export

        out = path_of(form.file, Path.cwd())
        export(
            self.database, form.view, form.spec, form.options, out=out,
            force=form.force, today=self.today, as_of=self.as_of, step=step,
        )  # fmt: skip
        return out

    def draft(self, form: DraftForm, step: Step) -> str:
        """Write the draft of a report; the sentence that says where. RefusedError, WritingError."""
        from sciplan_tui.locale import say
        from sciplan_tui.workspace.edition.folders import path_of
        from sciplan_tui.workspace.paper.drafting import DraftAsked, write_draft

        asked = DraftAsked(form.kind, form.milestone, form.spec.plan, form.spec.query, form.unit)
        out = path_of(form.file, Path.cwd())
        done = write_draft(self.database, asked, out, on=form.on, force=form.force, step=step)
        return say("draft.written", file=done.file, gaps=done.gaps)

    def options(self) -> KeptOptions:
        """The options that were kept by view."""
        from sciplan_tui.workspace.export.options import KeptOptions, options_file

        return KeptOptions(options_file())

    def has_pack(self, folder: Path) -> bool:
        """Whether a pack stands in a folder already."""
        from sciplan_tui.workspace.paper.pack import is_there

        return is_there(folder)

    def pack(self, form: PackForm, step: Step) -> str:
        """Write a pack, and say what was written. RefusedError, WritingError; what `step` raises breaks it off."""
        from sciplan_tui.locale import say
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edition.folders import path_of
        from sciplan_tui.workspace.paper.pack import write_pack
        from sciplan_tui.workspace.paper.pack_reading import PackAsked

        asked = PackAsked(form.milestone, form.spec.query, form.spec.plan, form.proposed)
        folder = path_of(form.folder, Path.cwd())
        done = write_pack(self.database, asked, folder, on=form.on, at=now(), force=form.force, step=step)
        told = [say("pack.written", count=len(done.files), folder=done.folder)]
        lacking = say("word.between").join(done.lacking)
        told += [say("pack.left", plans=lacking, milestone=form.milestone)] if lacking else []
        return "  ".join(told + ([say("pack.unnoted", reason=done.unnoted)] if done.unnoted else []))

    def duty_sheets(self, form: DutySheetsForm, step: Step) -> str:
        """Write duty sheets, and say where. RefusedError, WritingError; what `step` raises breaks it off between two of
        them."""
        from sciplan_tui.core.duty_paper.letter import Letter
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edition.folders import path_of
        from sciplan_tui.workspace.paper.duty_sheets import Wanted, write_duty_sheets

        letter = Letter(form.sender, form.reply_by) if form.note else None
        folder = path_of(form.folder, Path.cwd())
        wanted = Wanted(folder, form.spec, form.units, form.format, letter, force=form.force)
        return write_duty_sheets(
            self.database, wanted, today=self.today, as_of=self.as_of, at=now(), step=step
        ).sentence

    def copied(self, spec: ViewSpec, tasks: frozenset[int], sheet: str) -> str:
        """These tasks of what is on screen, as TSV under their heads: the matrix, or a list of tasks."""
        from sciplan_tui.workspace.sheet.copying import tasks_tsv

        return tasks_tsv(self.database, spec, tasks, sheet, today=self.today, as_of=self.as_of)

    def as_text(self, heads: Sequence[str], rows: Sequence[Sequence[str | int | None]]) -> str:
        """Rows of a list as TSV under their heads."""
        from sciplan_tui.workspace.sheet.copying import rows_tsv

        return rows_tsv(heads, rows)

    def keep(self, text: str) -> Path:
        """Write what is copied to a file too. WritingError."""
        from sciplan_tui.workspace.sheet.copying import keep_copy

        return keep_copy(text, self.database)

    def import_files(self, files: Sequence[Path]) -> Iterator[FileResult]:
        """Import file after file; an edition that changes something waits to be reviewed."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edition.importing_files import import_files

        return import_files(self.database, files, at=now())

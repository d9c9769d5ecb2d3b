"""A meeting's pack: all that the meeting needs of the plans, written into a folder in one gesture.

`pack.docx` to be read, `pack.xlsx` with a sheet each, `slips.docx` with a page for each unit, and each table as CSV.
Everything is made before anything is written; each file is written whole.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.plan_name import plan_names
from sciplan_tui.locale import say
from sciplan_tui.workspace.export.out_folder import OutFolder
from sciplan_tui.workspace.paper.pack_reading import PackAsked, PackRead, read_pack
from sciplan_tui.workspace.sheet.parts import Step, silent
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.book import Book
    from sciplan_tui.core.chart import Chart
    from sciplan_tui.core.sheet import Sheet
    from sciplan_tui.errors import StoreError

PAPER, WORKBOOK, SLIPS, TABLES = "pack.docx", "pack.xlsx", "slips.docx", "csv"
"""The files of a pack, and its folder of tables: the same in every language, so that scripts find them."""
_MAKING = 4
"""How much it is to make the files, beside reading one plan."""
Files = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written, of which plans, by what they are called. `lacking`: plans without the milestone; `unnoted`: why
    it was not noted that it went out.
    """

    folder: Path
    files: tuple[Path, ...]
    plans: tuple[str, ...]
    lacking: tuple[str, ...]
    unnoted: StoreError | None = None


def write_pack(
    database: Path,
    asked: PackAsked,
    folder: Path,
    *,
    on: datetime.date,
    at: str,
    force: bool = False,
    step: Step = silent,
) -> Packed:
    """Write the pack as things stand `on` a day; the folder is made if it is missing. `step` is told how far it is.

    QueryError, RefusedError, StoreError; WritingError: a file is there (without `force`), or cannot be written.
    """
    with View.as_on(database, on) as view:
        read = read_pack(view, asked, lambda done, count: step(done, count + _MAKING))
        files = {folder / name: content for name, content in _made(view, asked, read, step)}
        state = view.state
    written = _write(files, OutFolder(folder, force=force))
    named, lacking = (tuple(plan_names(some).values()) for some in (read.heads, read.lacking))
    return Packed(folder, written, named, lacking, _noted(database, read, on, state, at))


def is_there(folder: Path) -> bool:
    """Whether a pack stands in a folder already."""
    return any(lexists(folder / name) for name in (PAPER, WORKBOOK, SLIPS, TABLES))


def _made(view: View, asked: PackAsked, read: PackRead, step: Step) -> Iterator[tuple[str, bytes]]:
    """The files, told one by one; all tables count as one."""
    plans = len(read.plans)
    step(plans, plans + _MAKING)
    for place, made in enumerate(_contents(view, asked, read), 1):
        step(plans + min(place, _MAKING), plans + _MAKING)
        yield made


def _contents(view: View, asked: PackAsked, read: PackRead) -> Iterator[tuple[str, bytes]]:
    """The files by their names in the folder."""
    from sciplan_tui.core.pack.paper import pack_paper
    from sciplan_tui.core.pack.slip_paper import slip_paper
    from sciplan_tui.workspace.export.books import data_state
    from sciplan_tui.writers import csv, paper, xlsx

    book, state = _book(view, asked, read), data_state(view)
    yield PAPER, paper.write(pack_paper(read.plans, state, read.lacking), view.today)
    yield WORKBOOK, xlsx.write(book)
    yield SLIPS, paper.write(slip_paper(read.plans, state), view.today)
    for name, sheet in _named(book.sheets):
        yield f"{TABLES}/{name}.csv", csv.write_with_notes(sheet, (*sheet.notes, *book.notes[-1:]))
    yield f"{TABLES}/notes.csv", csv.write_sheet(book.notes_sheet)


def _named(sheets: tuple[Sheet, ...]) -> Iterator[tuple[str, Sheet]]:
    """The tables by the names of their files: what several plans have each bears the plan's name."""
    from sciplan_tui.core.file_name import distinct_names

    names = ["-".join(filter(None, (sheet.name, sheet.part))) for sheet in sheets]
    return zip(distinct_names(names), sheets, strict=True)


def _book(view: View, asked: PackAsked, read: PackRead) -> Book:
    from sciplan_tui.core.book import Book
    from sciplan_tui.core.pack.part import name_together
    from sciplan_tui.core.pack.tables import all_sheets

    sheets = tuple(all_sheets(read.plans))
    title = say("pack.title", milestone=name_together([one.part.milestone for one in read.plans]))
    return Book(title, sheets, tuple(_notes(view, asked, read)), view.today, tuple(_charts(sheets)))


def _notes(view: View, asked: PackAsked, read: PackRead) -> Iterator[tuple[str, str]]:
    """What the pack is of, and of which data; the state of the data last."""
    from sciplan_tui.workspace.export.books import data_state

    between = say("word.between")
    yield say("export.note.plans"), between.join(plan_names(read.heads).values())
    if read.lacking:
        yield say("pack.note.lacking"), between.join(plan_names(read.lacking).values())
    yield say("word.head.label"), between.join(dict.fromkeys(one.part.milestone.key for one in read.plans))
    yield say("export.note.query"), asked.query.strip() or say("export.everything")
    yield say("pack.note.numbers"), say("pack.numbers", on=view.as_of.isoformat())
    yield say("export.note.made"), say("export.made", on=view.today.isoformat(), state=data_state(view))


def _charts(sheets: tuple[Sheet, ...]) -> Iterator[Chart]:
    """The states of tasks as bars: by plan, by action, by lead."""
    from sciplan_tui.core.chart import Chart
    from sciplan_tui.core.progress import sheets as progress_sheets

    yield Chart("totals", "totals", "plan", progress_sheets.BARS)
    yield from progress_sheets.charts(sheets)


def _write(files: Files, into: OutFolder) -> tuple[Path, ...]:
    into.begin(files)
    into.write_all(files)
    return tuple(into.written)


def _noted(database: Path, read: PackRead, on: datetime.date, state: int, at: str) -> StoreError | None:
    """Note that it went out, so that the next one can tell what moved since."""
    from sciplan_tui.core.issued.issued import Issued
    from sciplan_tui.workspace.paper.issued import note_issued

    papers = [Issued("pack", one.part.plan.plan_id, None, on.isoformat(), state, at) for one in read.plans]
    return note_issued(database, papers)

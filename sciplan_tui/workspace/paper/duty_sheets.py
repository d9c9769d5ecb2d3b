"""Duty sheets written: one file for a unit, or a folder of them, each file whole or not at all.

Nothing is begun where a file is in the way. Where one cannot be written later, those that stand stay, and are named.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.duty_paper.letter import Letter
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError, StoreError, WritingError
from sciplan_tui.workspace.export.out_folder import OutFolder
from sciplan_tui.workspace.sheet.parts import Step, silent
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.duty_paper.facts import DutyPaper
    from sciplan_tui.core.issued.issued import Issued
    from sciplan_tui.core.sheet import Sheet

FORMATS = ("docx", "xlsx")
BOTH = "both"
_EVERYTHING, _GAPS = ViewSpec(), Letter()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheets are wanted. `units`: by their names, or by their numbers; none: all of the view. `out`: a folder,
    or for one unit a file. `letter` None: without a cover note. `queries` False: none are printed on paper.
    """

    out: Path
    spec: ViewSpec = _EVERYTHING
    units: Sequence[str | int] = ()
    format: str | None = None
    letter: Letter | None = _GAPS
    proposed: bool = False
    force: bool = False
    queries: bool = True


def check_reply(letter: Letter | None, today: datetime.date) -> None:
    """RefusedError: the answer is asked for before the letter is written."""
    if letter and letter.reply_by and letter.reply_by < today:
        raise RefusedError("reply_before_letter", on=letter.reply_by.isoformat(), today=today.isoformat())


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. `unnoted`: why it could not be noted that they went out."""

    files: tuple[Path, ...]
    units: int
    unnoted: StoreError | None = None

    @property
    def sentence(self) -> str:
        """What was done, and where it is."""
        from sciplan_tui.locale import say

        where = self.files[0] if len(self.files) == 1 else self.files[0].parent
        told = say("duty_paper.written", units=self.units, files=len(self.files), folder=where)
        return told if self.unnoted is None else f"{told} {say('duty_paper.unnoted', reason=self.unnoted)}"


@dataclass(frozen=True, slots=True)
class _Planned:
    unit_id: int
    files: tuple[tuple[str, Path], ...]
    """By format."""


def write_duty_sheets(
    database: Path,
    wanted: Wanted,
    *,
    today: datetime.date,
    as_of: datetime.date | None = None,
    at: str,
    step: Step = silent,
) -> Written:
    """Write them. `step` is told how many are done; what it raises breaks off between two of them.

    QueryError, RefusedError (no such unit or plan, nobody holds anything), StoreError; WritingError: a file is in the
    way, or one cannot be written (`files_broken_off` where others are written already).
    """
    from sciplan_tui.workspace.paper.duty_sheet_reading import DutyPapers

    with View.open(database, today, as_of) if as_of is not None else View.as_on(database, today) as view:
        check_reply(wanted.letter, today)
        planned = _planned(view, wanted)
        files = [file for one in planned for _, file in one.files]
        out = OutFolder(files[0].parent, force=wanted.force)
        out.begin(files, make=out.folder == wanted.out)
        papers, done = DutyPapers(view, proposed=wanted.proposed), _Done(database, at, view.state, out)
        try:
            for place, one in enumerate(planned):
                step(place, len(planned))
                done.write(papers.paper(one.unit_id), one, wanted)
            step(len(planned), len(planned))
        finally:
            unnoted = done.note()
    return Written(tuple(out.written), len(planned), unnoted)


class _Done:
    """What is written by now."""

    def __init__(self, database: Path, at: str, entry: int, out: OutFolder) -> None:
        self._database, self._at, self._entry, self._out = database, at, entry, out
        self._issued: list[Issued] = []

    def write(self, paper: DutyPaper, one: _Planned, wanted: Wanted) -> None:
        """The files of one unit."""
        from sciplan_tui.core.duty_paper.tables import duty_tables
        from sciplan_tui.core.issued.issued import Issued
        from sciplan_tui.workspace.paper.duty_sheet_reading import KIND

        tables = duty_tables(paper)
        for form, file in one.files:
            self._out.write(file, _content(paper, tables, form, wanted))
        unit = paper.unit
        self._issued.append(Issued(KIND, unit.plan.plan_id, unit.unit_id, paper.on.isoformat(), self._entry, self._at))

    def note(self) -> StoreError | None:
        """Note which sheets went out."""
        from sciplan_tui.workspace.paper.issued import note_issued

        return note_issued(self._database, self._issued)


def _content(paper: DutyPaper, tables: Sequence[Sheet], form: str, wanted: Wanted) -> bytes:
    from sciplan_tui.core.duty_paper.letter import duty_document
    from sciplan_tui.core.duty_paper.tables import duty_book, without_queries

    if form == "docx":
        from sciplan_tui.writers import paper as document

        shown = tables if wanted.queries else without_queries(tables)
        return document.write(duty_document(paper, shown, wanted.letter), paper.on)
    from sciplan_tui.writers import xlsx

    return xlsx.write(duty_book(paper, tables))


# Where they go


def _planned(view: View, wanted: Wanted) -> tuple[_Planned, ...]:
    units = tuple(dict.fromkeys(_meant(view, wanted)))
    if (form := _file_format(wanted, len(units))) is not None:
        return (_Planned(units[0][0], ((form, wanted.out),)),)
    forms = FORMATS if wanted.format in (None, BOTH) else (str(wanted.format),)
    names = _names(units)
    return tuple(
        _Planned(unit, tuple((form, wanted.out / f"{name}.{form}") for form in forms))
        for (unit, *_), name in zip(units, names, strict=True)
    )


def _meant(view: View, wanted: Wanted) -> Iterator[tuple[int, str, str]]:
    """The units: number, plan's key, name."""
    from sciplan_tui.workspace.paper.duty_sheet_reading import holds_duties, unit_meant, units_of

    keys = {plan.plan_id: plan.key for plan in view.plans()}
    if not wanted.units:
        yield from ((unit.unit_id, keys[unit.plan_id], unit.name) for unit in units_of(view, wanted.spec))
    for named in wanted.units:
        number = named if isinstance(named, int) else unit_meant(view, named, wanted.spec.plan)
        unit = view.unit(number)
        if not holds_duties(unit, proposed=wanted.proposed):
            raise RefusedError("duty_sheets_nothing", unit=unit.name)
        yield number, unit.plan.key, unit.name


def _file_format(wanted: Wanted, units: int) -> str | None:
    """The format of the one file that is meant; None: a folder is. WritingError: it has the suffix of another."""
    suffix = wanted.out.suffix.lower().removeprefix(".")
    if suffix not in FORMATS or wanted.out.is_dir():
        return None
    if units > 1 or wanted.format not in (None, suffix):
        raise WritingError("duty_sheets_one_file", file=wanted.out, units=units)
    return suffix


def _names(units: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    """A name for each unit's files, that of its plan before it where there are several."""
    from sciplan_tui.core.file_name import distinct_names
    from sciplan_tui.locale import say

    several = len({key for _, key, _ in units}) > 1
    return distinct_names((f"{key}-" if several else "") + say("duty_paper.file", unit=name) for _, key, name in units)

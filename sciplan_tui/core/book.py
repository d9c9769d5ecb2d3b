"""What goes out as one file: sheets, and what is told of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.sheet import Column, Sheet


@dataclass(frozen=True, slots=True)
class Book:
    """Sheets that go out together, the one that was asked for first.

    `title` stands above them; `notes` are pairs of what is told and what is said (the query, the state of the data), in
    the language in force; `on` is the day of the export. `charts` are drawn of sheets of the book, and stand by them.
    `a4`: it is printed on A4, however wide.
    """

    title: str
    sheets: tuple[Sheet, ...]
    notes: tuple[tuple[str, str], ...]
    on: datetime.date
    charts: tuple[Chart, ...] = ()
    a4: bool = False

    @property
    def state(self) -> str:
        """The day of the export and the state of its data, as each page says it."""
        return "".join(said for _, said in self.notes[-1:])

    @property
    def notes_sheet(self) -> Sheet:
        """The notes as a sheet, for a workbook."""
        return Sheet("notes", (Column("item"), Column("said")), self.notes)

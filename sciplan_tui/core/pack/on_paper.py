"""A table of a meeting's pack as it is read on paper: only the columns that people need, headings across, and beneath
what is counted the query that lists it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.rules import ASKED, in_workbook, on_paper
from sciplan_tui.core.sheet import Code, Sheet, Traced, Value, without

UNSEEN = frozenset({"query", "place", "kind", "matched", "number", "plan"})
"""Columns that only programs and spreadsheets need."""
_NAMES = ("title", "indicator", "unit")
"""The columns that say what a row is of; its query stands beneath the first that there is."""


def readable(sheet: Sheet, part: PackPart) -> Sheet:
    """Headings as one line across the table, queries beneath what they find, and no column that says nothing."""
    keys = [column.key for column in sheet.columns]
    unseen = {key for place, key in enumerate(keys) if all(row[place] is None for row in sheet.rows)}
    grouped = {"unit"} if sheet.headings else set()
    of = {True: _heading, False: _row}
    rows = [of[place in sheet.headings](row, keys, part) for place, row in enumerate(sheet.rows)]
    notes = (_note(note, sheet.name, part) for note in sheet.notes)
    return without(replace(sheet, rows=tuple(rows), notes=tuple(notes)), UNSEEN | unseen | grouped)


def _note(note: tuple[str, str], name: str, part: PackPart) -> tuple[str, str]:
    return on_paper(part, name) if name in ASKED and note == in_workbook(part, name) else note


def _row(row: Sequence[Value], keys: Sequence[str], part: PackPart) -> tuple[Value, ...]:
    query, name = _query(row, keys, part), next((key for key in _NAMES if key in keys), None)
    return tuple(traced(cell, query) if key == name else cell for key, cell in zip(keys, row, strict=True))


def _heading(row: Sequence[Value], keys: Sequence[str], part: PackPart) -> tuple[Value, ...]:
    """The title of a heading bears the unit that it is about."""
    told = dict(zip(keys, row, strict=True))
    title = "  ".join(str(told[key]) for key in ("unit", "title") if told.get(key))
    return tuple(traced(title, _query(row, keys, part)) if key == "title" else None for key in keys)


def _query(row: Sequence[Value], keys: Sequence[str], part: PackPart) -> str | None:
    found = row[keys.index("query")] if "query" in keys else None
    return part.beyond(str(found)) if found else None


def traced(cell: Value, query: str | None) -> Value:
    """A cell with its query beneath it, where it has one."""
    return Traced(cell, query) if query and (cell is None or isinstance(cell, str | Code)) else cell

"""A table of a meeting's pack as it is read on paper: only the columns that people need, headings across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sciplan_tui.core.sheet import Sheet, Value, without

UNSEEN = frozenset({"query", "place", "kind", "matched", "number", "plan"})
"""Columns that only programs and spreadsheets need; queries stand beneath the tables, said once."""


def readable(sheet: Sheet) -> Sheet:
    """Headings as one line across the table, and no column that says nothing."""
    keys = [column.key for column in sheet.columns]
    unseen = {key for place, key in enumerate(keys) if all(row[place] is None for row in sheet.rows)}
    grouped = {"unit"} if sheet.headings else set()
    rows = [_heading(row, keys) if place in sheet.headings else row for place, row in enumerate(sheet.rows)]
    return without(replace(sheet, rows=tuple(rows)), UNSEEN | unseen | grouped)


def _heading(row: Sequence[Value], keys: Sequence[str]) -> tuple[Value, ...]:
    """The title of a heading bears the unit that it is about."""
    told = dict(zip(keys, row, strict=True))
    title = "  ".join(str(told[key]) for key in ("unit", "title") if told.get(key))
    return tuple(title if key == "title" else None for key in keys)

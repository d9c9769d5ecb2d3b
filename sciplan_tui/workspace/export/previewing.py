"""What an export would write: its first rows as they will stand in the file, and how many there will be."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sciplan_tui import locale
from sciplan_tui.core.export_options import PLAIN, ExportOptions
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.parts import BY_ROW, PART, Step, part, silent, whole
from sciplan_tui.workspace.view.viewing import View

FIRST = 40
"""Rows shown at most."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The heads (none where the format has none), the first rows, and the number of rows that will be written (None: it
    is being counted). `columns`: those that can be chosen, each with what it is called on the
    screen, whatever the language of the export. `tables`: how many those rows are parted into; the first is shown.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int | None
    columns: tuple[tuple[str, str], ...] = ()
    tables: int = 1


Begun = Callable[[Preview], None]


def _nobody(begun: Preview) -> None:
    """Nobody waits for the first rows alone."""


def preview(
    database: Path,
    view: str,
    spec: ViewSpec,
    options: ExportOptions = PLAIN,
    *,
    today: datetime.date,
    as_of: datetime.date | None = None,
    step: Step = silent,
    begun: Begun = _nobody,
) -> Preview:
    """The beginning of what `exporting.export` writes, by the same sheet.

    To count 100,000 tasks' assignments takes a while: `begun` is told the first rows before.

    QueryError, RefusedError, StoreError; WritingError: the format makes no sense for the view."""
    from sciplan_tui.workspace.export.books import of_each_plan
    from sciplan_tui.workspace.export.columns import columns_offered
    from sciplan_tui.workspace.export.exporting import WHOLE, asked_of, format_of, has_columns, sensible, spec_of

    form = options.format or format_of(None)
    sensible(view, form, options.order)
    own = locale.language()
    with locale.speaking(options.language), View.open(database, today, as_of) as opened:
        spec = spec_of(view, spec, options.order)
        if view == "plan" and form in WHOLE:
            return _plan(opened, spec, form)
        asked = asked_of(opened, view, spec, form, options)
        free = has_columns(view, form)
        view = "division" if view == "plan" else view
        with locale.speaking(own):
            offered = columns_offered(asked, view) if free else ()
        if form not in ("csv", "json") and view == "overview":
            return _overview(asked)
        apart = [asked] if form in ("csv", "json") else [each for each, *_ in of_each_plan(asked, view)]
        sheet = _beginning(apart[0], view, step)
        found = replace(_json(sheet) if form == "json" else _table(sheet), columns=offered, tables=len(apart))
        if view not in BY_ROW:
            return replace(found, count=len(sheet.rows))
        begun(found)
        return replace(found, count=_count(asked, view, step))


def _overview(asked: Asked) -> Preview:
    """To be read it is several tables."""
    from sciplan_tui.workspace.export.books import overview_tables

    first, *others = overview_tables(asked)
    rows = sum(len(sheet.rows) for sheet in (first, *others))
    return replace(_table(first), count=rows, tables=1 + len(others))


def _beginning(asked: Asked, view: str, step: Step) -> Sheet:
    """Of a sheet that hangs on rows only as many are read as give enough of it."""
    rows = asked.frame.rows
    if view not in BY_ROW:
        return whole(asked, view)
    sheet = part(asked, view, 0, FIRST)
    for start in range(FIRST, len(rows), PART):
        step(start, len(rows))
        if len(sheet.rows) >= FIRST:
            break
        more = part(asked, view, start, start + PART)
        sheet = Sheet(sheet.name, sheet.columns, sheet.rows + more.rows)
    return sheet


def _count(asked: Asked, view: str, step: Step) -> int:
    from sciplan_tui.store.lists import count_assignments, count_targets

    if view == "matrix":
        return len(asked.frame.rows)
    if view == "tasks":
        return len(asked.tasks)
    step(0, len(rows := asked.tasks))
    if view == "targets":
        return count_targets(asked.view.connection, rows)
    return count_assignments(asked.view.connection, rows, inherited=asked.inherited, proposed=asked.proposed)


def _table(sheet: Sheet) -> Preview:
    from sciplan_tui.writers import csv
    from sciplan_tui.writers.wording import head, worded

    heads = tuple(str(csv.cell(head(column))) for column in sheet.columns)
    rows = (tuple(str(csv.cell(worded(value))) for value in row) for row in sheet.rows[:FIRST])
    return Preview(heads, tuple(rows), None)


def _json(sheet: Sheet) -> Preview:
    from sciplan_tui.writers import json

    first = Sheet(sheet.name, sheet.columns, sheet.rows[:FIRST])
    return Preview((), tuple((line,) for line in json.write_sheet(first).decode().splitlines()[1:-1]), None)


def _plan(view: View, spec: ViewSpec, form: str) -> Preview:
    """A row a record of one plan; JSON has a line a plan."""
    from sciplan_tui.core.interchange.plan_object import to_object
    from sciplan_tui.core.interchange.records import to_records
    from sciplan_tui.core.sentence.problem import sentence
    from sciplan_tui.workspace.export.whole_plans import plan_as_parsed
    from sciplan_tui.writers import csv, json

    keys = [plan.key for plan in view.frame(spec).plans]
    plans = [plan_as_parsed(view.database, key, view.today) for key in keys]
    if form == "json":
        told = (json.write_objects([to_object(plan, sentence)]).decode().rstrip() for plan in plans)
        return Preview((), tuple((line,) for line in told), len(plans))
    if len(plans) != 1:
        raise RefusedError("export_one_plan" if plans else "export_nothing", known=" ".join(keys))
    heads, *rows = to_records(plans[0])
    first = (tuple(str(csv.cell(value)) for value in row) for row in rows[:FIRST])
    return Preview(tuple(heads), tuple(first), len(rows))

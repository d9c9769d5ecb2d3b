"""A view taken away: as a file, or as the bytes for stdout."""

from __future__ import annotations

import datetime
from pathlib import Path

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.problem_sentence import sentence
from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.errors import RefusedError, WritingError
from sciplan_tui.workspace.viewing import View

VIEWS = ("matrix", "assignments", "tasks", "units", "milestones", "targets", "problems", "plan")
FORMATS = ("csv", "json")


def export(
    database: Path,
    view: str,
    query: str = "",
    *,
    plan: str | None = None,
    format: str = "csv",  # noqa: A002 the word of the command line
    encoding: str | None = None,
    out: Path | None = None,
    force: bool = False,
    inherited: bool = False,
    proposed: bool = False,
    today: datetime.date,
    as_of: datetime.date | None = None,
) -> bytes | Path:
    """Export what `query` shows, as it is held on `as_of` (None: today; a whole plan stays as it is printed).

    The path written, or the bytes where `out` is None. JSON is always UTF-8. With `proposed` the assignments have what
    the program proposes too.

    QueryError, RefusedError (no such plan), StoreError, WritingError; nothing half-written is left.
    """
    for code, asked, known in (("export_view", view, VIEWS), ("export_format", format, FORMATS)):
        if asked not in known:
            raise WritingError(code, **{code.removeprefix("export_"): asked}, known=" ".join(known))
    with View.open(database, today, as_of) as opened:
        spec = ViewSpec(plan, query)
        if view == "plan":
            content = _plans(opened, spec, format, encoding or "utf-8-sig")
        else:
            content = _sheet(
                opened, view, spec, format, encoding or "utf-8-sig", inherited=inherited, proposed=proposed
            )
    if out is None:
        return content
    from sciplan_tui.writers.atomic import write

    return write(out, content, force=force)


def _sheet(view: View, name: str, spec: ViewSpec, form: str, encoding: str, **wanted: bool) -> bytes:
    from sciplan_tui.workspace.sheets import make_sheet
    from sciplan_tui.writers import csv, json

    made = make_sheet(view, name, spec, **wanted)
    return json.write_sheet(made) if form == "json" else csv.write_sheet(made, encoding)


def _plans(view: View, spec: ViewSpec, form: str, encoding: str) -> bytes:
    """Whole plans, as import takes them back: JSON one a line, CSV one only."""
    from sciplan_tui.core.interchange import to_object, to_records
    from sciplan_tui.writers import csv, json

    plans = view.frame(spec).plans
    if not plans:
        raise RefusedError("export_nothing")
    if form == "json":
        return json.write_objects(to_object(_parsed(view, plan), sentence) for plan in plans)
    if len(plans) > 1:
        raise RefusedError("export_one_plan", known=" ".join(plan.key for plan in plans))
    heads, *rows = to_records(_parsed(view, plans[0]))
    return csv.write_rows(heads, rows, encoding)


def _parsed(view: View, plan: PlanHead) -> ParsedPlan:
    from sciplan_tui.store.plan_reading import plan_as_parsed as read

    return read(view.connection, plan.plan_id)


def plan_as_parsed(database: Path, key: str, today: datetime.date) -> ParsedPlan:
    """The stored plan that `key` names, as the reader would have given it. RefusedError: none, or several."""
    with View.open(database, today) as view:
        return _parsed(view, view.plan(key))

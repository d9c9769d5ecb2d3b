"""A view taken away: as a file, or as the bytes for stdout."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from sciplan_tui.core.export_options import PLAIN, ExportOptions
from sciplan_tui.core.view.spec import ColumnOrder, ViewSpec
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import speaking
from sciplan_tui.workspace.export.out_folder import OutFolder
from sciplan_tui.workspace.export.whole_plans import whole_plans, write_apart
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.parts import Step, portion, seen_by, sheet_parts, silent
from sciplan_tui.workspace.view.viewing import View

VIEWS = (
    *("matrix", "assignments", "tasks", "division", "units", "duties"),
    *("milestones", "targets", "overview", "problems", "history", "plan"),
)
FORMATS = ("csv", "xlsx", "docx", "html", "md", "json", "ics")
_DATED = frozenset({"milestones", "targets", "tasks", "plan"})
WHOLE = frozenset({"csv", "json", "xlsx"})
"""The formats in which a plan goes out so that import takes it back; in the others it is a table to read."""
ORDERED = ("matrix", "units", "duties")
"""The views in which units follow each other; in the others what stands in the plan does, as it stands there."""
INHERITED = ("matrix", "assignments", "tasks", "duties")
"""The views that can be had with what is inherited, and without."""
PROPOSED = ("matrix", "assignments", "duties")
"""Those that can be had with what the program proposes."""
OFFICE = frozenset({"xlsx", "docx"})
"""The formats that a terminal cannot show."""


def formats_of(view: str) -> tuple[str, ...]:
    """The formats that make sense for a view: a calendar holds only what has days."""
    return FORMATS if view in _DATED else tuple(name for name in FORMATS if name != "ics")


def has_columns(view: str, form: str) -> bool:
    """Whether columns can be chosen: a calendar has none, a whole plan needs all, to be taken back, and an overview to
    be read is several tables."""
    if view == "overview":
        return form in ("csv", "json")
    return form != "ics" and not (view == "plan" and form in WHOLE)


def suffix_of(out: Path) -> str | None:
    """The format that a file's suffix asks for; None: it tells none."""
    suffix = out.suffix.lower().removeprefix(".")
    return {"markdown": "md", "htm": "html"}.get(suffix, suffix if suffix in FORMATS else None)


def format_of(out: Path | None) -> str:
    """The same, and CSV where it tells none."""
    return (out and suffix_of(out)) or "csv"


def export(
    database: Path,
    view: str,
    spec: ViewSpec,
    options: ExportOptions = PLAIN,
    *,
    out: Path | None = None,
    force: bool = False,
    today: datetime.date,
    as_of: datetime.date | None = None,
    step: Step = silent,
) -> bytes | Path:
    """Export what `spec` shows, as it is held on `as_of` (None: today; a whole plan stays as it is printed). Of its
    orders the matrix and the tasks keep all.

    The path written, or the bytes where `out` is None. A format that `options` leave open is the one of the suffix of
    `out`; several whole plans go each into a file of a folder where it has none. `step` is told how far it is; what it
    raises breaks it off.

    QueryError, RefusedError (no such plan), StoreError, WritingError; nothing half-written is left.
    """
    form = options.format or format_of(out)
    sensible(view, form, options.order)
    with speaking(options.language), View.open(database, today, as_of) as opened:
        spec = spec_of(view, spec, options.order)
        if view == "plan" and form in WHOLE:
            plans = opened.frame(spec).plans
            if out is not None and not out.suffix and len(plans) > 1:
                return write_apart(opened, plans, form, options.encoding, OutFolder(out, force=force))
            content = whole_plans(opened, plans, form, options.encoding)
        else:
            content = _content(asked_of(opened, view, spec, form, options), view, form, options.encoding, step)
    if out is None:
        return content
    from sciplan_tui.writers.atomic import write

    return write(out, content, force=force)


def spec_of(view: str, spec: ViewSpec, order: ColumnOrder | None) -> ViewSpec:
    """What an export of a view on screen is taken of, its units in this order."""
    seen = seen_by(view, spec)
    return seen if order is None else replace(seen, columns=order)


def asked_of(opened: View, view: str, spec: ViewSpec, form: str, options: ExportOptions) -> Asked:
    """What the sheets of an export are asked of; columns are chosen only where they can be."""
    printed = options.inherited is False
    columns = options.columns if has_columns(view, form) else ()
    return Asked(
        opened, opened.frame(spec, printed=printed), bool(options.inherited), options.proposed, columns, printed
    )


def sensible(view: str, form: str, order: ColumnOrder | None = None) -> None:
    """Refuse what there is not, and what makes no sense. WritingError."""
    for code, asked, known in (("export_view", view, VIEWS), ("export_format", form, FORMATS)):
        if asked not in known:
            raise WritingError(code, **{code.removeprefix("export_"): asked}, known=" ".join(known))
    if form not in formats_of(view):
        raise WritingError("export_senseless", view=view, format=form, known=" ".join(formats_of(view)))
    if order is not None and view not in ORDERED:
        raise WritingError("export_order", view=view, known=" ".join(ORDERED))


def _content(asked: Asked, view: str, form: str, encoding: str, step: Step) -> bytes:
    """What is a table for programs goes out part by part, the rest as a book."""
    from sciplan_tui.writers import csv, json
    from sciplan_tui.writers.formats import write_book

    if form == "csv":
        return csv.write_parts(sheet_parts(asked, view, step), encoding)
    if form == "json":
        return json.write_parts(sheet_parts(asked, view, step))
    from sciplan_tui.workspace.export.books import make_book
    from sciplan_tui.workspace.export.watched_rows import watched

    book = make_book(asked, view, form, portion(step, 0, 2))
    return write_book(watched(book, portion(step, 1, 2)), form)

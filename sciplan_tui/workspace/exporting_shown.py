"""What is on screen taken away as a file, in its own orders, telling how far it is; it can be broken off.

CSV and JSON are written in parts, so that 100,000 tasks are never held whole; the other formats as `exporting` does.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.workspace.sheet_parts import Step, sheet_parts
from sciplan_tui.workspace.sheets import Asked
from sciplan_tui.workspace.viewing import View

IN_PARTS = ("csv", "json")
_IN_ORDER = ("matrix", "tasks")


def seen_by(view: str, spec: ViewSpec) -> ViewSpec:
    """What an export of a view on screen is taken of: what is folded too; the matrix and the tasks in its orders."""
    return replace(spec, folded=frozenset()) if view in _IN_ORDER else ViewSpec(spec.plan, spec.query)


def export_shown(
    database: Path,
    view: str,
    spec: ViewSpec,
    out: Path,
    *,
    format: str,  # noqa: A002 the word of the command line
    encoding: str = "utf-8-sig",
    force: bool = False,
    inherited: bool = False,
    proposed: bool = False,
    today: datetime.date,
    as_of: datetime.date | None = None,
    step: Step,
) -> Path:
    """Write `out`. What `step` raises is let through, with nothing written.

    QueryError, RefusedError, StoreError, WritingError: as `exporting.export`.
    """
    from sciplan_tui.workspace.exporting import export

    if view == "plan" or format not in IN_PARTS:
        step(0, 1)
        export(
            database, view, spec.query, plan=spec.plan, format=format, encoding=encoding, out=out, force=force,
            inherited=inherited, proposed=proposed, today=today, as_of=as_of,
        )  # fmt: skip
        return out
    from sciplan_tui.writers.atomic import write

    with View.open(database, today, as_of) as opened:
        asked = Asked(opened, opened.frame(seen_by(view, spec)), inherited, proposed)
        content = _written(sheet_parts(asked, view, step), format, encoding)
    return write(out, content, force=force)


def _written(parts: Iterator[Sheet], form: str, encoding: str) -> bytes:
    from sciplan_tui.writers import csv, json

    return json.write_parts(parts) if form == "json" else csv.write_parts(parts, encoding)

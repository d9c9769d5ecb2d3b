"""Whole plans on their way out, as import takes them back: all in one JSON file, or each in a file of its own."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.export.out_folder import OutFolder
from sciplan_tui.workspace.view.viewing import View


def whole_plans(view: View, plans: Sequence[PlanHead], form: str, encoding: str) -> bytes:
    """One file of them. RefusedError: there is none, or there are several and the format holds one."""
    from sciplan_tui.core.interchange.plan_object import to_object, to_records
    from sciplan_tui.writers import csv, json

    if not plans:
        raise RefusedError("export_nothing")
    if form == "json":
        return json.write_objects(to_object(_parsed(view, plan), sentence) for plan in plans)
    if len(plans) > 1:
        raise RefusedError("export_one_plan", known=" ".join(plan.key for plan in plans))
    heads, *rows = to_records(_parsed(view, plans[0]))
    if form == "csv":
        return csv.write_rows(heads, rows, encoding)
    from sciplan_tui.workspace.export.books import bare_book
    from sciplan_tui.writers.sheet.records import write_records

    return write_records(heads, rows, bare_book(view, view.frame(ViewSpec(plans[0].key))))


def write_apart(view: View, plans: Sequence[PlanHead], form: str, encoding: str, into: OutFolder) -> Path:
    """A file for each, by its key, in a folder that is made if it is missing: it is returned. WritingError."""
    from sciplan_tui.core.file_name import distinct_names

    names = distinct_names(plan.key for plan in plans)
    files = {
        into.folder / f"{name}.{form}": whole_plans(view, [plan], form, encoding)
        for name, plan in zip(names, plans, strict=True)
    }
    into.begin(files)
    into.write_all(files)
    return into.folder


def plan_as_parsed(database: Path, key: str, today: datetime.date) -> ParsedPlan:
    """The stored plan that `key` names, as the reader would have given it. RefusedError: none, or several."""
    with View.open(database, today) as view:
        return _parsed(view, view.plan(key))


def _parsed(view: View, plan: PlanHead) -> ParsedPlan:
    from sciplan_tui.store.edition.whole_plan import plan_as_parsed as read

    return read(view.connection, plan.plan_id)

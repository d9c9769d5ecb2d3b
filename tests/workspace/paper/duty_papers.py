"""Duty sheets made for tests, and read back."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from sciplan_tui.core.duty_paper.facts import DutyPaper
from sciplan_tui.core.duty_paper.tables import duty_tables
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.paper.duty_sheet_reading import DutyPapers, unit_meant, units_of
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers.wording import worded
from tests.viewing_data import TODAY

PLAN = "甲市-2021"


def paper(
    database: Path,
    unit: str,
    plan: str = PLAN,
    on: datetime.date = TODAY,
    as_of: datetime.date | None = None,
    **more: Any,
) -> DutyPaper:
    """The sheet of one unit."""
    with View.open(database, on, as_of) as view:
        return DutyPapers(view, **more).paper(unit_meant(view, unit, plan))


def papers(database: Path, plan: str, on: datetime.date) -> list[DutyPaper]:
    """Those of all units of a plan."""
    with View.open(database, on) as view:
        made = DutyPapers(view)
        return [made.paper(unit.unit_id) for unit in units_of(view, ViewSpec(plan))]


def tables(made: DutyPaper) -> dict[str, Sheet]:
    """Its tables by name."""
    return {sheet.name: sheet for sheet in duty_tables(made)}


def rows(sheet: Sheet) -> list[dict[str, str]]:
    """The rows as people read them, by the keys of their columns."""
    keys = [column.key for column in sheet.columns]
    return [dict(zip(keys, (str(worded(value)) for value in row), strict=True)) for row in sheet.rows]

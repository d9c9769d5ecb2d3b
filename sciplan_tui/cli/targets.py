"""`sciplan target`: figures by hand, and what was reported for them."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import Plan, given
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit

Path_ = Annotated[str, typer.Argument(metavar="PATH", help="cli.path")]
Which = Annotated[str | None, typer.Option("--figure", metavar="WHICH", help="edit.help.figure")]
Indicator = Annotated[str | None, typer.Option("--indicator", metavar="TEXT", help="edit.help.indicator")]
Comparator = Annotated[str | None, typer.Option("--comparator", metavar="SIGN", help="edit.help.comparator")]
Value = Annotated[str | None, typer.Option("--value", metavar="NUMBER", help="edit.help.value")]
Most = Annotated[str | None, typer.Option("--value-max", metavar="NUMBER", help="edit.help.value_max")]
Measure = Annotated[str | None, typer.Option("--unit", metavar="TEXT", help="edit.help.unit")]
Frequency = Annotated[str | None, typer.Option("--frequency", metavar="WORD", help="edit.help.frequency")]
Deadline = Annotated[str | None, typer.Option("--deadline", metavar="DATE", help="edit.help.deadline")]
Reported = Annotated[str | None, typer.Option("--value", metavar="NUMBER", help="reported.help.value")]
WithAll = Annotated[bool, typer.Option("--yes", help="edit.help.yes")]
Aspired = Annotated[str | None, typer.Option("--aspirational", metavar="yes|no", help="edit.help.aspirational")]


def add(
    path: Path_,
    indicator: Indicator = None,
    comparator: Comparator = None,
    value: Value = None,
    value_max: Most = None,
    unit: Measure = None,
    frequency: Frequency = None,
    deadline: Deadline = None,
    aspirational: Aspired = None,
    plan: Plan = None,
) -> Exit:
    """Promise a figure in the task at PATH."""
    from sciplan_tui.workspace.edit.targets import add_target

    said = _given(indicator, comparator, value, value_max, unit, frequency, deadline, aspirational)
    tell(add_target(settings.database_path(), _task(path, plan), said, at=settings.now()))
    return Exit.DONE


def set_(
    path: Path_,
    figure: Which = None,
    indicator: Indicator = None,
    comparator: Comparator = None,
    value: Value = None,
    value_max: Most = None,
    unit: Measure = None,
    frequency: Frequency = None,
    deadline: Deadline = None,
    aspirational: Aspired = None,
    plan: Plan = None,
) -> Exit:
    """Say otherwise what a figure is; the next edition of the plan does not take it back."""
    from sciplan_tui.workspace.edit.targets import set_target, target_meant

    said = _given(indicator, comparator, value, value_max, unit, frequency, deadline, aspirational)
    if not said:
        raise UsageError("no_fact", command="sciplan target set")
    database = settings.database_path()
    tell(set_target(database, target_meant(database, _task(path, plan), figure), said, at=settings.now()))
    return Exit.DONE


def drop(path: Path_, figure: Which = None, plan: Plan = None, yes: WithAll = False) -> Exit:
    """Take a figure away, with what was reported for it if that is said."""
    from sciplan_tui.workspace.edit.targets import drop_target, target_meant

    database = settings.database_path()
    target = target_meant(database, _task(path, plan), figure)
    tell(drop_target(database, target, with_all=yes, at=settings.now()))
    return Exit.DONE


def report(
    path: Path_,
    figure: Which = None,
    value: Reported = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="reported.help.on")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="cli.note")] = None,
    evidence: Annotated[str | None, typer.Option("--evidence", metavar="FILE", help="reported.help.evidence")] = None,
    drop: Annotated[bool, typer.Option("--drop", help="reported.help.drop")] = False,
    plan: Plan = None,
) -> Exit:
    """Note what was reported for a figure; with --drop take back what was reported on that day, or last."""
    from sciplan_tui.workspace.edit.targets import target_meant
    from sciplan_tui.workspace.progress.reporting import drop_report, report_value

    if drop is (value is not None):
        raise UsageError("no_report", command="sciplan target report")
    database, at = settings.database_path(), settings.now()
    target = target_meant(database, _task(path, plan), figure)
    if value is None:
        tell(drop_report(database, target, on=on, at=at))
    else:
        tell(report_value(database, target, value, on=on, note=note, evidence=evidence, at=at))
    return Exit.DONE


def _given(*values: str | None) -> dict[str, str]:
    from sciplan_tui.core.given.figure import FIELDS

    return given(FIELDS, values)


def _task(path: str, plan: str | None) -> int:
    from sciplan_tui.workspace.meant.task import task_at

    return task_at(settings.database_path(), path, plan, today=settings.today()).task_id


COMMANDS = {"target": {"add": add, "set": set_, "drop": drop, "report": report}}

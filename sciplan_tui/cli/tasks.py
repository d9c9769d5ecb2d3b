"""`sciplan task`: tasks by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import By, Plan, one_called
from sciplan_tui.core.plan import Kind
from sciplan_tui.exits import Exit


def add(
    path: Annotated[str, typer.Argument(metavar="PATH", help="edit.help.beside")],
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="edit.help.title")],
    below: Annotated[bool, typer.Option("--below", help="edit.help.below")] = False,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="edit.help.kind")] = str(Kind.TASK),
    with_units: Annotated[bool, typer.Option("--with-units", help="edit.help.with_units")] = False,
    by: By = None,
    plan: Plan = None,
) -> Exit:
    """Add a task behind the one at PATH, or below it."""
    from sciplan_tui.workspace.edit.tasks import add_task
    from sciplan_tui.workspace.meant.task import task_at

    database = settings.database_path()
    beside = task_at(database, path, plan, today=settings.today()).task_id
    chosen = Kind(one_called("--kind", kind, tuple(Kind), "word.kind"))
    tell(add_task(database, beside, title, below=below, kind=chosen, with_units=with_units, by=by, at=settings.now()))
    return Exit.DONE


def drop(
    path: Annotated[str, typer.Argument(metavar="PATH", help="cli.path")],
    yes: Annotated[bool, typer.Option("--yes", help="edit.help.yes")] = False,
    plan: Plan = None,
) -> Exit:
    """Take away a task that was added by hand."""
    from sciplan_tui.workspace.edit.tasks import drop_task
    from sciplan_tui.workspace.meant.task import task_at

    database = settings.database_path()
    task = task_at(database, path, plan, today=settings.today())
    tell(drop_task(database, task.task_id, with_all=yes, at=settings.now()))
    return Exit.DONE


COMMANDS = {"task": {"add": add, "drop": drop}}

"""`sciplan rule`: who holds a task by a later word than the plan's; a proposal that is accepted is such a word."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import By, On, Plan, one_called
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.errors import RefusedError, UsageError
from sciplan_tui.exits import Exit


def rule(
    path: Annotated[str, typer.Argument(metavar="PATH", help="cli.path")],
    unit: Annotated[str | None, typer.Argument(metavar="[UNIT]", help="registry.rule.unit")] = None,
    role: Annotated[
        str, typer.Option("--role", metavar="lead|responsible|support", help="registry.rule.role")
    ] = "lead",
    by: By = None,
    on: On = None,
    drop: Annotated[bool, typer.Option("--drop", help="registry.rule.drop")] = False,
    instead: Annotated[bool, typer.Option("--instead", help="registry.rule.instead")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="registry.rule.accept")] = False,
    plan: Plan = None,
) -> Exit:
    """A unit holds a role in the task at PATH by a document of a day; --drop: no more; --accept: what is proposed."""
    from sciplan_tui.workspace.edit import ruling

    wanted = Role(one_called("--role", role, tuple(Role), "word.role"))
    database, at = settings.database_path(), settings.now()
    if by is None:
        raise UsageError("option_missing", option="--by", command="sciplan rule")
    if instead and (drop or accept):
        raise UsageError("options_exclude", one="--instead", other="--drop" if drop else "--accept")
    if accept:
        tell(ruling.accept_proposals(database, _proposed(path, unit, plan), by=by, on=on, at=at))
    elif unit is None:
        raise UsageError("missing_argument", argument="UNIT", command="sciplan rule")
    else:
        tell(ruling.rule(database, plan, path, unit, wanted, by=by, on=on, at=at, drop=drop, instead=instead))
    return Exit.DONE


def _proposed(path: str, unit: str | None, plan: str | None) -> list[int]:
    """What is proposed at the task itself, of one unit or of all."""
    from sciplan_tui.core.folding import fold
    from sciplan_tui.workspace.meant.task import task_at

    task = task_at(settings.database_path(), path, plan, today=settings.today())
    own = [held for held in task.units if held.inherited_from is None and held.origin is Origin.PROPOSED]
    meant = [held.assignment_id for held in own if unit is None or fold(unit) in fold(held.name)]
    if not meant:
        raise RefusedError("none_proposed", path=task.path, title=task.title)
    return meant


COMMANDS = {"rule": rule}

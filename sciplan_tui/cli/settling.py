"""`sciplan settle`: a person has looked at problems, and says so; with --reopen they are open again."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import Plan, whole_number
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit


def settle(
    problems: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="cli.settle.ids")] = None,
    code: Annotated[str | None, typer.Option("--code", metavar="CODE", help="cli.settle.code")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="cli.note")] = None,
    reopen: Annotated[bool, typer.Option("--reopen", help="cli.settle.reopen")] = False,
    plan: Plan = None,
) -> Exit:
    """Settle the problems of these numbers, or all of one code, in one journal entry."""
    from sciplan_tui.workspace.problem import doubts, settling

    database = settings.database_path()
    if not problems and code is None:
        raise UsageError("no_problem_named", command="sciplan settle")
    numbers = [whole_number("ID", one) for one in problems or ()]
    if code is not None:
        numbers += doubts.of_code(database, code, plan, today=settings.today())
    if reopen:
        tell(settling.unsettle(database, numbers, at=settings.now()))
    else:
        tell(settling.settle(database, numbers, note, at=settings.now()))
    return Exit.DONE


COMMANDS = {"settle": settle}

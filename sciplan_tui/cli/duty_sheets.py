"""`sciplan duty-sheets`: what each unit owes, on paper and in a workbook, with a cover note ready to be sealed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import AsOf, Plan, as_of_day, day, one_of
from sciplan_tui.exits import Exit

Units = Annotated[list[str] | None, typer.Argument(metavar="[UNIT]...", help="duty_paper.help.units")]


def duty_sheets(
    units: Units = None,
    query: Annotated[str, typer.Option("--query", metavar="QUERY", help="duty_paper.help.query")] = "",
    *,
    out: Annotated[str, typer.Option("-o", "--output", metavar="DIR|FILE", help="duty_paper.help.out")],
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="duty_paper.help.format")] = None,  # noqa: A002 the option's name
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="duty_paper.help.on")] = None,
    sender: Annotated[str | None, typer.Option("--from", metavar="TEXT", help="duty_paper.help.sender")] = None,
    reply_by: Annotated[str | None, typer.Option("--reply-by", metavar="DATE", help="duty_paper.help.reply_by")] = None,
    no_note: Annotated[bool, typer.Option("--no-note", help="duty_paper.help.no_note")] = False,
    no_queries: Annotated[bool, typer.Option("--no-queries", help="duty_paper.help.no_queries")] = False,
    proposed: Annotated[bool, typer.Option("--proposed", help="duty_paper.help.proposed")] = False,
    as_of: AsOf = None,
    plan: Plan = None,
) -> Exit:
    """Write the sheets, each file whole or not at all, and say where they are."""
    from sciplan_tui.core.duty_paper.letter import Letter
    from sciplan_tui.core.view.spec import ViewSpec
    from sciplan_tui.workspace.paper.duty_sheets import BOTH, FORMATS, Wanted, write_duty_sheets

    letter = None if no_note else Letter(sender, None if reply_by is None else day("--reply-by", reply_by))
    form = None if format is None else one_of("--format", format, (*FORMATS, BOTH))
    wanted = Wanted(Path(out), ViewSpec(plan, query), tuple(units or ()), form, letter, proposed, force, not no_queries)
    written = write_duty_sheets(
        settings.database_path(),
        wanted,
        today=settings.today() if on is None else day("--on", on),
        as_of=as_of_day(as_of),
        at=settings.now(),
    )
    output.tell(written.sentence)
    return Exit.DONE


COMMANDS = {"duty-sheets": duty_sheets}

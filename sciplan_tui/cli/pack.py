"""`sciplan pack`: all that a meeting needs, written into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import Plan, Query, day, one_query
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say


def pack(
    query: Query = None,
    *,
    milestone: Annotated[str, typer.Option("--milestone", metavar="KEY", help="cli.milestone")],
    folder: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="pack.help.folder")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="cli.standing_on")] = None,
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    proposed: Annotated[bool, typer.Option("--proposed", help="pack.help.proposed")] = False,
    plan: Plan = None,
) -> Exit:
    """Write the pack of the plans that have the milestone, and say what was written."""
    from sciplan_tui.workspace.paper.pack import write_pack
    from sciplan_tui.workspace.paper.pack_reading import PackAsked

    written = write_pack(
        settings.database_path(),
        PackAsked(milestone, one_query(query), plan, proposed),
        Path(folder),
        on=settings.today() if on is None else day("--on", on),
        at=settings.now(),
        force=force,
    )
    output.data(say("pack.written", count=len(written.files), folder=written.folder))
    for file in written.files:
        output.data(f"  {file.relative_to(written.folder).as_posix()}")
    if written.lacking:
        plans = say("word.between").join(written.lacking)
        output.tell(say("pack.left", plans=plans, milestone=milestone))
    if written.unnoted is not None:
        output.tell(say("pack.unnoted", reason=written.unnoted))
    return Exit.DONE


COMMANDS = {"pack": pack}

"""`sciplan export`: a view taken away as a file, or to stdout."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import AsOf, Inherited, Plan, Query, as_of_day, one_of
from sciplan_tui.cli.views import Asked, as_viewed
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")


def export(
    view: Annotated[str, typer.Argument(metavar="VIEW", help="cli.view")],
    query: Query = None,
    named: Asked = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="cli.out")] = None,
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="cli.format")] = None,  # noqa: A002 the option's name
    encoding: Annotated[str, typer.Option("--encoding", metavar="ENCODING", help="cli.export_encoding")] = "utf-8-sig",
    inherited: Inherited = False,
    proposed: Annotated[bool, typer.Option("--proposed", help="registry.proposed")] = False,
    as_of: AsOf = None,
    plan: Plan = None,
) -> Exit:
    """Write the view to FILE (never over one that is there, but with --force), or to stdout."""
    from sciplan_tui.workspace import exporting

    asked, of_plan = as_viewed(named, query, plan)
    written = exporting.export(
        settings.database_path(),
        one_of("VIEW", view, exporting.VIEWS),
        asked,
        plan=of_plan,
        format=None if format is None else one_of("--format", format, exporting.FORMATS),
        encoding=one_of("--encoding", encoding, ENCODINGS),
        out=None if out is None else Path(out),
        force=force,
        inherited=inherited,
        proposed=proposed,
        today=settings.today(),
        as_of=as_of_day(as_of),
    )
    if isinstance(written, bytes):
        output.data_bytes(written)
    else:
        output.tell(say("cli.export.written", file=written))
    return Exit.DONE


COMMANDS = {"export": export}

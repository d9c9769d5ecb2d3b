"""`sciplan plan`: a plan by hand, and what a plan says about itself."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import given
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit

Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="edit.help.plan_title")]
Region = Annotated[str | None, typer.Option("--region", metavar="TEXT", help="edit.help.region")]
Period = Annotated[str | None, typer.Option("--period", metavar="YEARS", help="edit.help.period")]
Number = Annotated[str | None, typer.Option("--number", metavar="TEXT", help="edit.help.document_number")]
Issuer = Annotated[str | None, typer.Option("--issuer", metavar="TEXT", help="edit.help.issuer")]
Issued = Annotated[str | None, typer.Option("--issued-on", metavar="DATE", help="edit.help.issued_on")]


def add(
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="edit.help.plan_title")],
    first: Annotated[str, typer.Option("--first", metavar="TEXT", help="edit.help.first")],
    region: Region = None,
    period: Period = None,
    number: Number = None,
    issuer: Issuer = None,
    issued_on: Issued = None,
) -> Exit:
    """Begin a plan without a file."""
    from sciplan_tui.workspace.edit.plans import add_plan

    said = _given(title, region, period, number, issuer, issued_on)
    tell(add_plan(settings.database_path(), said, first, at=settings.now()))
    return Exit.DONE


def set_(
    plan: Annotated[str, typer.Argument(metavar="KEY", help="cli.plan")],
    title: Title = None,
    region: Region = None,
    period: Period = None,
    number: Number = None,
    issuer: Issuer = None,
    issued_on: Issued = None,
) -> Exit:
    """Say otherwise what a plan says about itself."""
    from sciplan_tui.workspace.edit.plans import set_plan

    said = _given(title, region, period, number, issuer, issued_on)
    if not said:
        raise UsageError("no_fact", command="sciplan plan set")
    tell(set_plan(settings.database_path(), plan, said, at=settings.now()))
    return Exit.DONE


def _given(*values: str | None) -> dict[str, str]:
    from sciplan_tui.core.given.plan import FIELDS

    return given(FIELDS, values)


COMMANDS = {"plan": {"add": add, "set": set_}}

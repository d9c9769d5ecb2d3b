"""`sciplan milestone`: milestones that the document does not name, and those that are to be otherwise."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import Plan, one_called
from sciplan_tui.core.plan import MilestoneKind
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

KINDS = tuple(MilestoneKind)
Key = Annotated[str, typer.Argument(metavar="KEY", help="cli.milestone")]
Label = Annotated[str | None, typer.Option("--label", metavar="TEXT", help="cli.label")]


def add(
    plan: Annotated[str, typer.Option("--plan", metavar="KEY", help="cli.plan")],
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="cli.kind")],
    year: Annotated[str | None, typer.Option("--year", "--on", metavar="DATE", help="cli.year")] = None,
    label: Label = None,
) -> Exit:
    """Add a milestone that the document does not name."""
    from sciplan_tui.workspace.edit.milestones import add_milestone

    of_kind = MilestoneKind(one_called("--kind", kind, KINDS, "word.milestone"))
    if year is None and of_kind is not MilestoneKind.DEADLINE:
        raise UsageError("option_missing", option="--year", command="sciplan milestone add")
    added = add_milestone(
        settings.database_path(),
        plan=plan,
        kind=of_kind,
        date=year or "",
        label=label,
        at=settings.now(),
    )
    facts = added.facts
    output.data(say("cli.milestone.added", plan=facts["plan"], key=facts["milestone"], label=facts["label"]))
    return Exit.DONE


def set_(
    key: Key,
    label: Label = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="cli.kind")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="edit.help.date")] = None,
    plan: Plan = None,
) -> Exit:
    """Say otherwise what a milestone is; the next edition of the plan does not take it back."""
    from sciplan_tui.workspace.edit.milestones import set_milestone

    if label is None and kind is None and on is None:
        raise UsageError("no_fact", command="sciplan milestone set")
    chosen = None if kind is None else MilestoneKind(one_called("--kind", kind, KINDS, "word.milestone"))
    tell(
        set_milestone(settings.database_path(), plan, key, label=label, kind=chosen, date=on, at=settings.now()),
    )
    return Exit.DONE


def drop(
    key: Key, plan: Plan = None, yes: Annotated[bool, typer.Option("--yes", help="edit.help.yes")] = False
) -> Exit:
    """Take a milestone away, with the marks at it if that is said."""
    from sciplan_tui.workspace.edit.milestones import drop_milestone

    tell(drop_milestone(settings.database_path(), plan, key, with_all=yes, at=settings.now()))
    return Exit.DONE


COMMANDS = {"milestone": {"add": add, "set": set_, "drop": drop}}

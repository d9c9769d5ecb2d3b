"""`sciplan draft`: the draft of a report (自评报告, 通报, 总结), filled from the record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import Plan, Query, day, one_query
from sciplan_tui.core.draft.facts import DraftKind
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import LANGUAGES, say


def draft(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="draft.help.kind")],
    milestone: Annotated[str, typer.Option("--milestone", metavar="KEY", help="cli.milestone")],
    out: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="draft.help.out")],
    query: Query = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="cli.standing_on")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="draft.help.unit")] = None,
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    plan: Plan = None,
) -> Exit:
    """Write the draft to FILE, never over one that is there but with --force."""
    from sciplan_tui.workspace.paper.drafting import DraftAsked, write_draft

    asked = DraftAsked(_kind(kind), milestone, plan, one_query(query), unit)
    today = settings.today() if on is None else day("--on", on)
    done = write_draft(settings.database_path(), asked, Path(out), on=today, force=force)
    output.tell(say("draft.written", file=done.file, gaps=done.gaps))
    return Exit.DONE


def _kind(name: str) -> DraftKind:
    """The report of that name, in whichever language. Raises UsageError with what can be written."""
    for kind in DraftKind:
        if name in (kind, *(say(f"draft.kind.{kind}", language) for language in LANGUAGES)):
            return kind
    raise UsageError("not_a_choice", option="KIND", value=name, allowed=" ".join(DraftKind))


COMMANDS = {"draft": draft}

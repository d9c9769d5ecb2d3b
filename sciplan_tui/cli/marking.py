"""`sciplan mark`: the state of tasks at a milestone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import Plan, WithInherited, iso_date, one_called
from sciplan_tui.core.plan import Status
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import listed, say

if TYPE_CHECKING:
    from sciplan_tui.workspace.progress.marking import MarkResult

STATUSES = tuple(Status)


def mark(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="cli.query_to_mark")],
    milestone: Annotated[str, typer.Option("--milestone", metavar="KEY", help="cli.milestone")],
    status: Annotated[str, typer.Option("--status", metavar="STATUS", help="cli.status")],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="cli.on")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="cli.note")] = None,
    evidence: Annotated[str | None, typer.Option("--evidence", metavar="FILE", help="reported.help.evidence")] = None,
    with_inherited: WithInherited = False,
    plan: Plan = None,
) -> Exit:
    """Mark the tasks that print what the query asks for (with --with-inherited also those that inherit it)."""
    from sciplan_tui.workspace.gesture.evidence import evidence_given
    from sciplan_tui.workspace.progress.marking import mark_query

    if not query.strip():
        raise UsageError("mark_everything")
    state = Status(one_called("--status", status, STATUSES, "word.status"))
    result = mark_query(
        settings.database_path(),
        query,
        milestone=milestone,
        status=state,
        on=None if on is None else iso_date("--on", on),
        note=note,
        evidence=evidence_given(evidence),
        with_inherited=with_inherited,
        plan=plan,
        at=settings.now(),
        today=settings.today(),
    )
    _tell(result, state, milestone)
    return Exit.DONE


def _tell(result: MarkResult, state: Status, milestone: str) -> None:
    """What was marked, and what was left alone."""
    done = "cli.mark.done" if result.changed else "cli.mark.nothing"
    words = {"milestones": listed(result.labels), "status": say(f"word.status.{state}")}
    output.data(say(done, changed=result.changed, unchanged=result.unchanged, **words))
    if result.inheriting:
        output.tell(say("cli.mark.inheriting", count=result.inheriting))
    if result.lacking:
        named = {"plans": say("word.between").join(result.lacking), "tasks": say("word.between").join(result.named)}
        output.tell(say("cli.mark.lacking", left=result.left, milestone=milestone, **named))


COMMANDS = {"mark": mark}

"""`sciplan review`: what stays proposed of the last edition, and accepting or rejecting it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.differences import difference_object, rename_lines, rename_objects
from sciplan_tui.cli.parameters import Json, Plan
from sciplan_tui.core.diff import choosing
from sciplan_tui.core.diff.difference import KINDS
from sciplan_tui.core.edition.identity import named
from sciplan_tui.core.sentence.difference import sentence
from sciplan_tui.errors import RefusedError, UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.workspace.edition.reviewing import Pending

Accept = Annotated[str | None, typer.Option("--accept", metavar="all|KIND|N,N", help="cli.accept")]
Reject = Annotated[str | None, typer.Option("--reject", metavar="all|KIND|N,N", help="cli.reject")]


def review(plan: Plan = None, accept: Accept = None, reject: Reject = None, json: Json = False) -> Exit:
    """List what waits, by number; or decide some of it, in one journal entry. Without a plan: of every plan."""
    from sciplan_tui.workspace.edition import reviewing

    database = settings.database_path()
    if accept is None and reject is None:
        for waiting in reviewing.all_pending(database, plan):
            _show(waiting, json)
        return Exit.DONE
    waiting = reviewing.pending(database, plan) if plan is not None else _only_one(reviewing.all_pending(database))
    told = waiting.differences
    if not told:
        raise RefusedError("nothing_pending", plan=waiting.plan_key)
    accepted = choosing.with_needs(told, _chosen("--accept", accept, waiting))
    rejected = _chosen("--reject", reject, waiting) - accepted
    reviewing.decide(database, waiting.plan_key, accepted=accepted, rejected=rejected, seen=told, at=settings.now())
    decided = {"accepted": len(accepted), "rejected": len(rejected)}
    now = reviewing.pending(database, waiting.plan_key)
    if json:
        output.json_line({**_object(now), **decided})
        return Exit.DONE
    left = now.differences
    output.data(say("cli.review.decided", key=waiting.plan_key, **decided, left=len(left)))
    if [one.identity for one in left] != [one.identity for one in told[: len(left)]]:
        output.tell(say("cli.review.renumbered", key=waiting.plan_key))
    return Exit.DONE


def _only_one(plans: tuple[Pending, ...]) -> Pending:
    """Of all plans the one of which something waits; with none that waits, the only plan. RefusedError: which plan?"""
    waiting = [one for one in plans if one.differences]
    if len(waiting or plans) == 1:
        return (waiting or plans)[0]
    if plans and not waiting:
        raise RefusedError("nothing_pending", plan=named({one.plan_key: one.title for one in plans}))
    raise RefusedError("which_plan", known=named({one.plan_key: one.title for one in waiting}))


def _chosen(option: str, said: str | None, waiting: Pending) -> frozenset[int]:
    """The places that `said` means: all, those of a kind, or those of the numbers as they are listed. UsageError."""
    told = waiting.differences
    if said is None:
        return frozenset()
    if said == "all":
        return choosing.everything(told)
    if said in KINDS:
        return choosing.of_kind(told, said)
    numbers = said.split(",")
    wrong = [
        number for number in numbers if not (number.isascii() and number.isdigit() and 0 < int(number) <= len(told))
    ]
    if wrong:
        raise UsageError("not_a_difference", option=option, value=wrong[0], last=len(told), kinds=" ".join(KINDS))
    return frozenset(int(number) - 1 for number in numbers)


def _object(waiting: Pending) -> dict[str, object]:
    """What waits, as programs read it."""
    found = [{"number": number, **difference_object(one)} for number, one in enumerate(waiting.differences, start=1)]
    told = {"plan": waiting.plan_key, "title": waiting.title, "edition": waiting.edition, "differences": found}
    return {**told, "renames": rename_objects(waiting.renames, waiting.plan_key, imported=True)}


def _show(waiting: Pending, json: bool) -> None:
    if json:
        output.json_line(_object(waiting))
        return
    head = "cli.review.waits" if waiting.differences else "cli.review.nothing"
    facts = {"title": waiting.title, "key": waiting.plan_key, "edition": waiting.edition}
    output.data(say(head, **facts, count=len(waiting.differences)))
    rows = [(str(number), sentence(one)) for number, one in enumerate(waiting.differences, start=1)]
    for line in output.columns([["", number, said] for number, said in rows]) if rows else ():
        output.data(line)
    for line in rename_lines(waiting.renames, waiting.plan_key, imported=True):
        output.data(line)


COMMANDS = {"review": review}

"""`sciplan unit alias|rename|merge|split|add|set|members`: the registry of units kept true."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output, splitting
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import By, Json, On, Plan, one_called, one_of
from sciplan_tui.core.unit.registry import CLASSES
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

Name = Annotated[str, typer.Argument(metavar="UNIT", help="registry.name")]
Class = Annotated[str | None, typer.Option("--class", metavar="CLASS", help="registry.class")]
Function = Annotated[str | None, typer.Option("--function", metavar="WORD", help="registry.function")]
Contact = Annotated[str | None, typer.Option("--contact", metavar="TEXT", help="registry.contact")]
_TRUTH = {"yes": True, "no": False}


def alias(
    name: Annotated[str | None, typer.Argument(metavar="[UNIT]", help="registry.name")] = None,
    same_as: Annotated[str | None, typer.Argument(metavar="[SAME]", help="registry.same_as")] = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """UNIT is another name of SAME; without names, the aliases that are proposed."""
    if name is None:
        return _proposals(plan, json)
    if same_as is None:
        raise UsageError("missing_argument", argument="SAME", command="sciplan unit alias")
    from sciplan_tui.workspace.unit import succeeding

    tell(succeeding.alias(settings.database_path(), plan, name, same_as, at=settings.now()))
    return Exit.DONE


def rename(
    name: Name,
    new_name: Annotated[str, typer.Argument(metavar="NEW", help="registry.new_name")],
    on: On = None,
    by: By = None,
    plan: Plan = None,
) -> Exit:
    """UNIT is called NEW from a day on."""
    from sciplan_tui.workspace.unit import succeeding

    tell(succeeding.rename(settings.database_path(), plan, name, new_name, on=on, by=by, at=settings.now()))
    return Exit.DONE


def merge(
    names: Annotated[list[str], typer.Argument(metavar="UNIT...", help="registry.names")],
    into: Annotated[str, typer.Option("--into", metavar="UNIT", help="registry.into")],
    on: On = None,
    by: By = None,
    plan: Plan = None,
) -> Exit:
    """One unit holds from a day on what these hold."""
    from sciplan_tui.workspace.unit import succeeding

    tell(succeeding.merge(settings.database_path(), plan, names, into, on=on, by=by, at=settings.now()))
    return Exit.DONE


def add(
    name: Name, unit_class: Class = None, function: Function = None, contact: Contact = None, plan: Plan = None
) -> Exit:
    """Add a body that the plan does not name."""
    from sciplan_tui.workspace.unit import registering

    given = _class(unit_class)
    done = registering.add_unit(
        settings.database_path(), plan, name, unit_class=given, function=function, contact=contact, at=settings.now()
    )
    tell(done)
    return Exit.DONE


def set_(
    name: Name,
    short: Annotated[str | None, typer.Option("--short", metavar="WORD", help="registry.short")] = None,
    unit_class: Class = None,
    function: Function = None,
    contact: Contact = None,
    collective: Annotated[
        str | None, typer.Option("--collective", metavar="yes|no", help="registry.collective")
    ] = None,
    plan: Plan = None,
) -> Exit:
    """Say otherwise what is known of a unit."""
    from sciplan_tui.workspace.unit import registering

    if all(fact is None for fact in (short, unit_class, function, contact, collective)):
        raise UsageError("no_fact", command="sciplan unit set")
    done = registering.set_unit(
        settings.database_path(),
        plan,
        name,
        short=short,
        unit_class=_class(unit_class),
        function=function,
        contact=contact,
        collective=None if collective is None else _TRUTH[one_of("--collective", collective, tuple(_TRUTH))],
        at=settings.now(),
    )
    tell(done)
    return Exit.DONE


def members(
    collective: Annotated[str, typer.Argument(metavar="UNIT", help="registry.whole")],
    add: Annotated[list[str] | None, typer.Option("--add", metavar="UNIT", help="registry.add")] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="UNIT", help="registry.remove")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="registry.since")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="registry.until")] = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """Who stands behind a collective, and when; without names, who does."""
    from sciplan_tui.workspace.unit import registering

    if not add and not remove:
        return _members(collective, plan, json)
    done = registering.set_members(
        settings.database_path(),
        plan,
        collective,
        add=add or (),
        remove=remove or (),
        since=since,
        until=until,
        at=settings.now(),
    )
    tell(done)
    return Exit.DONE


def _class(value: str | None) -> str | None:
    return None if value is None else one_called("--class", value, CLASSES, "word.unit_class")


def _proposals(plan: str | None, json: bool) -> Exit:
    from sciplan_tui.workspace.unit.units import alias_proposals

    found = alias_proposals(settings.database_path(), plan)
    if json:
        for one in found:
            named = {"plan": one.plan_key, "name": one.name, "same_as": one.same_as, "problem": one.problem_id}
            output.json_line({**named, "reason": one.reason, "short": one.short})
        return Exit.DONE
    for one in found:
        reason = say(f"unit.reason.{one.reason}", short=one.short)
        facts = {"plan": one.plan_key, "name": one.name, "same_as": one.same_as}
        output.data(say("registry.proposal", **facts, reason=reason))
    output.tell(say("registry.proposals_how" if found else "registry.no_proposals"))
    return Exit.DONE


def _members(collective: str, plan: str | None, json: bool) -> Exit:
    from sciplan_tui.workspace.unit.units import unit_called

    unit = unit_called(settings.database_path(), collective, plan, today=settings.today())
    rows = [[member.name, member.since or "", member.until or ""] for member in unit.members]
    if json:
        for name, since, until in rows:
            output.json_line({"name": name, "since": since or None, "until": until or None})
    elif rows:
        output.table([say(f"registry.head.{head}") for head in ("member", "since", "until")], rows)
    else:
        output.tell(say("registry.no_members", name=unit.name))
    return Exit.DONE


COMMANDS = {
    "unit": {
        "alias": alias,
        "rename": rename,
        "merge": merge,
        "split": splitting.split,
        "add": add,
        "set": set_,
        "members": members,
    }
}

"""`sciplan views`, `sciplan view save` and `drop`: queries and plans kept under a name, the same as in the screens."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import Json, Plan, Query, one_query
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

Name = Annotated[str, typer.Argument(metavar="NAME", help="query.view_name")]
Asked = Annotated[str | None, typer.Option("--view", metavar="NAME", help="query.view_asked")]


def views(json: Json = False) -> Exit:
    """The named views of the database, each with the command that lists the same tasks."""
    from sciplan_tui.workspace.view import named_views

    database = settings.database_path()
    known = named_views.views_of(database)
    if json:
        for view in known.values():
            output.json_line({"name": view.name, **view.as_object()})
    elif known:
        heads = [say(f"query.views.{head}") for head in ("name", "command")]
        output.table(
            heads, [[view.name, named_views.command(view.query, view.plan, database)] for view in known.values()]
        )
    else:
        output.tell(say("query.no_views"))
    return Exit.DONE


def save(name: Name, query: Query = None, plan: Plan = None) -> Exit:
    """Keep a query and a plan under a name."""
    from sciplan_tui.workspace.view import named_views

    view = named_views.save_view(settings.database_path(), name, one_query(query), plan, settings.today())
    output.tell(say("query.view_saved", name=view.name))
    return Exit.DONE


def drop(name: Name) -> Exit:
    """Keep a view no longer."""
    from sciplan_tui.workspace.view import named_views

    named_views.drop_view(settings.database_path(), name)
    output.tell(say("query.view_dropped", name=name))
    return Exit.DONE


def as_viewed(name: str | None, query: list[str] | None, plan: str | None) -> tuple[str, str | None]:
    """Query and plan as asked, within the view `name` where one is named: its query too must hold."""
    if name is None:
        return one_query(query), plan
    from sciplan_tui.workspace.view import named_views

    view = named_views.view_named(settings.database_path(), name)
    return " ".join(part for part in (view.query, one_query(query)) if part), plan if plan is not None else view.plan


COMMANDS = {"views": views, "view": {"save": save, "drop": drop}}

"""`sciplan plans`, `tasks`, `units`, `targets`, `milestones`, `problems` and `show`: what the database holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.no_rows import tell_none
from sciplan_tui.cli.parameters import AsOf, Json, Plan, Query, as_of_day, one_query
from sciplan_tui.cli.views import Asked, as_viewed
from sciplan_tui.exits import Exit

if TYPE_CHECKING:
    from sciplan_tui.core.sheet import Sheet


def plans(query: Query = None, plan: Plan = None, json: Json = False) -> Exit:
    """The plans, with their keys."""
    return _list("plans", query, plan, json)


def tasks(
    query: Query = None,
    view: Asked = None,
    printed: Annotated[bool, typer.Option("--printed", help="out.option.printed")] = False,
    as_of: AsOf = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """The tasks, with who leads and who is responsible; those of a named view with --view."""
    asked, of_plan = as_viewed(view, query, plan)
    return _list("tasks", [asked], of_plan, json, as_of, printed=printed)


def units(query: Query = None, as_of: AsOf = None, plan: Plan = None, json: Json = False) -> Exit:
    """The units, with how often each leads, is responsible, supports."""
    return _list("units", query, plan, json, as_of)


def targets(query: Query = None, as_of: AsOf = None, plan: Plan = None, json: Json = False) -> Exit:
    """The figures that can be checked."""
    return _list("targets", query, plan, json, as_of)


def milestones(query: Query = None, as_of: AsOf = None, plan: Plan = None, json: Json = False) -> Exit:
    """The reviews and events, with their keys."""
    return _list("milestones", query, plan, json, as_of)


def problems(
    query: Query = None,
    settled: Annotated[bool, typer.Option("--settled", help="cli.settled")] = False,
    as_of: AsOf = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """What the reader was not sure of and no person has settled; with --settled what one has."""
    from sciplan_tui.workspace.sheet import listing

    sheet = listing.doubts_listed(_listed("problems", query, plan, as_of), settled=settled)
    if not sheet.rows and not json:
        return _empty(sheet, "settled" if settled else "problems", query, plan, as_of)
    if json or settled or not output.shown_to_someone():
        return _print(sheet, json)
    from sciplan_tui.cli.doubt_page import doubt_pages

    for line in doubt_pages(listing.as_doubts(sheet)):
        output.data(line)
    return Exit.DONE


def show(
    ref: Annotated[str, typer.Argument(metavar="REF", help="cli.ref")],
    as_of: AsOf = None,
    plan: Plan = None,
    json: Json = False,
) -> Exit:
    """A task by its path, or a unit by its name."""
    from sciplan_tui.workspace.sheet import listing

    detail = listing.show(settings.database_path(), ref, plan=plan, today=settings.today(), as_of=as_of_day(as_of))
    if json:
        output.json_line(listing.as_object(detail))
    else:
        from sciplan_tui.cli.detail_page import detail_page

        for line in detail_page(detail):
            output.data(line)
    return Exit.DONE


def _list(
    what: str, query: list[str] | None, plan: str | None, json: bool, as_of: str | None = None, *, printed: bool = False
) -> Exit:
    """One list of what the query matches, as a table or as JSON, an object a line."""
    sheet = _listed(what, query, plan, as_of, printed=printed)
    return _print(sheet, json) if sheet.rows or json else _empty(sheet, what, query, plan, as_of)


def _listed(what: str, query: list[str] | None, plan: str | None, as_of: str | None, *, printed: bool = False) -> Sheet:
    from sciplan_tui.workspace.sheet import listing

    day, today = as_of_day(as_of), settings.today()
    asked = one_query(query)
    return listing.listed(settings.database_path(), what, asked, plan=plan, today=today, as_of=day, printed=printed)


def _empty(sheet: Sheet, what: str, query: list[str] | None, plan: str | None, as_of: str | None) -> Exit:
    """Say that there is no row and why; a program gets the heads all the same."""
    if not output.shown_to_someone():
        _print(sheet, json=False)
    tell_none(what, one_query(query), plan, as_of)
    return Exit.DONE


def _print(sheet: Sheet, json: bool) -> Exit:
    from sciplan_tui.workspace.sheet import listing

    if json:
        for row in listing.as_objects(sheet):
            output.json_line(row)
    else:
        output.table(*listing.as_table(sheet, on_screen=output.shown_to_someone()))
    return Exit.DONE


COMMANDS = {
    "plans": plans,
    "tasks": tasks,
    "units": units,
    "targets": targets,
    "milestones": milestones,
    "problems": problems,
    "show": show,
}

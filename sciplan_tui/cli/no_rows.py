"""Where there is no row: that there is none, and what it is in the query that fits nothing."""

from __future__ import annotations

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import as_of_day
from sciplan_tui.locale import say


def tell_none(what: str, query: str, plan: str | None, as_of: str | None) -> None:
    """Of a list (`listing.none.<what>`) that is known to have no row: why, where the query tells it."""
    for line in _why(query, plan, as_of) or (say(f"listing.none.{what}"),):
        output.tell(line)


def tell_if_none(query: str, plan: str | None, as_of: str | None) -> None:
    """Of what was written of a query: only where it fits nothing."""
    if found := _why(query, plan, as_of):
        output.tell(" ".join([say("listing.none.row"), *found]))


def _why(query: str, plan: str | None, as_of: str | None) -> tuple[str, ...]:
    from sciplan_tui.workspace.view.nothing_found import why_nothing

    return why_nothing(settings.database_path(), query, plan=plan, today=settings.today(), as_of=as_of_day(as_of))

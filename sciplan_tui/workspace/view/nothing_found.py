"""Why a list has no row: which term of the query fits nothing by itself, and whether any unit is called so at all."""

from __future__ import annotations

import datetime
from pathlib import Path

from sciplan_tui.core.query.syntax import UNIT_FIELDS, Term, parse
from sciplan_tui.core.query.tokens import tokens
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import listed, say
from sciplan_tui.workspace.view.viewing import View


def why_nothing(
    database: Path, query: str, *, plan: str | None, today: datetime.date, as_of: datetime.date | None = None
) -> tuple[str, ...]:
    """What it is in the query that fits no task, in sentences; nothing where it does fit some."""
    with View.open(database, today, as_of) as view:
        if not query.strip() or _fits(view, plan, query):
            return ()
        pieces = _pieces(query)
        idle = [(piece, term) for piece, term in pieces if not _fits(view, plan, piece)]
        told = [_sentence(view, plan, piece, term) for piece, term in idle]
    if not idle and len(pieces) > 1:
        return (say("listing.none_together", terms=listed(piece for piece, _ in pieces)),)
    return tuple(dict.fromkeys(told))


def _pieces(query: str) -> list[tuple[str, Term]]:
    """The terms of a query as they are written, each with what it means."""
    starts = [token.column - 1 for token in tokens(query)]
    written = [query[start:end].strip() for start, end in zip(starts, [*starts[1:], len(query)], strict=True)]
    return list(zip(written, parse(query).terms, strict=True))


def _fits(view: View, plan: str | None, query: str) -> bool:
    return any(row.matched != "context" for row in view.frame(ViewSpec(plan, query)).rows)


def _sentence(view: View, plan: str | None, piece: str, term: Term) -> str:
    if term.field in UNIT_FIELDS and not term.negated and (unknown := _unknown_unit(view, plan, term)):
        return unknown
    return say("listing.fits_nothing", term=piece)


def _unknown_unit(view: View, plan: str | None, term: Term) -> str | None:
    """That no unit is called so, and which names are nearest."""
    from sciplan_tui.core.unit.name import one_unit
    from sciplan_tui.store.meant.naming import known_units

    chosen = None if plan is None else view.plan(plan).plan_id
    try:
        one_unit(term.value, known_units(view.connection, chosen))
    except RefusedError as fault:
        return None if fault.code in ("several_units", "unit_of_plans") else str(fault)
    return None

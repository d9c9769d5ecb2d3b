"""The lines of the source that prove a task, each of the edition that was the last to say it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sciplan_tui.core.detail.source_excerpt import Quote, excerpt
from sciplan_tui.core.detail.task import HeldUnit, SourceLine
from sciplan_tui.core.diff.last_said import last_to_say
from sciplan_tui.core.plan import Origin, Target

_EDITION = "SELECT id, raw FROM edition WHERE plan_id = ? AND ? IN (0, number) ORDER BY number DESC LIMIT 1"

_QUOTING = "SELECT id, number, said FROM edition WHERE plan_id = ? AND instr(said, ?) > 0 ORDER BY number DESC"
"""An edition keeps what it said as JSON without blanks; between a line and its quote stands the place on the page."""
_NEWEST = "SELECT MAX(number) FROM edition WHERE plan_id = ?"


class SaidIn(NamedTuple):
    """An edition: `number` is None for the newest one; `edition_id` is None where no edition is stored."""

    edition_id: int | None
    number: int | None
    raw: str


def said_in(connection: sqlite3.Connection, plan_id: int, said_path: str | None) -> SaidIn:
    """The edition that a task's line numbers are of: the newest, or the last one that said the task."""
    number = last_to_say(said_path)
    edition_id, raw = connection.execute(_EDITION, (plan_id, number)).fetchone() or (None, "")
    return SaidIn(edition_id, number or None, raw)


def figure_sources(
    connection: sqlite3.Connection, plan_id: int, edition: SaidIn, figures: Sequence[Target]
) -> tuple[SaidIn, ...]:
    """The edition that each figure's sentence is of: an earlier one, where what a newer one says was not accepted."""
    return tuple(_quoted_in(connection, plan_id, edition, (one.line, one.quote)) for one in figures)


def source_lines(
    connection: sqlite3.Connection,
    task: dict[str, Any],
    edition: SaidIn,
    units: Sequence[HeldUnit],
    figures: Iterable[tuple[Target, SaidIn]],
) -> tuple[tuple[SourceLine, ...], int]:
    """The task's own lines with the unit statements lit, and how many are left out.

    A statement may be of another edition than the task: one that is inherited, or of a unit that the newest edition
    names no more. Its line comes from there, behind the task's own. So does that of a figure that an earlier edition
    says.
    """
    quotes: dict[int | None, list[Quote]] = {edition.number: []}
    sources = {edition.number: edition}
    for figure, source in figures:
        if source.number != edition.number:
            sources[source.number] = source
            quotes.setdefault(source.number, []).append((figure.line, figure.quote))
    for quote, inherited in _statements(units).items():
        meant = said_in(connection, task["plan_id"], task["holder_said_path"]) if inherited else edition
        source = _quoted_in(connection, task["plan_id"], meant, quote)
        sources[source.number] = source
        quotes.setdefault(source.number, []).append(quote)
    lines, left_out = excerpt(edition.raw, task["line"], task["line_end"], quotes.pop(edition.number), edition.number)
    elsewhere = (excerpt(sources[number].raw, None, None, said, number)[0] for number, said in quotes.items())
    return (*lines, *(line for found in elsewhere for line in found)), left_out


def edition_quoting(connection: sqlite3.Connection, plan_id: int, said_path: str | None, quote: Quote) -> int | None:
    """The number of the edition that says a sentence on its line, in a task last said at a path; None: the newest."""
    return _quoted_in(connection, plan_id, said_in(connection, plan_id, said_path), quote).number


def _statements(units: Sequence[HeldUnit]) -> dict[Quote, bool]:
    """The sentences that name the units, and whether they are inherited; what is only proposed brings its own."""
    said = (unit.instead_of or unit for unit in units if unit.origin is not Origin.PROPOSED)
    return {(unit.line, unit.quote): unit.inherited_from is not None for unit in said}


def _quoted_in(connection: sqlite3.Connection, plan_id: int, meant: SaidIn, quote: Quote) -> SaidIn:
    """The newest edition that says the sentence on its line; where none does, the one that is meant."""
    if None in quote:
        return meant
    line, words = quote
    told = f'"quote":{json.dumps(words, ensure_ascii=False)}'
    here = re.compile(rf'"line":{line},(?:"\w+":\d+,)*{re.escape(told)}')
    for edition_id, number, said in connection.execute(_QUOTING, (plan_id, told)):
        if here.search(said):
            (newest,) = connection.execute(_NEWEST, (plan_id,)).fetchone()
            if number == (meant.number or newest):
                return meant
            (raw,) = connection.execute("SELECT raw FROM edition WHERE id = ?", (edition_id,)).fetchone()
            return SaidIn(edition_id, None if number == newest else number, raw)
    return meant

"""The lines of the source that prove a task, each of the edition that was the last to say it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple

from sciplan_tui.core.diff.last_said import last_to_say
from sciplan_tui.core.plan import Origin
from sciplan_tui.core.source_excerpt import Quote, excerpt
from sciplan_tui.core.task_detail import HeldUnit, SourceLine

_EDITION = "SELECT id, raw FROM edition WHERE plan_id = ? AND ? IN (0, number) ORDER BY number DESC LIMIT 1"


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


def source_lines(
    connection: sqlite3.Connection, task: dict[str, Any], edition: SaidIn, units: Sequence[HeldUnit]
) -> tuple[tuple[SourceLine, ...], int]:
    """The task's own lines with the unit statements lit, and how many are left out.

    An inherited statement may be of another edition than the task: its line comes from there, behind the task's own.
    """
    own, inherited = _statements(units, inherited=False), _statements(units, inherited=True)
    holder = said_in(connection, task["plan_id"], task["holder_said_path"]) if inherited else edition
    if holder.number == edition.number:
        return excerpt(edition.raw, task["line"], task["line_end"], own + inherited, edition.number)
    lines, left_out = excerpt(edition.raw, task["line"], task["line_end"], own, edition.number)
    elsewhere, _ = excerpt(holder.raw, None, None, inherited, holder.number)
    return lines + elsewhere, left_out


def _statements(units: Sequence[HeldUnit], *, inherited: bool) -> list[Quote]:
    """The sentences that name the units; what is only proposed brings its own."""
    said = (unit for unit in units if unit.origin is not Origin.PROPOSED)
    return [(unit.line, unit.quote) for unit in said if (unit.inherited_from is not None) == inherited]

"""The registry as rows: units with what is known of them, what they hold on a day, and under which names."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from sciplan_tui.core.unit.over_time import Membership
from sciplan_tui.core.unit.succession import Succession
from sciplan_tui.store.conditions import PROTOCOL_ORDER

_UNITS = (
    'SELECT unit.id AS unit_id, plan_id, plan."key" AS plan_key, name, short, class AS unit_class, function, contact,'
    " collective, issued_on FROM unit JOIN plan ON plan.id = plan_id WHERE ? IS NULL OR plan_id = ?"
    f" ORDER BY plan_id, {PROTOCOL_ORDER}"
)
# From the units to what they hold: the other way round every assignment of every plan would be read.
_COUNTS = (
    "SELECT held.unit_id, role, count(DISTINCT task_id) FROM unit CROSS JOIN held ON held.printed_id = unit.id"
    " WHERE (? IS NULL OR plan_id = ?) AND origin <> 'proposed' GROUP BY held.unit_id, role"
)
_PRINTED = (
    "SELECT DISTINCT unit_id, printed FROM unit CROSS JOIN assignment ON unit_id = unit.id"
    " WHERE (? IS NULL OR plan_id = ?) AND origin = 'printed' ORDER BY unit_id, printed"
)
_ONLY_PROPOSED = (
    "SELECT id FROM unit WHERE id NOT IN (SELECT id FROM named)"
    " AND EXISTS (SELECT 1 FROM assignment WHERE unit_id = unit.id AND origin = 'proposed')"
    " AND NOT EXISTS (SELECT 1 FROM assignment WHERE unit_id = unit.id AND origin <> 'proposed')"
)


def unit_rows(connection: sqlite3.Connection, plan_id: int | None) -> list[dict[str, Any]]:
    """The units of one plan, or of all, in protocol order; what the program only proposes is left out."""
    proposed = {unit for (unit,) in connection.execute(_ONLY_PROPOSED)}
    found = connection.execute(_UNITS, (plan_id, plan_id))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall() if row[0] not in proposed]


def named_units(connection: sqlite3.Connection) -> frozenset[int]:
    """The units that hold something on the day of `held`."""
    return frozenset(unit for (unit,) in connection.execute("SELECT id FROM named"))


def counts(connection: sqlite3.Connection, plan_id: int | None) -> dict[tuple[int, str], int]:
    """In how many tasks each unit holds each role on the day of `held`."""
    return {(unit, role): count for unit, role, count in connection.execute(_COUNTS, (plan_id, plan_id))}


def printed_names(connection: sqlite3.Connection, plan_id: int | None) -> dict[int, list[str]]:
    """The forms in which the plans print each unit."""
    names: defaultdict[int, list[str]] = defaultdict(list)
    for unit, printed in connection.execute(_PRINTED, (plan_id, plan_id)):
        names[unit].append(printed)
    return names


def successions_of(connection: sqlite3.Connection, plan_id: int | None) -> list[tuple[Succession, str | None]]:
    """The successions of one plan, or of all, each with the document that ruled it."""
    sql = "SELECT from_id, to_id, kind, on_date, task_id, ruled_by FROM succession WHERE ? IS NULL OR plan_id = ?"
    found = connection.execute(f"{sql} ORDER BY on_date IS NOT NULL, on_date, id", (plan_id, plan_id))
    return [(Succession(*row), by) for *row, by in found.fetchall()]


def memberships_of(connection: sqlite3.Connection, plan_id: int | None) -> list[Membership]:
    """The memberships of one plan, or of all, in the order in which they were noted."""
    sql = "SELECT collective_id, member_id, since_on, until_on FROM membership WHERE ? IS NULL OR plan_id = ?"
    return [Membership(*row) for row in connection.execute(f"{sql} ORDER BY id", (plan_id, plan_id)).fetchall()]

"""Who is named in each statement of duties, in which role, at which line."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from sciplan_tui.core.pack.part import Statement
from sciplan_tui.core.plan import Role
from sciplan_tui.store.conditions import gaps

_STATEMENTS = (
    "SELECT task_id, unit_id, role, held.line FROM held WHERE origin <> 'proposed'"
    " AND printed_id IN (SELECT id FROM unit WHERE plan_id IN ({})) ORDER BY held.position, held.id"
)
_ROLES = {str(role): role for role in Role}


def read_statements(connection: sqlite3.Connection, plans: Sequence[int]) -> dict[int, list[Statement]]:
    """By the node that prints them, the units in their order; what is only proposed is left out."""
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for task, unit, role, line in connection.execute(_STATEMENTS.format(gaps(plans)), plans):
        found[task].append(Statement(unit, _ROLES[role], line))
    return dict(found)

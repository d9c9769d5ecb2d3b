"""Which plans have problems, and which wait for a person to decide what their newest edition changes."""

from __future__ import annotations

import sqlite3

_NEWEST = "number = (SELECT max(newest.number) FROM edition AS newest WHERE newest.plan_id = edition.plan_id)"
_PLANS = f"SELECT DISTINCT plan_id FROM edition JOIN problem ON edition_id = edition.id WHERE {_NEWEST}"
_WAITING = "code IN ('proposed_removal', 'proposed_match', 'conflict', 'proposed_change') AND settled_on IS NULL"
"""The codes of `core.diff.proposing.REASONS`, which is not imported for this alone: it is asked at each change."""


def doubtful_plans(connection: sqlite3.Connection) -> frozenset[int]:
    """The numbers of the plans that have problems, settled ones too."""
    return frozenset(number for (number,) in connection.execute(_PLANS))


def undecided_plans(connection: sqlite3.Connection) -> frozenset[int]:
    """The numbers of the plans of which something stays proposed."""
    return frozenset(number for (number,) in connection.execute(f"{_PLANS} AND {_WAITING}"))

"""Aliases that the reader proposed and nobody has answered."""

from __future__ import annotations

import json
import sqlite3

_PROPOSED = (
    "SELECT problem.id, details FROM problem JOIN edition ON edition.id = edition_id"
    " WHERE plan_id = ? AND code = 'alias_proposed' AND settled_on IS NULL"
    " AND number = (SELECT max(newest.number) FROM edition AS newest WHERE newest.plan_id = edition.plan_id)"
    " ORDER BY problem.position"
)


def proposals_of(connection: sqlite3.Connection, plan_id: int) -> list[tuple[int, tuple[str, str]]]:
    """The open ones of a plan's newest edition: the problem's number and the two names."""
    found = []
    for number, details in connection.execute(_PROPOSED, (plan_id,)).fetchall():
        said = dict(json.loads(details))
        found.append((number, (str(said.get("one", "")), str(said.get("other", "")))))
    return found

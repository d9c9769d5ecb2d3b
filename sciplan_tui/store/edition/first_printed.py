"""Since when a plan prints a name: from the day on which the first of its editions that has it was issued."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

_EARLIER = (
    "SELECT plan_id, said FROM edition WHERE (? IS NULL OR plan_id = ?)"
    " AND number < (SELECT max(number) FROM edition AS newest WHERE newest.plan_id = edition.plan_id)"
    " ORDER BY plan_id, number"
)


def printed_earlier(connection: sqlite3.Connection, plan_id: int | None) -> Mapping[tuple[int, str], str | None]:
    """By plan and name, for all that an edition before the newest prints: its day of issue, None where it tells none.

    What is not among them is printed since the plan as it stands was issued.
    """
    days: dict[tuple[int, str], str | None] = {}
    for plan, told in connection.execute(_EARLIER, (plan_id, plan_id)):
        said = json.loads(told)
        for name in {one["printed"] for task in said["tasks"] for one in task["assignments"]}:
            days.setdefault((plan, name), said["issued_on"])
    return days

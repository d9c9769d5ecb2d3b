"""Duties that a ruling took the place of: a unit that is ruled a higher role in a task than it is printed there, or
another one where the ruling says that it is instead; of two rulings the later one counts. And leads that were only
proposed for a task whose lead is ruled: that has been answered.

They stay stored as they are printed, for the days before the ruling and for the page of the task, but are not `held`.
"""

from __future__ import annotations

import sqlite3

LEFT_OUT = "NOT EXISTS (SELECT 1 FROM temp.overruled AS o WHERE o.id = a.id AND o.task_id = a.task_id)"
"""What holds for the rows `a` that none took the place of."""
_LOWER = "(low.role = 'support' AND high.role <> 'support' OR low.role = 'responsible' AND high.role = 'lead')"
_INSTEAD = "high.reason = 'instead' AND low.role <> high.role AND (low.origin <> 'ruled' OR low.id < high.id)"
_ANSWERED = "low.origin = 'proposed' AND low.role = 'lead' AND high.role = 'lead'"
# From the units to what was ruled for them, and on by the task (`+`): else all that is held would be read, for each.
_OVERRULED = (
    "SELECT DISTINCT low.id, low.task_id FROM main.unit"
    " CROSS JOIN temp.held AS high ON high.printed_id = unit.id AND high.role IN ('lead', 'responsible', 'support')"
    " AND high.origin = 'ruled'"
    f" CROSS JOIN temp.held AS low ON low.task_id = high.task_id AND ({_ANSWERED} OR +low.unit_id = high.unit_id"
    f" AND ({_INSTEAD} OR {_LOWER} AND NOT (low.origin = 'ruled' AND low.reason IS 'instead' AND low.id > high.id)))"
)


def make_overruled(connection: sqlite3.Connection) -> bool:
    """Make `temp.overruled` of the rows of `held` whose place a ruling took; False: there are none."""
    rows = connection.execute(_OVERRULED).fetchall()
    if rows:
        connection.execute("DROP TABLE IF EXISTS temp.overruled")
        connection.execute("CREATE TABLE temp.overruled (id INTEGER, task_id INTEGER, PRIMARY KEY (id, task_id))")
        connection.executemany("INSERT INTO temp.overruled VALUES (?, ?)", rows)
    return bool(rows)

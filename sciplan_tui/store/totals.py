"""How many tasks each unit leads, is responsible for and supports, among those that a query matches."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sciplan_tui.core.matrix import RoleCounts
from sciplan_tui.core.plan import COUNTED_KINDS, Role
from sciplan_tui.store.conditions import Condition, all_of, one_of

_NONE = RoleCounts(0, 0, 0)
_HOLDERS = "SELECT holder_id AS task_id, count(*) AS many FROM task WHERE {} GROUP BY holder_id"
_COUNTED = "SELECT unit_id, role, sum(many) FROM holder JOIN {} USING (task_id) GROUP BY unit_id, role"
_ONCE = "(SELECT DISTINCT task_id, {} AS unit_id, role FROM held WHERE origin <> 'proposed'{})"
_ALL = "(SELECT task_id, unit_id, role FROM held WHERE origin <> 'proposed')"


def read_totals(
    connection: sqlite3.Connection, matched: Condition, within: Mapping[int, int], *, moved: bool
) -> dict[int, RoleCounts]:
    """By unit, the matched 任务 at which it holds each role, printed there or inherited; proposals are not counted.

    `within`: units that stand behind a collective, each with that collective, whose tasks are theirs too; `moved`:
    units have heirs, so that two units printed at one task may be one.
    """
    where = all_of([matched, one_of("task.kind", sorted(COUNTED_KINDS))])
    held = _ONCE.format("unit_id", "") if moved else _ALL
    found = _counted(connection, where, held)
    for member, collective in within.items():
        once = _ONCE.format(member, " AND unit_id IN (?, ?)")
        found[member] = _counted(connection, where, once, (member, collective)).get(member, _NONE)
    return found


def _counted(
    connection: sqlite3.Connection, where: Condition, held: str, values: Sequence[int] = ()
) -> dict[int, RoleCounts]:
    sql = f"WITH holder AS ({_HOLDERS.format(where.sql)}) {_COUNTED.format(held)}"
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for unit, role, many in connection.execute(sql, (*where.values, *values)):
        counts[unit][role] = many
    return {unit: RoleCounts(*(of.get(role, 0) for role in Role)) for unit, of in counts.items()}

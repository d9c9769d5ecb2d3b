"""One unit in full: its names, and the tasks that print it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.standing import UNMOVED, Standing
from sciplan_tui.core.task_detail import UnitDetail, UnitDuty
from sciplan_tui.errors import RefusedError
from sciplan_tui.store.conditions import gaps


def read_unit(
    connection: sqlite3.Connection, unit_id: int, plans: Sequence[PlanHead], standing: Standing = UNMOVED
) -> UnitDetail:
    """All that is known of a unit. RefusedError (`no_unit`) where there is none with this id."""
    row = connection.execute(
        "SELECT plan_id, name, short, class, collective FROM unit WHERE id = ?", (unit_id,)
    ).fetchone()
    if row is None:
        raise RefusedError("no_unit", ref=unit_id)
    duties = _duties(connection, unit_id, tuple(standing.printed_for((unit_id,))))
    printed = tuple(dict.fromkeys(duty.printed for duty in duties))
    plan = next(plan for plan in plans if plan.plan_id == row[0])
    return UnitDetail(unit_id, plan, row[1], row[2], row[3], bool(row[4]), printed, duties)


def _duties(connection: sqlite3.Connection, unit_id: int, printed: Sequence[int]) -> tuple[UnitDuty, ...]:
    found = connection.execute(
        "SELECT task.id, path, title, role, origin, printed, held.line,"
        " (SELECT count(*) FROM task AS below WHERE below.holder_id = task.id AND below.id <> task.id)"
        f" FROM held JOIN task ON task.id = task_id WHERE printed_id IN ({gaps(printed)}) AND unit_id = ?"
        " ORDER BY task.position, held.position",
        (*printed, unit_id),
    )
    return tuple(UnitDuty(row[0], row[1], row[2], Role(row[3]), Origin(row[4]), *row[5:]) for row in found)


def tasks_held(connection: sqlite3.Connection, unit_id: int, standing: Standing) -> tuple[tuple[int, str, str], ...]:
    """The tasks at which the unit itself holds something, proposals left out: id, path and title, in document order."""
    printed = tuple(standing.printed_for((unit_id,)))
    found = connection.execute(
        "SELECT DISTINCT task.id, path, title, task.position FROM held JOIN task ON task.id = task_id"
        f" WHERE printed_id IN ({gaps(printed)}) AND unit_id = ? AND origin <> 'proposed' ORDER BY task.position",
        (*printed, unit_id),
    )
    return tuple(row[:3] for row in found.fetchall())

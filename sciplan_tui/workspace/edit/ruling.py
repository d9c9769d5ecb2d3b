"""Rulings: who leads or holds a task by a later word than the plan's, with the document and the day of it.

A ruling at a task that inherits its units writes these beside it, as they are printed above, since a task with a
statement of its own inherits nothing. A proposal that is accepted is a ruling.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.kinds import INSTEAD
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.unit.over_time import EVER, standing
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.own_list import copies, inherited
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.dates import check_in_plan, day_of
from sciplan_tui.workspace.gesture.given_text import document
from sciplan_tui.workspace.unit.unit_register import UnitRegister

if TYPE_CHECKING:
    import sqlite3


def rule(
    database: Path,
    plan: str | None,
    path: str,
    unit: str,
    role: Role,
    *,
    by: str | None,
    on: str | None = None,
    at: str,
    drop: bool = False,
    instead: bool = False,
) -> Gesture:
    """A unit holds a role in the task at `path` by the document or person `by`, ruled on `on`; with `drop` no more;
    `instead` of every other role that it has there, lower ones too.

    What the plan prints, or was ruled so before, stays as it is. RefusedError: no such task or unit, another stands for
    the unit, it has no such role to drop, a date that is none or before the plan.
    """
    day, ruled_by = day_of(on, at), document(by)

    def planned(connection: sqlite3.Connection) -> Planned:
        units = UnitRegister(connection, plan, unit)
        check_in_plan(connection, units.plan_key, day)
        named, task = units.in_force(unit), _task(connection, units.plan_id, path)
        ruling = _Ruling(connection, units, ruled_by, day, INSTEAD if instead else None)
        changes = [*(ruling.dropped if drop else ruling.added)(task, named, role)]
        facts = {"plan": units.plan_key, "path": task["path"], "title": task["title"], "unit": named["name"]}
        if ruling.printed_at is not None:
            return {**facts, "what": "printed", "role": str(role), "above": ruling.printed_at}, ()
        what = "drop" if drop else "instead" if instead else "add"
        told = {"what": what, "role": str(role), "by": ruled_by, "on": day, "copied": ruling.copied}
        return {**facts, **told}, changes

    return carry_out(database, "rule", planned, at)


def accept_proposals(
    database: Path, assignment_ids: Sequence[int], *, by: str | None = None, on: str | None = None, at: str
) -> Gesture:
    """The proposals are duties from now on.

    RefusedError: one is none, or is gone; a date that is none, or before its plan.
    """
    day, ruled_by = day_of(on, at), document(by)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.store.task.ruling import proposals

        wanted = list(dict.fromkeys(assignment_ids))
        found = proposals(connection, wanted)
        if not wanted or len(found) < len(wanted):
            raise RefusedError("not_proposed", count=max(len(wanted) - len(found), 1))
        plans = list(dict.fromkeys(plan for plan, _ in found))
        for key in plans:
            check_in_plan(connection, key, day)
        ruling = _Ruling(connection, UnitRegister(connection, plans[0], ""), ruled_by, day)
        changes = [*ruling.accepted([row for _, row in found])]
        told = {"what": "accept", "plan": " ".join(plans), "count": len(wanted), "by": ruled_by, "on": day}
        return {**told, "copied": ruling.copied}, changes

    return carry_out(database, "rule", planned, at)


class _Ruling:
    """The changes of one ruling; `copied` counts the inherited assignments that now stand at a task itself.

    `printed_at`: where the plan prints already what was to be ruled, so that there is nothing to rule.
    """

    def __init__(
        self, connection: sqlite3.Connection, units: UnitRegister, by: str | None, on: str, reason: str | None = None
    ) -> None:
        self._connection, self._units = connection, units
        self._standing = standing(units.successions, (), EVER)
        self._ruled: dict[str, Any] = {"origin": str(Origin.RULED), "reason": reason, "ruled_by": by, "ruled_on": on}
        self.copied = 0
        self.printed_at: str | None = None

    def added(self, task: Row, unit: Row, role: Role) -> Iterator[Change]:
        """The unit has the role; where it was proposed, the proposal becomes the ruling. What it holds, it holds."""
        from sciplan_tui.core.diff.difference import altered

        own = self._held_at(task["id"])
        stated = [row for row in own if row["origin"] != Origin.PROPOSED] or inherited(self._connection, task["id"])
        printed = [row for row in stated if self._is(row, unit, role) and row["origin"] == Origin.PRINTED]
        if printed:
            self.printed_at = self._path_of(printed[0]["task_id"])
            return
        same = [row for row in own if self._is(row, unit, role)]
        yield from self._own_list(task["id"], own, {(unit["id"], str(role))})
        for row in same:
            if (change := altered("assignment", row, self._ruled)) is not None:
                yield change
        if not same:
            place = max((row["position"] for row in own if row["role"] == role), default=0) + 1
            row = {"task_id": task["id"], "unit_id": unit["id"], "role": str(role), "printed": unit["name"]}
            yield self._new({**row, "position": place, "line": None, "quote": None, **self._ruled})

    def dropped(self, task: Row, unit: Row, role: Role) -> Iterator[Change]:
        """The unit has the role no more, under whatever name it is printed."""
        from sciplan_tui.core.diff.difference import removed
        from sciplan_tui.locale import say

        own = self._held_at(task["id"])
        stated = [row for row in own if row["origin"] != Origin.PROPOSED]
        there = stated or inherited(self._connection, task["id"])
        going = {row["id"] for row in there if self._is(row, unit, role)}
        if not going:
            told = {"path": task["path"], "title": task["title"], "unit": unit["name"]}
            raise RefusedError("not_held", **told, role=say(f"word.role.{role}"))
        for row in stated:
            if row["id"] in going and (row["ruled_on"] or "") > self._ruled["ruled_on"]:
                told = {"path": task["path"], "title": task["title"], "unit": unit["name"], "on": row["ruled_on"]}
                raise RefusedError("drop_before_ruling", **told)
        if stated:
            yield from (removed("assignment", row) for row in stated if row["id"] in going)
        elif staying := [row for row in there if row["id"] not in going]:
            yield from self._copies(task["id"], staying)
        else:
            raise RefusedError("drop_inherited", path=task["path"], title=task["title"], unit=unit["name"])

    def accepted(self, rows: Sequence[Row]) -> Iterator[Change]:
        """Each proposal becomes a ruling at its task."""
        from sciplan_tui.core.diff.difference import altered

        for task in dict.fromkeys(row["task_id"] for row in rows):
            here = [row for row in rows if row["task_id"] == task]
            duties = {(row["unit_id"], row["role"]) for row in here}
            yield from self._own_list(task, self._held_at(task), duties)
            yield from (change for row in here if (change := altered("assignment", row, self._ruled)))

    def _own_list(self, task: int, own: Sequence[Row], more: Collection[tuple[int, str]]) -> Iterator[Change]:
        """What the task inherited, written at the task itself where it states nothing yet; `more` comes with it."""
        if all(row["origin"] == Origin.PROPOSED for row in own):
            above = inherited(self._connection, task)
            yield from self._copies(task, [row for row in above if (row["unit_id"], row["role"]) not in more])

    def _copies(self, task: int, rows: Sequence[Row]) -> Iterator[Change]:
        self.copied += len(rows)
        yield from copies(task, rows, self._standing.heir_at, self._units.numbers)

    def _new(self, row: dict[str, Any]) -> Change:
        return Change("assignment", self._units.numbers("assignment"), None, row)

    def _path_of(self, task: int) -> str:
        from sciplan_tui.store.rows import rows

        return str(rows(self._connection, "task", "id = ?", (task,))[0]["path"])

    def _held_at(self, task: int) -> tuple[Row, ...]:
        from sciplan_tui.store.rows import rows

        return rows(self._connection, "assignment", "task_id = ? ORDER BY position, id", (task,))

    def _is(self, row: Row, unit: Row, role: str) -> bool:
        """Whether an assignment is the unit's, under whatever name, in this role."""
        return bool(row["role"] == role and self._standing.holder(row["unit_id"], row["task_id"]) == unit["id"])


def _task(connection: sqlite3.Connection, plan_id: int, path: str) -> Row:
    from sciplan_tui.store.rows import rows

    found = rows(connection, "task", "plan_id = ? AND path = ?", (plan_id, path.strip().strip(".")))
    if not found:
        raise RefusedError("no_task", ref=path)
    return found[0]

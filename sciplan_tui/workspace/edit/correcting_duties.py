"""Correcting what was misread of a task's units: which unit it is, its role, one too few, one too many.

What is printed is kept beside the unit. As with `correcting`, each is one journal entry, and a misreading that the next
edition repeats never takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.edit.correcting import task_and_facts
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.given_text import one_line

if TYPE_CHECKING:
    import sqlite3


def correct_unit(database: Path, assignment_id: int, name: str, *, at: str) -> Gesture:
    """Say which unit an assignment names; one that the plan does not know yet is added to it.

    RefusedError: no name, the task has this unit in this role already, it is only proposed, or it is gone.
    """
    from sciplan_tui.core.diff.difference import altered
    from sciplan_tui.core.folding import fold

    name = _unit_name(name)

    def planned(connection: sqlite3.Connection) -> Planned:
        held, task, facts = _assignment(connection, assignment_id)
        units = _units(connection, task["plan_id"])
        old = next(unit["name"] for unit in units if unit["id"] == held["unit_id"])
        told = {**facts, "what": "unit", "old": old, "new": name}
        if name == old:
            return told, []
        _refuse_twice(connection, task, units, name, held["role"])
        unit_id, changes = _unit(connection, task["plan_id"], units, name, fold(held["printed"]))
        return told, [*changes, altered("assignment", held, {"unit_id": unit_id})]

    return carry_out(database, "correct", planned, at)


def correct_role(database: Path, assignment_id: int, role: Role, *, at: str) -> Gesture:
    """Say what a unit is to a task; it stands last among those of its role.

    RefusedError: the unit has this role there already, it is only proposed, or it is gone.
    """
    from sciplan_tui.core.diff.difference import altered

    def planned(connection: sqlite3.Connection) -> Planned:
        held, task, facts = _assignment(connection, assignment_id)
        units = _units(connection, task["plan_id"])
        name = next(unit["name"] for unit in units if unit["id"] == held["unit_id"])
        told = {**facts, "what": "role", "unit": name, "old_role": held["role"], "role": str(role)}
        if held["role"] == role:
            return told, []
        _refuse_twice(connection, task, units, name, role)
        place = _last_place(_held_at(connection, task["id"]), role)
        return told, [altered("assignment", held, {"role": str(role), "position": place})]

    return carry_out(database, "correct", planned, at)


def add_assignment(database: Path, task_id: int, name: str, role: Role, *, at: str) -> Gesture:
    """Add a unit that the plan prints at a task and that was not read; its sentence is that of the task's other units.

    A task that inherited its units has a statement of its own from then on: these are written there beside it.
    RefusedError: no name, the task has this unit in this role already, or it is gone.
    """
    from sciplan_tui.store.journal.numbers import Numbers

    name = _unit_name(name)

    def planned(connection: sqlite3.Connection) -> Planned:
        task, facts = task_and_facts(connection, task_id)
        numbers = Numbers(connection)
        units = _units(connection, task["plan_id"])
        _refuse_twice(connection, task, units, name, role)
        unit_id, changes = _unit(connection, task["plan_id"], units, name)
        held = _held_at(connection, task_id)
        copied = [] if held else _inherited_beside(connection, task_id, unit_id, role, numbers)
        beside = [*held, *(change.new for change in copied if change.new)]
        row = _printed_beside(held, task_id, unit_id, role, name, _last_place(beside, role))
        told = {**facts, "what": "add", "unit": name, "role": str(role), "copied": len(copied)}
        return told, [*changes, *copied, Change("assignment", numbers("assignment"), None, row)]

    return carry_out(database, "correct", planned, at)


def remove_assignment(database: Path, assignment_id: int, *, at: str) -> Gesture:
    """Take away a unit that the plan does not print at the task. RefusedError: it is only proposed, or it is gone."""
    from sciplan_tui.core.diff.difference import removed

    def planned(connection: sqlite3.Connection) -> Planned:
        held, task, facts = _assignment(connection, assignment_id)
        units = _units(connection, task["plan_id"])
        name = next(unit["name"] for unit in units if unit["id"] == held["unit_id"])
        return {**facts, "what": "drop", "unit": name, "role": held["role"]}, [removed("assignment", held)]

    return carry_out(database, "correct", planned, at)


def _unit_name(name: str) -> str:
    if cleaned := one_line(name):
        return cleaned
    raise RefusedError("unit_empty")


def _assignment(connection: sqlite3.Connection, assignment_id: int) -> tuple[Row, Row, dict[str, Any]]:
    """An assignment that is one, with its task and the task's facts."""
    from sciplan_tui.store.rows import rows

    found = rows(connection, "assignment", "id = ?", (assignment_id,))
    if not found:
        raise RefusedError("assignment_gone")
    if found[0]["origin"] == Origin.PROPOSED:
        (unit,) = rows(connection, "unit", "id = ?", (found[0]["unit_id"],))
        raise RefusedError("assignment_proposed", unit=unit["name"])
    return found[0], *task_and_facts(connection, found[0]["task_id"])


def _units(connection: sqlite3.Connection, plan_id: int) -> tuple[Row, ...]:
    from sciplan_tui.store.rows import rows

    return rows(connection, "unit", "plan_id = ? ORDER BY position, id", (plan_id,))


def _held_at(connection: sqlite3.Connection, task_id: int) -> tuple[Row, ...]:
    """What the task says of its units, proposals left out."""
    from sciplan_tui.store.rows import rows

    return rows(connection, "assignment", "task_id = ? AND origin <> 'proposed' ORDER BY position, id", (task_id,))


def _inherited_beside(
    connection: sqlite3.Connection, task_id: int, unit_id: int, role: str, numbers: Callable[[str], int]
) -> list[Change]:
    """What the task inherits, as its own, but for what is added to it."""
    from sciplan_tui.core.unit.over_time import EVER, standing
    from sciplan_tui.store.as_of.holdings import successions
    from sciplan_tui.workspace.edit.own_list import copies, inherited

    heir_at = standing(successions(connection), (), EVER).heir_at
    found = copies(task_id, inherited(connection, task_id), heir_at, numbers)
    return [one for one in found if one.new and (one.new["unit_id"], one.new["role"]) != (unit_id, role)]


def _printed_beside(held: Sequence[Row], task_id: int, unit_id: int, role: str, name: str, place: int) -> Row:
    """The row of one more unit that the plan prints at a task, with the sentence of the others."""
    said = next((row for row in held if row["line"] is not None), {"line": None, "quote": None})
    return {
        "task_id": task_id,
        "unit_id": unit_id,
        "role": str(role),
        "origin": str(Origin.PRINTED),
        "printed": name,
        "position": place,
        "reason": None,
        "line": said["line"],
        "quote": said["quote"],
    }


def _last_place(held: Sequence[Mapping[str, Any]], role: str) -> int:
    return max((row["position"] for row in held if row["role"] == role), default=0) + 1


def _refuse_twice(connection: sqlite3.Connection, task: Row, units: Sequence[Row], name: str, role: str) -> None:
    from sciplan_tui.locale import say

    unit_id = next((unit["id"] for unit in units if unit["name"] == name), None)
    if any(row["unit_id"] == unit_id and row["role"] == role for row in _held_at(connection, task["id"])):
        word = say(f"word.role.{role}")
        raise RefusedError("unit_held_already", path=task["path"], title=task["title"], unit=name, role=word)


def _unit(
    connection: sqlite3.Connection, plan_id: int, units: Sequence[Row], name: str, printed: str = ""
) -> tuple[int, list[Change]]:
    """The unit of this name, added where it is new, and found by how it is printed as well."""
    from sciplan_tui.core.diff.difference import altered
    from sciplan_tui.core.given.unit import added, unit_row
    from sciplan_tui.store.journal.writing import next_id
    from sciplan_tui.workspace.pinyin import initials

    for unit in units:
        if unit["name"] == name:
            change = altered("unit", unit, {"search": _with_form(unit["search"], printed)})
            return unit["id"], [change] if change else []
    number, row = next_id(connection, "unit"), unit_row(plan_id, name, initials)
    return number, [added(units, number, {**row, "search": _with_form(row["search"], printed)})]


def _with_form(search: str, printed: str) -> str:
    """The search text of a unit, with a printed form of its name that it may not have yet."""
    return search if not printed or printed in search.split("\n") else f"{search}\n{printed}"

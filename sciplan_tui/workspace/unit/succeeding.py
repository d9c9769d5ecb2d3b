"""Units over time: another name of the same body, a rename, a merger, a split.

Each is one journal entry with its successions. What the plan prints is never rewritten: from the day on, another unit
holds what was printed for the first. A date left out is the day of the gesture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.unit.detail import HeldTask
from sciplan_tui.core.unit.over_time import EVER
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.dates import check_in_plan, day_of
from sciplan_tui.workspace.gesture.given_text import document
from sciplan_tui.workspace.unit.unit_register import UnitRegister

if TYPE_CHECKING:
    import sqlite3


def alias(database: Path, plan: str | None, name: str, same_as: str, *, at: str) -> Gesture:
    """`name` and `same_as` are one body, on every day; a proposal of it is settled with it.

    RefusedError: a name is no unit of this plan (two regions are never joined), both are the same, a circle, or
    another stands for `name` already.
    """

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.store.unit.aliases import proposals_of

        units = UnitRegister(connection, plan, name)
        other = units.one(same_as)
        unit = units.one(name)
        facts = {"plan": units.plan_key, "name": unit["name"], "same_as": other["name"]}
        if (unit["id"], other["id"]) in {(s.from_id, s.to_id) for s in units.successions if s.kind == "alias"}:
            return facts, []
        successions = _Successions(units, units.in_force(name), "alias", None, None)
        settled = [
            Change("problem", number, {"settled_on": None}, {"settled_on": at[:10]})
            for number, pair in proposals_of(connection, units.plan_id)
            if set(pair) == {unit["name"], other["name"]}
        ]
        return facts, [successions.to(other), *settled]

    return carry_out(database, "alias", planned, at)


_GOING_WITH = ("class", "position", "collective", "function", "contact")
"""What a unit keeps under another name; in protocol order too it stands where it stood."""


def rename(
    database: Path, plan: str | None, name: str, new_name: str, *, on: str | None = None, by: str | None = None, at: str
) -> Gesture:
    """The unit bears another name from `on`, by the document `by`; class, place, function and contact go with it.

    RefusedError: no such unit, the new name is taken or empty, a date that is none or before the plan, another
    stands for it already.
    """
    day, ruled_by = day_of(on, at), document(by)

    def planned(connection: sqlite3.Connection) -> Planned:
        units = UnitRegister(connection, plan, name)
        unit = units.in_force(name)
        _check_day(connection, units, unit, day)
        new = units.new(new_name, **{fact: unit[fact] for fact in _GOING_WITH})
        successions = _Successions(units, unit, "rename", day, ruled_by)
        facts = {"plan": units.plan_key, "name": unit["name"], "new_name": new["name"], "on": day, "by": ruled_by}
        return facts, [*units.changes(), successions.to(new)]

    return carry_out(database, "rename", planned, at)


def merge(
    database: Path,
    plan: str | None,
    names: Sequence[str],
    into: str,
    *,
    on: str | None = None,
    by: str | None = None,
    at: str,
) -> Gesture:
    """One unit holds from `on` what several held: one of them, another, or (where none is called `into`) a new one.

    RefusedError: no such unit, nothing to merge, a circle, a date that is none or before the plan, another
    stands for one already.
    """
    day, ruled_by = day_of(on, at), document(by)

    def planned(connection: sqlite3.Connection) -> Planned:
        units = UnitRegister(connection, plan, names[0] if names else into)
        merged = {unit["id"]: unit for unit in map(units.in_force, names)}
        heir = units.one_or_new(into, **_class_from(merged.values(), into))
        merged.pop(heir["id"], None)
        if not merged:
            raise RefusedError("unit_itself", unit=heir["name"])
        for unit in merged.values():
            _check_day(connection, units, unit, day)
        changes = [_Successions(units, unit, "merge", day, ruled_by).to(heir) for unit in merged.values()]
        listed = [unit["name"] for unit in merged.values()]
        facts = {"plan": units.plan_key, "names": listed, "into": heir["name"], "on": day, "by": ruled_by}
        return {**facts, "new": units.added()}, [*units.changes(), *changes]

    return carry_out(database, "merge", planned, at)


def split_tasks(database: Path, plan: str | None, name: str) -> tuple[HeldTask, ...]:
    """The tasks that a split of the unit asks about, in document order: all that are held by it, and by no heir."""
    from sciplan_tui.store.database.engine import opened

    with opened(database) as connection:
        units = UnitRegister(connection, plan, name)
        return _tasks_of(connection, units.in_force(name))


def split(
    database: Path,
    plan: str | None,
    name: str,
    heirs: Mapping[int, str],
    *,
    wanted: Sequence[str] = (),
    on: str | None = None,
    by: str | None = None,
    at: str,
) -> Gesture:
    """Several units hold from `on` what one held, task by task; an heir that is no unit yet is added.

    `heirs`: by task id, for all of `split_tasks`; a task may stay with the unit itself. `wanted`: bodies that a person
    means to hold something.
    RefusedError: a task without an heir, or that is not the unit's; one `wanted` without a task; what `merge` refuses.
    """
    day, ruled_by = day_of(on, at), document(by)

    def planned(connection: sqlite3.Connection) -> Planned:
        units = UnitRegister(connection, plan, name)
        unit = units.in_force(name)
        _check_day(connection, units, unit, day)
        _check_tasks(unit, _tasks_of(connection, unit), heirs)
        called_so = dict.fromkeys(heirs.values())
        bodies = {called: units.one_or_new(called, **_class_from([unit], called)) for called in called_so}
        _check_wanted(units, wanted, {body["id"] for body in bodies.values()})
        given = {task: bodies[called] for task, called in heirs.items() if bodies[called]["id"] != unit["id"]}
        if not given:
            raise RefusedError("unit_itself", unit=unit["name"])
        successions = _Successions(units, unit, "split", day, ruled_by)
        changes = [successions.to(heir, task) for task, heir in given.items()]
        listed = [body["name"] for body in bodies.values()]
        facts = {"plan": units.plan_key, "name": unit["name"], "heirs": listed, "tasks": len(given)}
        return {**facts, "on": day, "by": ruled_by, "new": units.added()}, [*units.changes(), *changes]

    return carry_out(database, "split", planned, at)


def _class_from(before: Iterable[Row], name: str) -> dict[str, str]:
    """The class of a new body whose name tells none: that of most of those that it comes of."""
    from sciplan_tui.core.unit.registry import UNTOLD, unit_class

    classes = [unit["class"] for unit in before if unit["class"] != UNTOLD]
    return {"class": max(classes, key=classes.count)} if classes and unit_class(name) == UNTOLD else {}


class _Successions:
    """Successions of one unit: each to an heir, never in a circle."""

    def __init__(self, units: UnitRegister, unit: Row, kind: str, on: str | None, by: str | None) -> None:
        self._units, self._unit = units, unit
        self._facts: dict[str, Any] = {"kind": kind, "on_date": on, "ruled_by": by}

    def to(self, heir: Row, task: int | None = None) -> Change:
        """RefusedError: the unit itself, or one whose heir it is."""
        from sciplan_tui.core.unit.succession import leads_to

        if heir["id"] == self._unit["id"]:
            raise RefusedError("unit_itself", unit=heir["name"])
        if self._unit["id"] in leads_to(self._units.successions, heir["id"]):
            raise RefusedError("unit_circle", unit=self._unit["name"], heir=heir["name"])
        row = {"plan_id": self._units.plan_id, "from_id": self._unit["id"], "to_id": heir["id"], **self._facts}
        return Change("succession", self._units.numbers("succession"), None, {**row, "task_id": task})


def _tasks_of(connection: sqlite3.Connection, unit: Row) -> tuple[HeldTask, ...]:
    from sciplan_tui.store.as_of.holdings import ask_on
    from sciplan_tui.store.unit.detail import tasks_held

    return tasks_held(connection, unit["id"], ask_on(connection, EVER))


def _check_tasks(unit: Row, tasks: Sequence[HeldTask], heirs: Mapping[int, str]) -> None:
    if not tasks:
        raise RefusedError("split_nothing", unit=unit["name"])
    missing = [task.path for task in tasks if task.task_id not in heirs]
    if missing:
        raise RefusedError("split_incomplete", unit=unit["name"], count=len(missing), paths=" ".join(missing))
    if strange := heirs.keys() - {task.task_id for task in tasks}:
        raise RefusedError("split_strange", unit=unit["name"], count=len(strange))


def _check_day(connection: sqlite3.Connection, units: UnitRegister, unit: Row, day: str) -> None:
    """RefusedError: on `day` the plan has not begun yet, or the unit, which came of another one."""
    from sciplan_tui.core.unit.succession import begins_on
    from sciplan_tui.store.rows import rows

    check_in_plan(connection, units.plan_key, day)
    named = any(True for _ in rows(connection, "assignment", "unit_id = ? AND origin <> 'proposed'", (unit["id"],)))
    begun = begins_on(units.successions, unit["id"], named=named)
    if begun is not None and day < begun:
        raise RefusedError("unit_not_begun", unit=unit["name"], begun=begun, on=day)


def _check_wanted(units: UnitRegister, wanted: Sequence[str], holders: set[int]) -> None:
    if idle := tuple(name for name in wanted if units.one_or_new(name)["id"] not in holders):
        raise RefusedError("split_idle", units=idle)

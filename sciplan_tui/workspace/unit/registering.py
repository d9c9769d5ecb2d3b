"""The registry kept by hand: a new unit, what is known of one, and who stands behind a collective."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sciplan_tui.core.journal import Change, Gesture, Row
from sciplan_tui.core.unit.registry import CLASSES
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.gesture.carrying_out import Planned, carry_out
from sciplan_tui.workspace.gesture.dates import day_or_none
from sciplan_tui.workspace.gesture.given_text import one_line
from sciplan_tui.workspace.unit.unit_register import UnitRegister

if TYPE_CHECKING:
    import sqlite3


def add_unit(
    database: Path,
    plan: str | None,
    name: str,
    *,
    unit_class: str | None = None,
    function: str | None = None,
    contact: str | None = None,
    at: str,
) -> Gesture:
    """Add a body that the plan does not name; what is not said is as its name tells.

    RefusedError: no such plan, no name or one that is taken, a class that is none.
    """
    given = _columns(unit_class=unit_class, function=function, contact=contact)

    def planned(connection: sqlite3.Connection) -> Planned:
        units = UnitRegister(connection, plan, "")
        unit = units.new(name, **given)
        return {"what": "add", "plan": units.plan_key, "name": unit["name"]}, units.changes()

    return carry_out(database, "unit", planned, at)


def set_unit(
    database: Path,
    plan: str | None,
    name: str,
    *,
    short: str | None = None,
    unit_class: str | None = None,
    function: str | None = None,
    contact: str | None = None,
    collective: bool | None = None,
    at: str,
) -> Gesture:
    """Say otherwise what is known of a unit; None leaves it, an empty function or contact is none.

    RefusedError: no such unit, an empty short form or one that another unit bears, a class that is none.
    """
    given = _columns(short=short, unit_class=unit_class, function=function, contact=contact, collective=collective)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.core.given.unit import answers_to
        from sciplan_tui.workspace.pinyin import initials

        units = UnitRegister(connection, plan, name)
        unit = units.one(name)
        wanted = {column: value for column, value in given.items() if unit[column] != value}
        if "short" in wanted:
            units.check_short(unit, wanted["short"])
            known, found_by = unit["search"].split("\n"), answers_to(unit["name"], wanted["short"], initials)
            wanted["search"] = "\n".join(dict.fromkeys([*known, *found_by.split("\n")]))
        units.put({"id": unit["id"], **wanted})
        told = {column: value for column, value in wanted.items() if column in given}
        return {"what": "set", "plan": units.plan_key, "name": unit["name"], "given": told}, units.changes()

    return carry_out(database, "unit", planned, at)


def set_members(
    database: Path,
    plan: str | None,
    collective: str,
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    at: str,
) -> Gesture:
    """Who stands behind a collective: `add` from `since` up to `until`; `remove` ends with `until`, else it never was.

    A member that is no unit yet is added; a unit that gets members is a collective. The days that are said of one who
    is a member then already are kept in place of those that were.
    RefusedError: no such unit, a member of itself or no member, dates that are none or end before they begin.
    """
    first, last = day_or_none(since, "--since"), day_or_none(until, "--until")
    if first and last and last < first:
        raise RefusedError("dates_turned", since=first, until=last)

    def planned(connection: sqlite3.Connection) -> Planned:
        from sciplan_tui.store.rows import rows

        units = UnitRegister(connection, plan, collective)
        whole = units.one(collective)
        there = rows(connection, "membership", "collective_id = ? ORDER BY id", (whole["id"],))
        gone = [*_ended(units, whole, there, remove, last)]
        said = [*_joined(units, whole, there, add, first, last)]
        joined = [one for one in said if one.change.old is None]
        if joined:
            units.put({"id": whole["id"], "collective": 1})
        moved = {"joined": joined, "left": gone, "redated": [one for one in said if one not in joined]}
        named = {how: list(dict.fromkeys(one.name for one in some)) for how, some in moved.items()}
        changes = [*units.changes(), *(one.change for one in (*said, *gone))]
        return {"plan": units.plan_key, "name": whole["name"], "new": units.added(), **named}, changes

    return carry_out(database, "member", planned, at)


class _Membership(NamedTuple):
    """How the membership of a unit is changed."""

    name: str
    change: Change


def _joined(
    units: UnitRegister, whole: Row, there: Sequence[Row], names: Sequence[str], since: str | None, until: str | None
) -> Iterator[_Membership]:
    """One who is a member on these days already does not join again, but begins or ends as it is said now."""
    from sciplan_tui.core.diff.difference import altered

    for member in {unit["id"]: unit for unit in map(units.one_or_new, names)}.values():
        if member["id"] == whole["id"]:
            raise RefusedError("member_itself", unit=whole["name"])
        days = {"since_on": since, "until_on": until}
        row = {"plan_id": units.plan_id, "collective_id": whole["id"], "member_id": member["id"], **days}
        met = [old for old in there if old["member_id"] == member["id"] and _meet(old, days)]
        met.sort(key=lambda old: old["since_on"] or "")
        if not met:
            yield _Membership(member["name"], Change("membership", units.numbers("membership"), None, row))
        for old in met:
            said = {"since_on": since if old is met[0] else None, "until_on": until if old is met[-1] else None}
            if (change := altered("membership", old, {end: day for end, day in said.items() if day})) is not None:
                yield _Membership(member["name"], change)


def _meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two stretches of days have one in common."""
    return (one["since_on"] or "") <= (other["until_on"] or "~") and (other["since_on"] or "") <= (
        one["until_on"] or "~"
    )


def _ended(
    units: UnitRegister, whole: Row, there: Sequence[Row], names: Sequence[str], until: str | None
) -> Iterator[_Membership]:
    from sciplan_tui.core.diff.difference import altered, removed

    for member in {unit["id"]: unit for unit in map(units.one, names)}.values():
        open_rows = [row for row in there if row["member_id"] == member["id"] and row["until_on"] is None]
        if not open_rows:
            raise RefusedError("no_member", unit=member["name"], collective=whole["name"])
        for row in open_rows:
            if until and until < (row["since_on"] or ""):
                raise RefusedError("dates_turned", since=row["since_on"], until=until)
            change = altered("membership", row, {"until_on": until}) if until else removed("membership", row)
            if change is not None:
                yield _Membership(member["name"], change)


def _columns(**given: Any) -> dict[str, Any]:
    """The facts that are given, as columns of the unit's row."""
    columns = {name.removeprefix("unit_"): value for name, value in given.items() if value is not None}
    if columns.get("class", CLASSES[0]) not in CLASSES:
        raise RefusedError("no_unit_class", value=one_line(columns["class"]), known=" ".join(CLASSES))
    for name in {"short", "function", "contact"} & columns.keys():
        columns[name] = one_line(columns[name])
    if columns.get("short") == "":
        raise RefusedError("unit_empty")
    if "collective" in columns:
        columns["collective"] = int(columns["collective"])
    return columns

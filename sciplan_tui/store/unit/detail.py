"""One unit in full on a day: its names, who came before and after it, and the tasks at which it holds something."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.unit.detail import HeldTask, UnitDetail, UnitDuty
from sciplan_tui.core.unit.function import unit_function
from sciplan_tui.core.unit.record import Member, PrintedName, Succeeded
from sciplan_tui.core.unit.standing import Standing
from sciplan_tui.errors import RefusedError
from sciplan_tui.store.conditions import gaps
from sciplan_tui.store.edition.first_printed import printed_earlier
from sciplan_tui.store.matrix import mark_columns
from sciplan_tui.store.query.known import Known
from sciplan_tui.store.unit.changes import read_unit_changes
from sciplan_tui.store.unit.duties import read_figures, with_progress

_UNIT = (
    "SELECT plan_id, name, short, class, collective, function, contact, issued_on"
    " FROM unit JOIN plan ON plan.id = plan_id WHERE unit.id = ?"
)
_DUTIES = (
    "SELECT task.id, path, title, role, origin, printed, held.line,"
    " (SELECT count(*) FROM task AS below WHERE below.holder_id = task.id AND below.id <> task.id),"
    " reason, ruled_by, ruled_on"
    " FROM held JOIN task ON task.id = task_id WHERE printed_id IN ({printed}) AND unit_id = ?"
    " ORDER BY task.position, held.position"
)
_STEPS = (
    "SELECT succession.kind, one.name, other.name, on_date, ruled_by, path FROM succession"
    " JOIN unit AS one ON one.id = from_id JOIN unit AS other ON other.id = to_id LEFT JOIN task ON task.id = task_id"
    " WHERE from_id IN ({units}) OR to_id IN ({units})"
    " ORDER BY on_date IS NOT NULL, on_date, succession.from_id, to_id, task.position"
)
_MEMBERS = (
    "SELECT unit.id, since_on, until_on FROM membership JOIN unit ON unit.id = member_id"
    " WHERE collective_id IN ({units}) ORDER BY membership.id"
)


def read_unit(connection: sqlite3.Connection, unit_id: int, plans: Sequence[PlanHead], known: Known) -> UnitDetail:
    """All that is known of a unit. RefusedError (`no_unit`) where there is none with this id."""
    standing = known.standing
    row = connection.execute(_UNIT, (unit_id,)).fetchone()
    if row is None:
        raise RefusedError("no_unit", ref=unit_id)
    plan_id, name, short, unit_class, collective, function, contact, issued_on = row
    own, steps = _duties(connection, unit_id, standing), tuple(_steps(connection, unit_id, standing))
    collectives = {one: _name(connection, one) for one in sorted(standing.collectives_of.get(unit_id, ()))}
    through = (duty for one, called in collectives.items() for duty in _duties(connection, one, standing, called))
    milestones = tuple(column for column in mark_columns(known) if column.plan_id == plan_id)
    duties = with_progress(connection, (*own, *through), milestones, known.today)
    changes, more = read_unit_changes(connection, standing.printed_for((unit_id,)), duties)
    said_earlier = printed_earlier(connection, plan_id)
    return UnitDetail(
        unit_id=unit_id,
        plan=next(plan for plan in plans if plan.plan_id == plan_id),
        name=name,
        short=short,
        unit_class=unit_class,
        collective=bool(collective),
        printed=tuple(dict.fromkeys(duty.printed for duty in own)),
        duties=duties,
        function=(unit_function(name) if function is None else function) or None,
        contact=contact,
        heir=_heir(connection, unit_id, standing),
        names=tuple(_names(own, steps, lambda name: said_earlier.get((plan_id, name), issued_on))),
        steps=steps,
        members=tuple(_members(connection, unit_id, standing)),
        collectives=tuple(collectives.values()),
        milestones=milestones,
        figures=read_figures(connection, duties, known.day),
        changes=changes,
        changes_left_out=more,
    )


def tasks_held(connection: sqlite3.Connection, unit_id: int, standing: Standing) -> tuple[HeldTask, ...]:
    """The tasks at which the unit itself holds something, proposals left out, in document order."""
    roles: dict[tuple[int, str, str], dict[Role, None]] = {}
    for duty in _duties(connection, unit_id, standing):
        if duty.origin is not Origin.PROPOSED:
            roles.setdefault((duty.task_id, duty.path, duty.title), {})[duty.role] = None
    return tuple(HeldTask(*task, tuple(held)) for task, held in roles.items())


def _duties(
    connection: sqlite3.Connection, unit_id: int, standing: Standing, through: str | None = None
) -> tuple[UnitDuty, ...]:
    printed = tuple(standing.printed_for((unit_id,)))
    found = connection.execute(_DUTIES.replace("{printed}", gaps(printed)), (*printed, unit_id)).fetchall()
    duties = [
        UnitDuty(
            task, path, title, Role(role), Origin(origin), said, line, inheriting, through,
            reason=reason, ruled_by=by, ruled_on=on,
        )
        for task, path, title, role, origin, said, line, inheriting, reason, by, on in found
    ]  # fmt: skip
    return tuple(duty for duty in duties if through is None or duty.origin is not Origin.PROPOSED)


def _heir(connection: sqlite3.Connection, unit_id: int, standing: Standing) -> str | None:
    """The name of the unit that holds what this one held; None: it stands itself."""
    heir = standing.holder(unit_id)
    return None if heir == unit_id else _name(connection, heir)


def _name(connection: sqlite3.Connection, unit_id: int) -> str:
    return str(connection.execute("SELECT name FROM unit WHERE id = ?", (unit_id,)).fetchone()[0])


def _names(
    duties: Iterable[UnitDuty], steps: Iterable[Succeeded], since: Callable[[str], str | None]
) -> Iterator[PrintedName]:
    """Each name under which its duties are printed, up to the day on which another took its place."""
    until = {step.before: step.on for step in steps if not step.paths}
    for printed in dict.fromkeys(duty.printed for duty in duties if duty.origin is Origin.PRINTED):
        yield PrintedName(printed, since(printed), until.get(printed))


def _steps(connection: sqlite3.Connection, unit_id: int, standing: Standing) -> Iterator[Succeeded]:
    """What led to the unit, also by way of others, and what leads away from it; a split is told once an heir."""
    units = tuple(standing.printed_for((unit_id,)))
    found = connection.execute(_STEPS.replace("{units}", gaps(units)), (*units, *units)).fetchall()
    for (kind, before, after, on, by), rows in groupby(found, key=lambda row: row[:5]):
        yield Succeeded(kind, before, after, on, by, tuple(path for *_, path in rows if path is not None))


def _members(connection: sqlite3.Connection, unit_id: int, standing: Standing) -> Iterator[Member]:
    """All who are, were or will be behind it."""
    units = tuple(standing.printed_for((unit_id,)))
    found = connection.execute(_MEMBERS.replace("{units}", gaps(units)), units).fetchall()
    for member, since, until in found:
        yield Member(_name(connection, standing.holder(member)), since, until)

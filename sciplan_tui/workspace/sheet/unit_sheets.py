"""Sheets about units: who there is, and what each holds."""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Code, Facts, Names, Sheet, Value, code, sheet
from sciplan_tui.core.unit.record import UnitRecord
from sciplan_tui.workspace.sheet.asked import Asked


def units(asked: Asked) -> Sheet:
    """The units of what matches, with what the registry knows; where whole plans are asked for, all of the registry."""
    from sciplan_tui.core.query.syntax import parse
    from sciplan_tui.store.lists import read_unit_counts
    from sciplan_tui.store.query.filtering import plans_meant
    from sciplan_tui.workspace.unit.units import records

    _, narrowed = plans_meant(parse(asked.frame.spec.query), asked.view.known)
    shown = {unit.unit_id for unit in asked.frame.units} if narrowed.terms else None
    counts = read_unit_counts(asked.view.connection, asked.tasks)
    plans = {plan.key for plan in asked.frame.plans if plan.plan_id in asked.plans_found}
    found = records(asked.view, asked.plans[0] if len(plans) == 1 else None, counts)
    wanted = (unit for unit in found if unit.plan_key in plans and (shown is None or unit.unit_id in shown))
    keys = "plan unit short class function collective heir members contact lead responsible support"
    return sheet("units", keys, [_unit(unit) for unit in (_by_load(wanted) if asked.by_load else wanted)])


def _by_load(units: Iterable[UnitRecord]) -> list[UnitRecord]:
    """Plan by plan those that lead most first, then those that hold most besides."""
    found = list(units)
    plans = {key: place for place, key in enumerate(dict.fromkeys(unit.plan_key for unit in found))}
    return sorted(found, key=lambda unit: (plans[unit.plan_key], -unit.lead, -unit.responsible - unit.support))


def _unit(unit: UnitRecord) -> Facts:
    return {
        "plan": unit.plan_key,
        "unit": unit.name,
        "short": unit.short,
        "class": code("unit_class", unit.unit_class),
        "function": unit.function,
        "collective": unit.collective,
        "heir": unit.heir,
        "contact": unit.contact,
        "members": Names(tuple(member.name for member in unit.members)),
        "lead": unit.lead,
        "responsible": unit.responsible,
        "support": unit.support,
    }


def duties(asked: Asked) -> Sheet:
    """The assignments by unit, in the order of the units, each unit's by role and then as the plan has them; those of
    the units that the query names, where it names some.
    """
    from sciplan_tui.store.lists import read_assignments

    wanted = {"inherited": asked.inherited, "proposed": asked.proposed}
    rows = read_assignments(asked.view.connection, asked.tasks, **wanted)
    keys = {plan.plan_id: plan.key for plan in asked.frame.plans}
    if named := _named(asked):
        rows = [row for row in rows if any((row["plan"], row["unit"], row["role"]) in some for some in named)]
    places: dict[tuple[Value, Value], int] = {}
    for unit in asked.frame.units:
        places.setdefault((keys[unit.plan_id], unit.name), len(places))
    roles: dict[Value, int] = {Code("role", role): place for place, role in enumerate(Role)}
    rows.sort(key=lambda row: (places.get((row["plan"], row["unit"]), len(places)), row["unit"], roles[row["role"]]))
    return sheet("duties", "plan unit role path number title printed order origin inherited line", rows)


def _named(asked: Asked) -> list[set[tuple[Value, Value, Value]]]:
    """For each term of the query that names units: its units, by plan and name, in its roles."""
    from sciplan_tui.core.query.syntax import UNIT_FIELDS, parse
    from sciplan_tui.store.query.filtering import ROLES
    from sciplan_tui.store.query.unit_filtering import holders

    known, keys = asked.view.known, {plan.plan_id: plan.key for plan in asked.frame.plans}
    terms = [term for term in parse(asked.frame.spec.query).terms if term.field in UNIT_FIELDS and not term.negated]
    return [
        {
            (keys[unit.plan_id], unit.name, Code("role", role))
            for unit in asked.frame.units
            if unit.unit_id in holders(term.value, known.units, known.standing, exact=term.exact)
            for role in ROLES[term.field] or tuple(map(str, Role))
        }
        for term in terms
    ]

"""The registry of units as it is read: who there is on a day, what they hold, and which aliases are proposed."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.unit.record import AliasProposal, Member, PrintedName, UnitRecord
from sciplan_tui.locale import listed
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.unit.detail import UnitDetail
    from sciplan_tui.core.unit.over_time import Membership
    from sciplan_tui.core.unit.standing import Standing
    from sciplan_tui.core.unit.succession import Succession

__all__ = [
    "AliasProposal",
    "Member",
    "PrintedName",
    "UnitRecord",
    "alias_proposals",
    "records",
    "registry",
    "unit_called",
]

Counts = Mapping[tuple[int, str], int]
"""In how many tasks a unit holds a role."""


def registry(database: Path, plan: str | None, *, as_of: datetime.date) -> tuple[UnitRecord, ...]:
    """The units of one plan (any part of its key), or of all, in protocol order; what is only proposed is left out.

    RefusedError: no such plan, or several. StoreError: the database.
    """
    from sciplan_tui.store.unit import registry as reading

    with View.open(database, as_of) as view:
        plan_id = view.plan(plan).plan_id if plan is not None else None
        counts = reading.counts(view.current, plan_id)
        return records(view, plan_id, counts, reading.printed_names(view.connection, plan_id))


def records(
    view: View, plan_id: int | None, counts: Counts, printed: Mapping[int, Sequence[str]] | None = None
) -> tuple[UnitRecord, ...]:
    """The same, on a view that is open: what the units hold is given, and their printed names where they are wanted."""
    from sciplan_tui.store.unit.registry import unit_rows

    facts = _Facts(view, plan_id, counts, printed or {})
    return tuple(_record(row, facts) for row in unit_rows(view.connection, plan_id) if not facts.is_to_come(row))


def unit_called(database: Path, name: str, plan: str | None, *, today: datetime.date) -> UnitDetail:
    """The one unit that `name` means, in full. RefusedError: none (the nearest are named), or several."""
    from sciplan_tui.core.unit.name import one_unit
    from sciplan_tui.store.meant.naming import known_units

    with View.open(database, today) as view:
        chosen = view.plan(plan).plan_id if plan is not None else None
        units = known_units(view.connection, chosen)
        return view.unit(one_unit(name, units, view.known.standing.heir_of).unit_id)


def alias_proposals(database: Path, plan: str | None) -> tuple[AliasProposal, ...]:
    """The aliases that the newest editions propose and nobody has answered: neither settled, nor one body already."""
    from sciplan_tui.core.unit.over_time import EVER, standing
    from sciplan_tui.core.unit.registry import short_name
    from sciplan_tui.store.as_of.holdings import successions
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.meant.naming import known_units
    from sciplan_tui.store.unit.aliases import proposals_of

    found = []
    with opened(database) as connection:
        now = standing(successions(connection), (), EVER)
        for plan_id, key in _plans(connection, plan):
            units = {unit.name: unit.unit_id for unit in known_units(connection, plan_id)}
            for problem, pair in proposals_of(connection, plan_id):
                name, same_as = sorted(pair, key=len)
                if all(one in units for one in pair) and now.holder(units[name]) != now.holder(units[same_as]):
                    found.append(AliasProposal(key, name, same_as, "abbreviation", problem, short_name(name)))
    return tuple(found)


def _plans(connection: Any, plan: str | None) -> Sequence[tuple[int, str]]:
    from sciplan_tui.core.edition.identity import one_fitting
    from sciplan_tui.store.edition.editions import known_plans, plan_titles

    plans = [(one.id, one.key) for one in known_plans(connection)]
    if plan is None:
        return plans
    wanted = one_fitting(plan, plan_titles(connection))
    return [one for one in plans if one[1] == wanted]


class _Facts:
    """What the records of a plan are made of, by unit."""

    def __init__(self, view: View, plan_id: int | None, counts: Counts, printed: Mapping[int, Sequence[str]]) -> None:
        from sciplan_tui.store.edition.first_printed import printed_earlier
        from sciplan_tui.store.meant.naming import known_units
        from sciplan_tui.store.unit import registry as reading

        self.day = view.as_of.isoformat()
        self.standing: Standing = view.known.standing
        self.counts, self.printed = counts, printed
        self.printed_earlier = printed_earlier(view.connection, plan_id) if printed else {}
        self.names = {unit.unit_id: unit.name for unit in known_units(view.connection, plan_id)}
        self.after: dict[int, Succession] = {}
        self.before: defaultdict[int, list[Succession]] = defaultdict(list)
        self.split: defaultdict[int, list[Succession]] = defaultdict(list)
        for succession, _ in reading.successions_of(view.connection, plan_id):
            if (succession.on_date or "") > self.day:
                continue
            if succession.task_id is not None:
                self.split[succession.from_id].append(succession)
            else:
                self.after[succession.from_id] = succession
                self.before[succession.to_id].append(succession)
        self.named = reading.named_units(view.connection) if self.split else frozenset[int]()
        self.members: defaultdict[int, list[Membership]] = defaultdict(list)
        for membership in reading.memberships_of(view.connection, plan_id):
            if membership.holds_on(self.day):
                self.members[self.standing.holder(membership.collective_id)].append(membership)

    def is_to_come(self, row: Mapping[str, Any]) -> bool:
        """Whether the unit bears this name only later: on the day an earlier one stands for it."""
        return row["unit_id"] in self.standing.heir_of and row["unit_id"] not in self.after

    def heir(self, unit: int) -> tuple[str | None, Succession | None]:
        """Who holds what the unit held, and the succession that tells when; of a split all, once nothing is left."""
        if after := self.after.get(unit):
            return self.names[self.standing.holder(unit)], after
        if unit not in self.split or unit in self.named:
            return None, None
        heirs = dict.fromkeys(self.names[one.to_id] for one in self.split[unit])
        return listed(heirs), self.split[unit][-1]


def _record(row: Mapping[str, Any], facts: _Facts) -> UnitRecord:
    from sciplan_tui.core.unit.function import unit_function

    unit = row["unit_id"]
    heir, after = facts.heir(unit)
    given = {name: row[name] for name in ("plan_key", "name", "short", "unit_class", "contact")}
    return UnitRecord(
        unit_id=unit,
        **given,
        function=(unit_function(row["name"]) if row["function"] is None else row["function"]) or None,
        collective=bool(row["collective"]),
        printed=tuple(_printed(row, facts)),
        heir=heir,
        heir_kind=after.kind if after else None,
        heir_on=after.on_date if after else None,
        members=tuple(_members(facts.members.get(unit, ()), facts)),
        lead=facts.counts.get((unit, "lead"), 0),
        responsible=facts.counts.get((unit, "responsible"), 0),
        support=facts.counts.get((unit, "support"), 0),
    )


def _printed(row: Mapping[str, Any], facts: _Facts) -> Iterator[PrintedName]:
    """Its own printed forms since an edition first had them, and those of whom it followed."""

    def since(name: str) -> str | None:
        return facts.printed_earlier.get((row["plan_id"], name), row["issued_on"])

    unit = row["unit_id"]
    for past in facts.before.get(unit, ()):
        for name in facts.printed.get(past.from_id) or [facts.names[past.from_id]]:
            yield PrintedName(name, since(name), past.on_date)
    _, after = facts.heir(unit)
    for name in facts.printed.get(unit, ()):
        yield PrintedName(name, since(name), after.on_date if after else None)


def _members(memberships: Iterable[Membership], facts: _Facts) -> Iterator[Member]:
    for one in memberships:
        yield Member(facts.names[facts.standing.holder(one.member_id)], one.since_on, one.until_on)

"""What a plan and a query match, before anything is folded, ordered or hidden: kept from one view to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sciplan_tui.core.identity import one_fitting
from sciplan_tui.core.matrix import Counts, PlanHead, RowRef, UnitColumn
from sciplan_tui.core.query import parse
from sciplan_tui.core.view_spec import RowOrder, ViewSpec
from sciplan_tui.workspace.kept import Kept

if TYPE_CHECKING:
    from sciplan_tui.store.filtering import Filter


@dataclass(frozen=True)
class Match:
    """The rows that a query leaves of the plans asked for, in the order of the outline, with their ancestors.

    `plans`: those asked for; `everything`: all rows of them.
    """

    kept: Kept
    plan: str | None
    query: str
    plans: tuple[PlanHead, ...]
    rows: tuple[RowRef, ...]
    everything: bool
    _lists: dict[RowOrder, tuple[RowRef, ...]] = field(default_factory=dict)

    @cached_property
    def shown(self) -> tuple[PlanHead, ...]:
        """The plans that have a row left; all of them where nothing is left, so that the screen can say of what."""
        left = {row[1] for row in self.rows}
        return self.plans if self.everything else tuple(p for p in self.plans if p.plan_id in left) or self.plans

    @cached_property
    def all_units(self) -> tuple[UnitColumn, ...]:
        """The units of the plans asked for."""
        ids = {plan.plan_id for plan in self.plans}
        return tuple(unit for unit in self.kept.units if unit.plan_id in ids)

    @cached_property
    def units_with_cells(self) -> tuple[UnitColumn, ...]:
        """The units that have a cell in one of the rows."""
        from sciplan_tui.store.reading import read_units_with_cells

        if self.everything:
            return self.all_units
        kept, present = self.kept, {row[1] for row in self.rows}
        asked = [unit for unit in self.all_units if unit.plan_id in present]
        sources = kept.outline.sources(self.rows)
        held = read_units_with_cells(kept.connection, sources, [unit.unit_id for unit in asked], kept.standing)
        return tuple(unit for unit in asked if unit.unit_id in held)

    def listed(self, order: RowOrder) -> tuple[RowRef, ...]:
        """The matched 任务 without their ancestors, plan by plan, in this order and then by path."""
        if order not in self._lists:
            places, ranks = self.kept.outline.places, self.kept.ranks(order)
            rows = [row for row in self.rows if row[4] and row[3] != "context"]
            keys = [(row[1], ranks[places[row[0]]]) for row in rows]
            self._lists[order] = tuple([rows[place] for place in sorted(range(len(rows)), key=keys.__getitem__)])
        return self._lists[order]

    def counts(self, units: int) -> Counts:
        """How much is shown, where `units` of them have a column."""
        tasks = sum(self.kept.outline.tasks.get(plan.plan_id, 0) for plan in self.plans)
        return Counts(*self._found, units, tasks, len(self.all_units))

    @cached_property
    def _found(self) -> tuple[int, int]:
        found = [row[3] for row in self.rows if row[4] and row[3] != "context"]
        return found.count("printed"), len(found)


def match(kept: Kept, spec: ViewSpec) -> Match:
    """What `spec` matches; the last match is given again where nothing else is asked for.

    QueryError for a wrong term, RefusedError for an unknown plan.
    """
    last = kept.match
    if last is None or (last.plan, last.query) != (spec.plan, spec.query):
        last = kept.match = _matched(kept, spec)
    return last


def _matched(kept: Kept, spec: ViewSpec) -> Match:
    from sciplan_tui.store.reading import read_matches

    plans, scope, wanted = asked(kept, spec)
    if scope == []:
        rows: tuple[RowRef, ...] = ()
    elif wanted.everything:
        rows = kept.outline.of_plans([plan.plan_id for plan in plans])
    else:
        rows = kept.outline.around(read_matches(kept.connection, wanted, scope))
    return Match(kept, spec.plan, spec.query, plans, rows, wanted.everything and bool(rows))


def asked(kept: Kept, spec: ViewSpec) -> tuple[tuple[PlanHead, ...], list[int] | None, Filter]:
    """What `spec` looks at: the plans it asks for; which of them the query names (None: all there are), and for what.

    Where the query names no plan that is known, the first are those asked for all the same: nothing is left of them.
    """
    from sciplan_tui.store.filtering import plans_meant, translate

    meant, rest = plans_meant(parse(spec.query), kept.known)
    plans = kept.plans if spec.plan is None else (named_plan(kept.plans, spec.plan),)
    named = tuple(plan for plan in plans if plan.plan_id in meant)
    scope = None if len(named) == len(kept.plans) else [plan.plan_id for plan in named]
    return named or plans, scope, translate(rest, kept.known)


def named_plan(plans: Sequence[PlanHead], name: str) -> PlanHead:
    """The one plan that `name` means. RefusedError: none, or several."""
    by_key = {plan.key: plan for plan in plans}
    return by_key[one_fitting(name, list(by_key))]

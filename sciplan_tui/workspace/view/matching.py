"""What a plan and a query match, before anything is folded, ordered or hidden: kept from one view to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, compress

from sciplan_tui.core.matrix import Counts, PlanHead, UnitColumn
from sciplan_tui.core.outline.flags import Flags, both, shared
from sciplan_tui.core.outline.rows import OutlineRows
from sciplan_tui.core.view.spec import RowOrder, ViewSpec
from sciplan_tui.workspace.view.kept import Kept


@dataclass(frozen=True)
class Match:
    """The tasks that a query leaves of the plans asked for; of them `printed` print the match themselves.

    `plans`: those asked for; `everything`: all their tasks.
    """

    kept: Kept
    plan: str | None
    query: str
    plans: tuple[PlanHead, ...]
    matched: Flags
    printed: Flags
    everything: bool
    _lists: dict[RowOrder, OutlineRows] = field(default_factory=dict)

    @cached_property
    def printing(self) -> Match:
        """The same without what only inherits the match."""
        return replace(self, matched=self.printed, _lists={})

    @cached_property
    def rows(self) -> OutlineRows:
        """The tasks in the order of the outline, with their ancestors."""
        return self.folded(frozenset())

    def folded(self, closed: frozenset[int]) -> OutlineRows:
        """The same without what is below these tasks."""
        return OutlineRows(self.kept.outline, self.matched, self.printed, closed)

    @cached_property
    def shown(self) -> tuple[PlanHead, ...]:
        """The plans that have a row left; all of them where nothing is left, so that the screen can say of what."""
        return tuple(plan for plan in self.plans if plan.plan_id in self._left) or self.plans

    @cached_property
    def _left(self) -> frozenset[int]:
        spans = self.kept.outline.spans
        return frozenset(plan for plan, span in spans.items() if self.matched.find(1, *span) >= 0)

    @cached_property
    def all_units(self) -> tuple[UnitColumn, ...]:
        """The units of the plans asked for."""
        ids = {plan.plan_id for plan in self.plans}
        return tuple(unit for unit in self.kept.units if unit.plan_id in ids)

    @cached_property
    def units_with_cells(self) -> tuple[UnitColumn, ...]:
        """The units that have a cell in one of the rows: what a task inherits is held at a row above it."""
        if self.everything:
            return self.all_units
        asked = [unit.unit_id for unit in self.all_units if unit.plan_id in self._left]
        holding = self.kept.contents.duties.holding(self.rows.nested, asked, self.kept.standing)
        return tuple(unit for unit in self.all_units if unit.unit_id in holding)

    def listed(self, order: RowOrder) -> OutlineRows:
        """The matched 任务 without their ancestors, plan by plan, in this order and then by path."""
        if order not in self._lists:
            outline, ranks = self.kept.outline, self.kept.ranks(order)
            hits = both(self.matched, outline.counted)
            spans = [range(*span) for span in outline.spans.values()]
            places = [sorted(compress(span, hits[span.start : span.stop]), key=ranks.__getitem__) for span in spans]
            order_of_all = list(chain.from_iterable(places))
            self._lists[order] = OutlineRows(outline, self.matched, self.printed, order=order_of_all)
        return self._lists[order]

    def counts(self, units: int) -> Counts:
        """How much is shown, where `units` of them have a column."""
        tasks = sum(self.kept.outline.tasks.get(plan.plan_id, 0) for plan in self.plans)
        counted = self.kept.outline.counted
        printed, matched = shared(self.printed, counted), shared(self.matched, counted)
        return Counts(printed, matched, units, tasks, len(self.all_units))


def match(kept: Kept, spec: ViewSpec) -> Match:
    """What `spec` matches; the last match is given again where nothing else is asked for.

    QueryError for a wrong term, RefusedError for an unknown plan.
    """
    last = kept.last
    if not isinstance(last, Match) or (last.plan, last.query) != (spec.plan, spec.query):
        last = kept.last = _matched(kept, spec)
    return last


def _matched(kept: Kept, spec: ViewSpec) -> Match:
    """Where the query names no plan that is known, those asked for stay all the same: nothing is left of them."""
    from sciplan_tui.core.query.syntax import parse
    from sciplan_tui.store.query.filtering import plans_meant, translate

    meant, rest = plans_meant(parse(spec.query), kept.known)
    plans = kept.plans if spec.plan is None else (named_plan(kept.plans, spec.plan),)
    named = tuple(plan for plan in plans if plan.plan_id in meant)
    wanted = translate(rest, kept.known, kept.contents)
    matched, printed = wanted.matched, wanted.printed
    if len(named) < len(kept.plans):
        scope = kept.outline.of_plans([plan.plan_id for plan in named])
        matched, printed = both(matched, scope), both(printed, scope)
    return Match(kept, spec.plan, spec.query, named or plans, matched, printed, wanted.everything and 1 in matched)


def named_plan(plans: Sequence[PlanHead], name: str) -> PlanHead:
    """The one plan that `name` means. RefusedError: none, or several."""
    from sciplan_tui.core.edition.identity import one_fitting

    by_key = {plan.key: plan for plan in plans}
    return by_key[one_fitting(name, {plan.key: plan.title for plan in plans})]

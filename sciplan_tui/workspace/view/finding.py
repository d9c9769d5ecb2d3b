"""Finding units and tasks by a few letters, and what must be shown to put the cursor on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice

from sciplan_tui.core.matrix import UnitColumn
from sciplan_tui.core.outline.flags import both
from sciplan_tui.core.view.finding import Found, Hit
from sciplan_tui.core.view.spec import Density, RowOrder, ViewSpec
from sciplan_tui.workspace.view.framing import framed
from sciplan_tui.workspace.view.kept import Kept
from sciplan_tui.workspace.view.matching import Match, match
from sciplan_tui.workspace.view.names import TaskName
from sciplan_tui.workspace.view.viewing import View

MOST = 100
"""Hits handed on at most: whoever looks for another writes one more letter."""


def finder(view: View, spec: ViewSpec) -> Finder:
    """What finds units and tasks, seen from what `spec` shows. QueryError, RefusedError as `View.frame`."""
    kept = view.kept
    matched = match(kept, spec)
    shown = frozenset(unit.unit_id for unit in framed(matched, spec, {}).units)
    return Finder(kept, matched, spec, shown)


@dataclass(frozen=True)
class Finder:
    """What is looked at when something is sought."""

    kept: Kept
    match: Match
    spec: ViewSpec
    shown: frozenset[int]

    def find(self, text: str) -> Found:
        """Units before tasks, and what is not among what is looked at now behind them all."""
        units, tasks = self.kept.names.find(text)
        hits = sorted(map(self._unit, units), key=lambda hit: hit.away)
        near = [task for task in tasks if task[0] in self._rows]
        far = [task for task in tasks if task[0] not in self._rows]
        at = sum(not hit.away for hit in hits)
        best = chain(hits[:at], map(self._task, near), hits[at:], map(self._task, far))
        return Found(text, tuple(islice(best, MOST)), len(units) + len(tasks))

    @cached_property
    def _rows(self) -> dict[int, bool]:
        """The tasks among what is looked at; True where they stand in an order other than the outline's too."""
        match, outline = self.match, self.kept.outline
        listed = both(match.matched, outline.counted)
        return {outline.ids[place]: bool(listed[place]) for place in match.rows.places}

    def _unit(self, unit: UnitColumn) -> Hit:
        spec = replace(self.spec, density=Density.UPRIGHT) if self.spec.density is Density.LINES else self.spec
        if unit.unit_id in self.shown:
            return self._hit(unit.unit_id, unit.name, unit.plan_id, spec)
        behind = [collective for collective in self._collectives(unit.unit_id) if collective in self.shown]
        if behind:
            opened = replace(spec, unfolded=spec.unfolded | {behind[0]})
            return self._hit(unit.unit_id, unit.name, unit.plan_id, opened)
        opened = replace(spec, unfolded=spec.unfolded | set(self._collectives(unit.unit_id)))
        return self._hit(unit.unit_id, unit.name, unit.plan_id, self._cleared(opened, unit.plan_id))

    def _collectives(self, unit_id: int) -> Iterator[int]:
        """Those that a unit without a column of its own stands behind."""
        if all(unit.unit_id != unit_id for unit in self.kept.units):
            yield from (c for c, units in self.kept.members.items() if any(u.unit_id == unit_id for u in units))

    def _task(self, task: TaskName) -> Hit:
        task_id, path, title = task
        outline = self.kept.outline
        place = outline.places[task_id]
        plan_id = outline.plan_at(place)
        spec = replace(self.spec, folded=self.spec.folded - outline.ancestors(task_id))
        if task_id not in self._rows:
            spec = self._cleared(spec, plan_id)
        if not self._rows.get(task_id, bool(outline.counted[place])):
            spec = replace(spec, rows=RowOrder.PATH)
        return self._hit(task_id, title, plan_id, spec, path)

    def _cleared(self, spec: ViewSpec, plan_id: int) -> ViewSpec:
        """Without the query, and in the plan of what is looked for."""
        return replace(spec, query="", plan=self._plans[plan_id] if spec.plan is not None else None)

    @cached_property
    def _plans(self) -> dict[int, str]:
        return {plan.plan_id: plan.key for plan in self.kept.plans}

    def _hit(self, found_id: int, name: str, plan_id: int, spec: ViewSpec, path: str | None = None) -> Hit:
        asked = {plan.plan_id for plan in self.match.plans}
        plan = self._plans[plan_id] if len(asked) > 1 or plan_id not in asked else None
        clears, moves = spec.query != self.spec.query, plan_id not in asked and self.spec.plan is not None
        return Hit(found_id, name, spec, path, plan, clears, moves)

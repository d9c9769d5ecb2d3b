"""The duty sheets of units, read: which units are meant, and what each sheet says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.core.duty_paper import DutyPaper, PlanFacts
from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.matrix import UnitColumn
    from sciplan_tui.core.sheet import Sheet
    from sciplan_tui.workspace.moved import Moves

KIND = "duty_sheet"
"""What is noted of a sheet that went out."""


def units_of(view: View, spec: ViewSpec) -> tuple[UnitColumn, ...]:
    """The units that hold duties in what is on screen, in protocol order, and behind a collective its members.

    QueryError, RefusedError (no such plan, or nobody holds anything there).
    """
    columns = view.frame(ViewSpec(spec.plan, spec.query)).units
    members = view.kept.members
    found = {one.unit_id: one for unit in columns for one in (unit, *members.get(unit.unit_id, ()))}
    if not found:
        raise RefusedError("duty_sheets_nobody")
    return tuple(found.values())


def unit_meant(view: View, name: str, plan: str | None) -> int:
    """The one unit that `name` means, as `show` finds it. RefusedError: none, or several; they are named."""
    from sciplan_tui.core.unit_name import one_unit
    from sciplan_tui.store.naming import known_units

    chosen = view.plan(plan).plan_id if plan is not None else None
    return one_unit(name, known_units(view.connection, chosen), view.known.standing.heir_of).unit_id


class DutyPapers:
    """Makes the sheets of several units; what their plans have in common is read once."""

    def __init__(self, view: View, *, proposed: bool = False) -> None:
        from sciplan_tui.workspace.books import data_state

        self._view = view
        self._proposed = proposed
        self._state = data_state(view)
        self._facts: dict[int, PlanFacts] = {}
        self._moves: dict[int, Moves] = {}

    def paper(self, unit_id: int) -> DutyPaper:
        """The sheet of one unit. RefusedError: it is gone, or holds nothing."""
        from sciplan_tui.store.faults import told

        view = self._view
        unit = view.unit(unit_id)
        plan = unit.plan.plan_id
        with told(view.database):
            if plan not in self._facts:
                from sciplan_tui.store.duty_paper_reading import read_plan_facts

                self._facts[plan] = read_plan_facts(view.current, plan)
        since, moved = self._moved(plan, unit_id)
        made = DutyPaper(
            unit, self._facts[plan], view.today, view.as_of, self._state, self._proposed, moved=moved, since=since
        )
        if not made.settled and not (self._proposed and unit.duties):
            raise RefusedError("duty_sheets_nothing", unit=unit.name)
        return made

    def _moved(self, plan: int, unit_id: int) -> tuple[str | None, Sheet | None]:
        """The day of the last sheet that went out before this day, and what moved since; both None: it is the first."""
        from sciplan_tui.workspace.issued import last_issued
        from sciplan_tui.workspace.moved import moves

        last = last_issued(self._view, KIND, plan, unit_id, before=self._view.today)
        if last is None:
            return None, None
        if last.entry_id not in self._moves:
            self._moves[last.entry_id] = moves(self._view, last.entry_id)
        return last.on_day, self._moves[last.entry_id].sheet(self._view, (plan,), unit_id)

"""The duty sheets of units, read: which units are meant, and what each sheet says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sciplan_tui.core.duty_paper.facts import DutyPaper, PlanFacts
from sciplan_tui.core.plan import Origin
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.matrix import Frame, UnitColumn
    from sciplan_tui.core.sheet import Sheet
    from sciplan_tui.core.unit.detail import UnitDetail
    from sciplan_tui.workspace.paper.moved import Moves

KIND = "duty_sheet"
"""What is noted of a sheet that went out."""


def units_of(view: View, spec: ViewSpec) -> tuple[UnitColumn, ...]:
    """The units that hold duties in what is on screen, in protocol order, and behind a collective its members.

    QueryError, RefusedError (no such plan, or nobody holds anything there).
    """
    frame, members = view.frame(ViewSpec(spec.plan, spec.query)), view.kept.members
    columns = _holders(view, frame) if spec.query.strip() else frame.units
    found = {one.unit_id: one for unit in columns for one in (unit, *members.get(unit.unit_id, ()))}
    if not found:
        raise RefusedError("duty_sheets_nobody")
    return tuple(found.values())


def _holders(view: View, frame: Frame) -> Iterator[UnitColumn]:
    """Those of the columns that hold something in a row that matches; what is only proposed does not count."""
    matched = {row.task_id for row in frame.rows if row.matched != "context"}
    rows = (row.cells.items() for row in view.all_rows(frame) if row.task_id in matched)
    held = {
        unit for cells in rows for unit, found in cells if any(cell.origin is not Origin.PROPOSED for cell in found)
    }
    return (unit for unit in frame.units if unit.unit_id in held)


def unit_meant(view: View, name: str, plan: str | None) -> int:
    """The one unit that `name` means, as `show` finds it. RefusedError: none, or several; they are named."""
    from sciplan_tui.core.unit.name import one_unit
    from sciplan_tui.store.meant.naming import known_units

    chosen = view.plan(plan).plan_id if plan is not None else None
    return one_unit(name, known_units(view.connection, chosen), view.known.standing.heir_of).unit_id


def holds_duties(unit: UnitDetail, *, proposed: bool) -> bool:
    """Whether there is something to tell: a duty, or where that is wanted, one that is proposed."""
    return any(proposed or duty.origin is not Origin.PROPOSED for duty in unit.duties)


class DutyPapers:
    """Makes the sheets of several units; what their plans have in common is read once."""

    def __init__(self, view: View, *, proposed: bool = False) -> None:
        from sciplan_tui.workspace.export.books import data_state

        self._view = view
        self._proposed = proposed
        self._state = data_state(view)
        self._facts: dict[int, PlanFacts] = {}
        self._moves: dict[int, Moves] = {}

    def paper(self, unit_id: int) -> DutyPaper:
        """The sheet of one unit. RefusedError: it is gone."""
        from sciplan_tui.store.database.faults import told

        view = self._view
        unit = view.unit(unit_id)
        plan = unit.plan.plan_id
        with told(view.database):
            if plan not in self._facts:
                from sciplan_tui.store.paper.duty_paper import read_plan_facts

                self._facts[plan] = read_plan_facts(view.current, plan)
        since, moved = self._moved(plan, unit_id)
        return DutyPaper(
            unit, self._facts[plan], view.today, view.as_of, self._state, self._proposed, moved=moved, since=since
        )

    def _moved(self, plan: int, unit_id: int) -> tuple[str | None, Sheet | None]:
        """The day of the last sheet that went out before this day, and what moved since; both None: it is the first."""
        from sciplan_tui.workspace.paper.issued import last_issued
        from sciplan_tui.workspace.paper.moved import moves

        last = last_issued(self._view, KIND, plan, unit_id, before=self._view.today)
        if last is None:
            return None, None
        if last.entry_id not in self._moves:
            self._moves[last.entry_id] = moves(self._view, last.entry_id)
        return last.on_day, self._moves[last.entry_id].sheet(self._view, (plan,), unit_id)

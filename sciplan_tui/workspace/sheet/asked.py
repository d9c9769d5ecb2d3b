"""What a sheet is asked of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sciplan_tui.core.matrix import Frame, UnitColumn
from sciplan_tui.core.view.spec import ColumnOrder, ViewSpec
from sciplan_tui.workspace.view.viewing import View


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet is asked of: a view, its frame, and whether inherited and proposed assignments are wanted.

    `columns`: those that the sheet that was asked for is to have, in their order; none named: all. `printed`: the
    matrix and the tasks are to have what is printed only.
    """

    view: View
    frame: Frame
    inherited: bool
    proposed: bool = False
    columns: tuple[str, ...] = ()
    printed: bool = False

    @property
    def tasks(self) -> list[int]:
        """The rows that match; ancestors are context, and no part of a list."""
        return [row.task_id for row in self.frame.rows if row.matched != "context"]

    @property
    def plans(self) -> list[int]:
        """The plans on screen."""
        return [plan.plan_id for plan in self.frame.plans]

    @property
    def plans_found(self) -> list[int]:
        """The same, but none where the query matches nothing."""
        return self.plans if self.frame.rows or not self.frame.spec.query.strip() else []

    @property
    def units(self) -> tuple[UnitColumn, ...]:
        """The units on screen, and behind each plan's those that are only proposed."""
        from sciplan_tui.workspace.view.framing import with_proposed

        return with_proposed(self.view.kept, self.frame.units, self.frame.plans)

    @property
    def named_units(self) -> tuple[UnitColumn, ...]:
        """The units on screen without those that are only proposed, which it shows among empty columns."""
        if self.frame.spec.hide_empty:
            return self.frame.units
        left = {unit.unit_id for unit in self.view.kept.only_proposed}
        return tuple(unit for unit in self.frame.units if unit.unit_id not in left)

    @property
    def by_load(self) -> bool:
        """Whether units go by what they hold, and not in protocol order."""
        return self.frame.spec.columns is ColumnOrder.LOAD

    @property
    def whole_plans(self) -> set[int]:
        """The plans of which every row matches."""
        if not self.frame.spec.query.strip():
            return set(self.plans)
        rows = Counter(row.plan_id for row in self.view.frame(ViewSpec(self.frame.spec.plan)).rows)
        found = Counter(row.plan_id for row in self.frame.rows if row.matched != "context")
        return {plan for plan in found if found[plan] == rows[plan]}

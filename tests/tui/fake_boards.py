"""What the boards read of a fake desk: its rows as tasks, its marks, its milestones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sciplan_tui.core.milestone_board import BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.plan import COUNTED_KINDS, Role
from sciplan_tui.core.view_spec import ViewSpec

if TYPE_CHECKING:
    from tests.tui.fake_desk import FakeDesk, FakePlan


@dataclass
class FakeBoards:
    """The boards of a fake desk."""

    desk: FakeDesk

    def progress(self, spec: ViewSpec) -> Progress:
        plans = [plan for plan in self.desk.plans if spec.plan in (None, plan.head.key)]
        return Progress(
            spec,
            self.desk.today,
            tuple(plan.head for plan in plans),
            tuple(milestone for plan in plans for milestone in _milestones(plan)),
            tuple(task for plan in plans for task in self._tasks(plan, spec)),
            {mark.milestone_id: self._marks(plan, mark.milestone_id) for plan in plans for mark in plan.marks},
            {unit.unit_id: (unit.name, unit.short) for plan in plans for unit in plan.units},
        )

    def _tasks(self, plan: FakePlan, spec: ViewSpec) -> list[BoardTask]:
        return [
            BoardTask(
                row.task_id,
                ref.plan_id,
                row.path,
                row.title,
                tuple(
                    unit
                    for unit, cells in row.cells.items()
                    if any(c.role is Role.LEAD and c.origin == "printed" for c in cells)
                ),
            )
            for ref, row in plan.rows
            if row.kind in COUNTED_KINDS and spec.query in row.title
        ]

    def _marks(self, plan: FakePlan, milestone: int) -> dict[int, Mark]:
        cells = {row.task_id: self.desk.marked(row).marks.get(milestone) for _, row in plan.rows}
        return {task: Mark(cell.status, "2023-05-01", "已报") for task, cell in cells.items() if cell and cell.status}


def _milestones(plan: FakePlan) -> list[PlanMilestone]:
    kinds = {"midterm-2023": "midterm_review", "evaluation-2025": "final_evaluation"}
    dated = [
        PlanMilestone(m.milestone_id, m.plan_id, m.key, kinds.get(m.key, "phase"), m.label, m.end, True, 63)
        for m in plan.marks
    ]
    day = PlanMilestone(
        plan.head.plan_id * 1000 + 9, plan.head.plan_id, "event-1", "annual_event", "科普日", None, False
    )
    return [*dated, day]

"""What the boards read of a fake desk: its rows as tasks, its marks, its milestones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sciplan_tui.core.detail.task import Step
from sciplan_tui.core.journal import Entry
from sciplan_tui.core.matrix import Cell, MatrixRow
from sciplan_tui.core.plan import COUNTED_KINDS, Comparator, Origin, Role, Target
from sciplan_tui.core.progress.actions import Node
from sciplan_tui.core.progress.counting import Overview, overview
from sciplan_tui.core.progress.facts import BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.progress.figures import Aim
from sciplan_tui.core.unit.detail import DutyBelow, UnitChange, UnitDetail, UnitDuty, UnitFigure
from sciplan_tui.core.unit.record import PrintedName
from sciplan_tui.core.view.spec import ViewSpec
from tests.statements import leads_at, shares_of

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

    def overview(self, spec: ViewSpec) -> Overview:
        """Counted by the program itself; every task below 2.1 promises a figure, and so does part 2."""
        rows = [(plan, row) for plan in self.desk.plans for _, row in plan.rows]
        ids = {(plan.head.plan_id, row.path): row.task_id for plan, row in rows}
        nodes = {
            row.task_id: Node(
                row.task_id, plan.head.plan_id, ids.get((plan.head.plan_id, row.path.rpartition(".")[0])),
                ids.get((plan.head.plan_id, row.holder_path or "")), row.path, row.title, row.kind,
            )
            for plan, row in rows
        }  # fmt: skip
        held = {
            row.task_id: [(u, c.role) for u, cells in row.cells.items() for c in cells if c.origin == "printed"]
            for _, row in rows
            if row.holder_path == row.path
        }
        progress = self.progress(spec)
        plans = {head.plan_id for head in progress.plans}
        figures = [
            Aim(
                *(row.task_id, _aim(row, "2025" if "." in row.path else None)),
                leads=leads_at(held, nodes[row.task_id].holder_id),
            )
            for plan, row in rows
            if plan.head.plan_id in plans and (row.path == "2" or row.path.startswith("2.1."))
        ]
        return overview(progress, nodes, shares_of(held), figures)

    def unit(self, unit_id: int) -> UnitDetail:
        plan = next(plan for plan in self.desk.plans if any(one.unit_id == unit_id for one in plan.units))
        unit = next(one for one in plan.units if one.unit_id == unit_id)
        rows = [self.desk.marked(row) for _, row in plan.rows]
        duties = tuple(_duty(row, cell, plan, rows) for row in rows for cell in row.cells.get(unit_id, ()) if _own(row))
        figure = Target(
            "2.1.1", f"培训{unit.name}", Comparator.GE, 200, "人次", None, "annual", "2025", True, None, 18, None
        )  # type: ignore[arg-type]
        marked = Entry(4, "2023-05-04T10:00:00", "mark", _MARKED | {"plan": plan.head.title})
        return UnitDetail(
            unit_id, plan.head, unit.name, unit.short, unit.unit_class, unit.collective, (), duties,
            contact="李敏 5582", collectives=(unit.name + "们",), milestones=plan.marks,
            names=(PrintedName(unit.name, "2021-12-30"), PrintedName("旧" + unit.name, None, "2021-12-30")),
            figures=(UnitFigure(plan.rows[2][1].task_id, figure, rows[2].marks),) if duties else (),
            changes=(UnitChange(marked, ("2.1.1",)),),
        )  # fmt: skip

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
        told = ("2023-05-01", "已报", "三号柜")
        return {task: Mark(cell.status, *told) for task, cell in cells.items() if cell and cell.status}


def _aim(row: MatrixRow, deadline: str | None) -> Target:
    return Target(
        row.path,
        f"培训{row.title}",
        Comparator.GE,
        200,
        "人次",
        deadline=deadline,
        line=18,
        quote=f"培训{row.title}二百人次",
    )


_MARKED = {"tasks": 1, "milestone": "midterm-2023", "status": "done"}


def _own(row: MatrixRow) -> bool:
    return row.holder_path == row.path


def _duty(row: MatrixRow, cell: Cell, plan: FakePlan, rows: list[MatrixRow]) -> UnitDuty:
    below = tuple(
        DutyBelow(one.task_id, one.path, one.title, one.marks)
        for one in rows
        if one.holder_path == row.path != one.path
    )
    top = next(one for one in rows if one.path == row.path[0])
    return UnitDuty(
        row.task_id, row.path, row.title, cell.role, cell.origin, "", row.line, len(below),
        part=Step(top.task_id, top.path, top.number, top.title), marks=row.marks,
        below=below if cell.origin is Origin.PRINTED else (),
    )  # fmt: skip


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

"""A desk of many tasks and units."""

from __future__ import annotations

from sciplan_tui.core.matrix import Cell, MarkCell, MarkColumn, MatrixRow, PlanHead, RowRef, UnitColumn
from sciplan_tui.core.plan import Kind, Status
from tests.tui.fake_desk import FakeDesk, FakePlan, L, R, S


def big_desk(tasks: int, units: int) -> FakeDesk:
    """Many tasks and units, each task with some twelve roles."""
    columns = tuple(
        UnitColumn(i, 1, f"第{i}号单位", f"单位{i:03}", ("party", "government", "mass")[i * 3 // units], False)
        for i in range(units)
    )
    marks = (
        MarkColumn(1, 1, "midterm-2023", "中期", "2023-12-31"),
        MarkColumn(2, 1, "evaluation-2025", "评估", "2025-12-31"),
    )
    rows = [
        (
            RowRef(i, 1, i % 3, "printed"),
            MatrixRow(
                i, f"1.{i}", f"{i}.", f"第{i}项任务的标题写得不短也不长", Kind.TASK, i, False, f"1.{i}",
                {(i * 7 + k * 8) % units: (Cell((L, R, S)[k % 3], bool(i % 3)),) for k in range(12)},
                {1: MarkCell(list(Status)[i % 6]), 2: MarkCell(None)},
            ),
        )
        for i in range(tasks)
    ]  # fmt: skip
    return FakeDesk(plans=[FakePlan(PlanHead(1, "大-2021", "大方案", None, 2021, 2025, True), columns, marks, rows)])

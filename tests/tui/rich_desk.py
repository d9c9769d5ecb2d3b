"""A desk whose first plan shows all a matrix can: folds, collectives open and closed, rulings, proposals, lights."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sciplan_tui.core.matrix import Cell, Frame, MarkCell, MatrixRow, RoleCounts, UnitColumn
from sciplan_tui.core.plan import Origin, Role, Status
from sciplan_tui.core.view.spec import ViewSpec
from tests.tui.fake_desk import FakeDesk, FakePlan, FakeView, plan

EAST = UnitColumn(1020, 1, "东山县人民政府", "东山县", "collective", False, within=1013)
WEST = UnitColumn(1021, 1, "西河区人民政府", "西河区", "collective", False, within=1013)
TOWNS = UnitColumn(1022, 1, "各镇人民政府", "各镇", "collective", True, "+")
TOTALS = {
    1003: RoleCounts(5, 2, 0, 7),
    1010: RoleCounts(4, 1, 0, 5),
    1013: RoleCounts(0, 0, 4, 4),
    1002: RoleCounts(1, 130, 0, 131),
}
FOLDED, HIDDEN = 1005, (1006, 1007)
"""The action below which two tasks are hidden."""
THROUGH = Cell(Role.SUPPORT, inherited=True)


class RichView(FakeView):
    """A view of that plan."""

    def frame(self, spec: ViewSpec, totals: object = None) -> Frame:
        frame = super().frame(spec)
        rows = [row for row in frame.rows if row.task_id not in HIDDEN]
        parents = {1000: (7, False), 1001: (3, False), FOLDED: (2, True), 1008: (2, False)}
        folds = {task: {"parent": True, "below": below, "folded": folded} for task, (below, folded) in parents.items()}
        units = [unit._replace(fold="-") if unit.unit_id == 1013 else unit for unit in frame.units]
        return replace(
            frame,
            rows=tuple(row._replace(**folds.get(row.task_id, {})) for row in rows),
            units=(*units[:14], EAST, WEST, TOWNS, *units[14:]),
        )

    def window(self, frame: Frame, start: int, stop: int) -> tuple[MatrixRow, ...]:
        shown = {ref.task_id for ref in frame.rows[start:stop]}
        every = super().window(replace(frame, rows=super().frame(ViewSpec()).rows), 0, 99)
        return tuple(_rich(row) for row in every if row.task_id in shown)


def _rich(row: MatrixRow) -> MatrixRow:
    cells, marks = dict(row.cells), dict(row.marks)
    if 1013 in cells:
        cells |= {1020: (THROUGH,), 1021: (Cell(Role.RESPONSIBLE), THROUGH)}
    if row.path == "2.2":
        cells[1006] = (Cell(Role.LEAD, origin=Origin.RULED, ruled_by="云政办〔2024〕3号", ruled_on="2024-03-01"),)
        marks = {1001: MarkCell(Status.IN_PROGRESS, "near", "2023-11-30", "三县已报"), 1002: MarkCell(Status.BLOCKED)}
    if row.path == "3.2":
        marks = {1001: MarkCell(None, "near"), 1002: MarkCell(Status.ONGOING)}
    return row._replace(cells=cells, marks=marks)


@dataclass
class RichDesk(FakeDesk):
    """A desk of such views, with a second plan that is like any other."""

    plans: list[FakePlan] = field(default_factory=lambda: [plan(1), plan(2, "石桥县全民科学素质行动实施方案")])

    def open_view(self) -> RichView:  # type: ignore[override]
        return RichView(self)

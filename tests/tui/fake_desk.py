"""A desk without a database: plans made of the contract's own dataclasses, so that screens are tested by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import cast

from sciplan_tui.core.detail.task import HeldUnit, MilestoneMark, SourceLine, Step, TaskDetail
from sciplan_tui.core.journal import Entry
from sciplan_tui.core.matrix import (
    Cell,
    Counts,
    Frame,
    MarkCell,
    MarkColumn,
    MatrixRow,
    PlanHead,
    RoleCounts,
    RowRef,
    UnitColumn,
    ViewSpec,
)
from sciplan_tui.core.plan import COUNTED_KINDS, Comparator, Kind, Origin, Role, Status, Target
from sciplan_tui.core.query.syntax import parse
from sciplan_tui.errors import RefusedError
from sciplan_tui.tui.desk.desk import Desk, MarkForm
from sciplan_tui.tui.desk.review import EditionReview, FileRead
from sciplan_tui.workspace.edition.import_draft import ImportResult
from sciplan_tui.workspace.export.options import KeptOptions
from sciplan_tui.workspace.journal.news import News
from sciplan_tui.workspace.progress.marking import MarkResult
from sciplan_tui.workspace.view.remembering import Memory
from tests.tui.fake_boards import FakeBoards
from tests.tui.fake_doubts import FakeDoubts
from tests.tui.fake_edits import FakeEdits
from tests.tui.fake_finding import FakeFrames
from tests.tui.fake_history import FakeHistory
from tests.tui.fake_out import COUNTS, FakeOut
from tests.tui.fake_review import EDITED, FakeReview
from tests.tui.fake_units import FakeUnitDesk
from tests.tui.fake_views import FakeViews

TODAY = date(2023, 5, 4)
L, R, S = Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT

UNITS = (
    ("市委宣传部", "宣传部", "party"),
    ("市委组织部", "组织部", "party"),
    ("市科技局", "科技局", "government"),
    ("市教育局", "教育局", "government"),
    ("市人力资源社会保障局", "人社局", "government"),
    ("市文化旅游广电体育局", "文旅广体局", "government"),
    ("市农业农村局", "农业农村局", "government"),
    ("市生态环境局", "生态环境局", "vertical"),
    ("市气象局", "气象局", "vertical"),
    ("市大数据和产业创新发展中心", "大数据产业创新中心", "institution"),
    ("市科协", "科协", "mass"),
    ("团市委", "团委", "mass"),
    ("市妇联", "妇联", "mass"),
    ("各县市区人民政府", "各县区", "collective"),
)
OUTLINE = (
    ("2", "二", "实施“五大提升行动”", Kind.PART, 0),
    ("2.1", "（一）", "青少年科学素质提升行动", Kind.ACTION, 1),
    ("2.1.1", "1.", "弘扬科学精神", Kind.TASK, 2),
    ("2.1.2", "2.", "提升基础教育阶段科学教育水平", Kind.TASK, 2),
    ("2.1.3", "3.", "建立校内外科学教育资源有效衔接机制并持续完善长效工作制度", Kind.TASK, 2),
    ("2.2", "（二）", "农民科学素质提升行动", Kind.ACTION, 1),
    ("2.2.1", "1.", "树立相信科学、和谐理性的思想观念", Kind.TASK, 2),
    ("2.2.2", "2.", "实施高素质农民培育计划", Kind.TASK, 2),
    ("3", "三", "落实“四大工程”", Kind.PART, 0),
    ("3.1", "（一）", "科技资源科普化工程", Kind.PROJECT, 1),
    ("3.2", "（二）", "科普信息化提升工程", Kind.PROJECT, 1),
)
HELD = {
    "2.1": {3: L, 11: L, 10: L, 0: R, 2: R, 4: R, 5: R, 12: R, 13: S},
    "2.2": {6: L, 0: R, 2: R, 7: R, 8: R, 12: R},
    "3.1": {2: R, 10: R, 9: R},
}


MARKED = {"plan": "云溪市-2021", "tasks": 1, "milestone": "midterm-2023", "status": "done"}


@dataclass
class FakePlan:
    """One plan, its rows ready made."""

    head: PlanHead
    units: tuple[UnitColumn, ...]
    marks: tuple[MarkColumn, ...]
    rows: list[tuple[RowRef, MatrixRow]]


def plan(
    number: int = 1, title: str = "云溪市全民科学素质行动实施方案", named: bool = True, payload: str = ""
) -> FakePlan:
    """A plan in our own words, ids from `number * 1000`; `payload` is put into every text."""
    base = number * 1000
    units = tuple(
        UnitColumn(base + i, number, name + payload, payload[:2] + short, kind, kind == "collective")
        for i, (name, short, kind) in enumerate(UNITS if named else ())
    )
    marks = (
        MarkColumn(base + 1, number, "midterm-2023", f"2023年中期督查{payload}", "2023-12-31"),
        MarkColumn(base + 2, number, "evaluation-2025", f"2025年总结评估{payload}", "2025-12-31"),
    )
    head = PlanHead(number, f"云溪市{number}-2021", title + payload, "云溪市", 2021, 2025, named)
    rows = [
        _row(base + i, number, *node, marks=marks if named else (), named=named, payload=payload)
        for i, node in enumerate(OUTLINE)
    ]
    return FakePlan(head, units, marks if named else (), rows)


def _row(
    task_id: int,
    number: int,
    path: str,
    printed: str,
    title: str,
    kind: Kind,
    depth: int,
    *,
    marks: Sequence[MarkColumn],
    named: bool,
    payload: str,
) -> tuple[RowRef, MatrixRow]:
    holder = next((p for p in (path, path.rpartition(".")[0]) if p in HELD), None) if named else None
    base = number * 1000
    cells = {base + u: (Cell(role, holder != path),) for u, role in HELD.get(holder or "", {}).items()}
    if path == "3.1" and named:
        cells[base + 2] = (*cells[base + 2], Cell(L, False, Origin.PROPOSED))
        cells[base + 3] = (Cell(L, False, Origin.PROPOSED),)
    states = {mark.milestone_id: MarkCell(None) for mark in marks} if kind in COUNTED_KINDS else {}
    if path == "2.1.1" and marks:
        states[marks[0].milestone_id] = MarkCell(Status.DONE)
        states[marks[1].milestone_id] = MarkCell(Status.IN_PROGRESS, "late")
    row = MatrixRow(
        task_id, path, printed, title + payload, kind, 10 + task_id % 100, path == "2.1", holder, cells, states
    )
    return RowRef(task_id, number, depth, "printed"), row


@dataclass
class FakeView:
    """What `workspace.view.viewing.View` offers, over plans in memory."""

    desk: FakeDesk
    closed: bool = False

    def version(self) -> int:
        return self.desk.changes

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True

    def match(self, spec: ViewSpec) -> None: ...

    def frame(self, spec: ViewSpec, totals: object = None) -> Frame:
        if spec.query.startswith("bad:"):
            parse(spec.query)
        plans = [p for p in self.desk.plans if spec.plan in (None, p.head.key)]
        every = [(p, ref, row) for p in plans for ref, row in p.rows]
        kept = [(p, ref, row) for p, ref, row in every if spec.query in row.title and ref.task_id not in self.desk.gone]
        units = tuple(unit for p in plans for unit in p.units)
        counted = sum(row.kind in COUNTED_KINDS for _, _, row in kept)
        whole = sum(row.kind in COUNTED_KINDS for _, _, row in every)
        heads = tuple(p.head for p in plans if not spec.query or any(k[0] is p for k in kept))
        marks = tuple(mark for p in plans for mark in p.marks)
        counts = Counts(counted, counted, len(units), whole, len(units))
        return Frame(spec, heads, tuple(ref for _, ref, _ in kept), units, marks, counts)

    @property
    def state(self) -> int:
        return self.desk.changes

    def read_duties(self) -> Iterator[None]:
        return iter(())

    read_ahead = read_duties

    def plans(self) -> tuple[PlanHead, ...]:
        return tuple(p.head for p in self.desk.plans)

    def totals(self, frame: Frame) -> dict[int, RoleCounts]:
        return {}

    def window(self, frame: Frame, start: int, stop: int) -> tuple[MatrixRow, ...]:
        self.desk.windows.append((start, stop))
        rows = {ref.task_id: row for p in self.desk.plans for ref, row in p.rows}
        return tuple(self.desk.marked(rows[ref.task_id]) for ref in frame.rows[start:stop])

    def task(self, task_id: int) -> TaskDetail:
        found = [(p, row) for p in self.desk.plans for ref, row in p.rows if ref.task_id == task_id]
        if not found:
            raise RefusedError("no_task", ref=str(task_id))
        return _detail(*found[0])


def _detail(p: FakePlan, row: MatrixRow) -> TaskDetail:
    names = {unit.unit_id: unit.name for unit in p.units}
    held = tuple(
        HeldUnit(
            unit,
            names[unit],
            names[unit].lstrip("市"),
            cell.role,
            order,
            cell.origin,
            row.holder_path,
            None,
            19,
            None,
            assignment_id=row.task_id * 100 + order,
        )
        for order, (unit, cells) in enumerate(row.cells.items(), 1)
        for cell in cells
    )
    target = Target(
        row.path, f"培训{row.title}", Comparator.GE, 200, "人次", None, "annual", "2025", True, None, 18, None
    )
    text = f"（牵头单位：教育局、科协）{row.title}"
    return TaskDetail(
        row.task_id, p.head, row.path, row.number, row.title, row.kind, text, row.line, row.line, True, True,
        "2025-12-31",        row.holder_path, (Step(1, "2", "二", f"实施{row.title}"),), held, (target,),
        tuple(MilestoneMark(mark, MarkCell(Status.DONE, "late"), "2023-10-31", row.title) for mark in p.marks),
        (),
        (SourceLine(18, text), SourceLine(19, text, ((0, 8),))), 2, (),
    )  # fmt: skip


@dataclass
class FakeDesk(Desk):
    """Answers like a desk, and remembers what it was asked."""

    plans: list[FakePlan] = field(default_factory=lambda: [plan()])
    gone: set[int] = field(default_factory=set)
    changes: int = 1
    windows: list[tuple[int, int]] = field(default_factory=list)
    asked: list[object] = field(default_factory=list)
    marks: dict[tuple[int, str], Status] = field(default_factory=dict)
    first_plan: str | None = None
    problems: FakeDoubts | None = None
    past: FakeHistory | None = None
    as_of: date | None = None
    memory: Memory | None = None
    review: FakeReview | None = None
    outside: list[Entry] = field(default_factory=list)
    """What another program has written."""
    kept_options: KeptOptions = field(default_factory=KeptOptions)
    database: Path = Path("/nowhere/sciplan.db")
    today: date = TODAY

    def open_view(self) -> FakeView:  # type: ignore[override]
        return FakeView(self)

    def marked(self, row: MatrixRow) -> MatrixRow:
        keys = {mark.milestone_id: mark.key for p in self.plans for mark in p.marks}
        states = {
            m: replace(cell, status=self.marks.get((row.task_id, keys[m]), cell.status))
            for m, cell in row.marks.items()
        }
        return row._replace(marks=states)

    def close(self) -> None:
        self.asked.append("close")

    def demo(self) -> FakeDesk:
        return FakeDesk()

    def matching(self, spec: ViewSpec, with_inherited: bool) -> frozenset[int]:
        return frozenset(ref.task_id for ref in self.open_view().frame(spec).rows)

    def mark(self, form: MarkForm) -> MarkResult:
        self.asked.append(form)
        self.marks |= {(task, form.milestone): form.status for task in form.tasks}
        self.changes += 1
        return MarkResult(2, len(form.tasks), 0, (form.milestone,))

    def add_milestone(self, plan: str, kind: str, date: str, label: str | None) -> str:
        self.asked.append((plan, kind, date, label))
        return label or f"{date} {kind}"

    def undo(self) -> Entry:
        if not self.marks:
            raise RefusedError("nothing_to_undo")
        self.marks.clear()
        self.changes += 1
        return Entry(7, "2023-05-04T10:00:00+08:00", "mark", MARKED)

    def redo(self) -> Entry:
        return Entry(7, "2023-05-04T10:00:00+08:00", "mark", MARKED)

    def journal(self) -> FakeHistory:  # type: ignore[override]
        self.past = self.past or FakeHistory(self.plans[0].head.title if self.plans else "")
        return self.past

    def news(self, after: int | None) -> News:
        new = tuple(entry for entry in self.outside if after is not None and entry.id > after)
        return News(max([3, *(entry.id for entry in self.outside)]), "2023-05-04T10:02:00+08:00", new)

    def out(self) -> FakeOut:  # type: ignore[override]
        return FakeOut(self)

    def import_file(self, file: Path) -> FileRead:
        self.plans = self.plans or [plan()]
        head = self.plans[0].head
        result = ImportResult("edition" if self.review else "new", head.key, head.title, None, COUNTS, EDITED, 2)
        return (
            FileRead(result, cast("EditionReview", self.review), self.review.read())
            if self.review
            else FileRead(result)
        )

    def doubts(self, plan: str | None) -> FakeDoubts:  # type: ignore[override]
        self.problems = self.problems or FakeDoubts(self.task)
        self.problems.plan = plan
        return self.problems

    @property
    def frames(self) -> FakeFrames:
        self._frames = self._frames or FakeFrames(self.open_view)  # type: ignore[arg-type]
        return cast(FakeFrames, self._frames)

    def edits(self) -> FakeEdits:
        return FakeEdits(self.database, self.today, self)

    def views(self) -> FakeViews:  # type: ignore[override]
        self.memory = self.memory or Memory()
        return FakeViews(self, self.memory)

    def units(self, plan: str | None) -> FakeUnitDesk:  # type: ignore[override]
        return FakeUnitDesk(plan)

    def boards(self) -> FakeBoards:  # type: ignore[override]
        return FakeBoards(self)

    def pending(self, plan: str) -> FakeReview:
        return replace(self.review or FakeReview(), pending=True)

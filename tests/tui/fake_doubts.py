"""Problems without a database, and corrections that are only remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from sciplan_tui.core.detail.doubt import Doubt, DoubtReading, Proposed
from sciplan_tui.core.detail.task import SourceLine, TaskDetail
from sciplan_tui.core.journal import Entry, Gesture
from sciplan_tui.core.plan import Kind, Problem, Role
from sciplan_tui.core.unit.name import KnownUnit, UnitBook
from sciplan_tui.errors import RefusedError

DOUBTS = (
    Doubt(1, "云溪市1-2021", Problem("traditional", 1)),
    Doubt(2, "云溪市1-2021", Problem("no_review")),
    Doubt(3, "云溪市1-2021", Problem("number_order", 12, (("number", "3."), ("expected", "2"))), task_id=1003),
    Doubt(4, "云溪市1-2021", Problem("number_order", 14, (("number", "5."), ("expected", "4"))), task_id=1004),
)
CORRECTED = {"plan": "云溪市1-2021", "path": "2.1.1", "title": "某事"}


@dataclass
class FakeDoubts:
    """What `tui.desk.doubts.DoubtDesk` offers; `done` keeps what was asked for."""

    task: Callable[[int], TaskDetail]
    known: list[Doubt] = field(default_factory=lambda: list(DOUBTS))
    proposals: tuple[Proposed, ...] = ()
    done: list[tuple[Any, ...]] = field(default_factory=list)
    plan: str | None = None
    payload: str = ""
    database: Path = Path("/nowhere/sciplan.db")
    today: date = date(2023, 5, 4)

    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(self.known)

    def reading(self, problem_id: int) -> DoubtReading:
        doubt = next((one for one in self.known if one.problem_id == problem_id), None)
        if doubt is None:
            raise RefusedError("problem_gone", count=1)
        line = doubt.problem.line
        lines = (
            ()
            if line is None
            else tuple(SourceLine(n, f"原文第{n}行{self.payload}") for n in (line - 1, line, line + 1))
        )
        task = self.task(doubt.task_id) if doubt.task_id else None
        return DoubtReading(doubt, lines, task, self.proposals)

    def unit_book(self, plan_key: str) -> UnitBook:
        called = (("市科协", "科协", "kx"), ("市教育局", "教育局", "jyj"), ("市教育考试院", "考试院", "jyksy"))
        units = (
            KnownUnit(number, 1, plan_key, name, short, f"{name}\n{short}\n{initials}")
            for number, (name, short, initials) in enumerate(called, start=1)
        )
        return UnitBook(tuple(units))

    def _did(self, *asked: Any) -> Gesture:
        self.done.append(asked)
        return Gesture(9, "correct", {"what": "title", "old": "甲", "new": "乙", **CORRECTED})

    def title(self, task_id: int, title: str) -> Gesture:
        return self._did("title", task_id, title)

    def kind(self, task_id: int, kind: Kind) -> Gesture:
        return self._did("kind", task_id, kind)

    def level(self, task_id: int, by: int) -> Gesture:
        if by > 0:
            raise RefusedError("level_first", path="2.1.1", title="某事")
        return self._did("level", task_id, by)

    def unit(self, assignment_id: int, name: str) -> Gesture:
        return self._did("unit", assignment_id, name)

    def role(self, assignment_id: int, role: Role) -> Gesture:
        return self._did("role", assignment_id, role)

    def add(self, task_id: int, name: str, role: Role) -> Gesture:
        return self._did("add", task_id, name, role)

    def drop(self, assignment_id: int) -> Gesture:
        return self._did("drop", assignment_id)

    def rule(self, plan_key: str, path: str, ruling: Mapping[str, str]) -> Gesture:
        return self._did("rule", plan_key, path, dict(ruling))

    def accept(self, assignment_ids: Sequence[int], by: str | None, on: str | None) -> Gesture:
        self.proposals = tuple(one for one in self.proposals if one.assignment_id not in assignment_ids)
        return self._did("accept", tuple(assignment_ids), by, on)

    def undo(self) -> Entry:
        raise RefusedError("nothing_to_undo")

    def settle(self, problem_ids: Sequence[int], note: str | None) -> Gesture:
        self._set(problem_ids, "2023-05-04", note)
        return self._did("settle", tuple(problem_ids), note)

    def unsettle(self, problem_ids: Sequence[int]) -> Gesture:
        self._set(problem_ids, None, None)
        return self._did("unsettle", tuple(problem_ids))

    def _set(self, problem_ids: Sequence[int], on: str | None, note: str | None) -> None:
        self.known = [
            replace(one, settled=on is not None, settled_on=on, settled_note=note)
            if one.problem_id in problem_ids
            else one
            for one in self.known
        ]

"""What may be edited by hand, without a database: what was written is only remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sciplan_tui.core.detail.editable import Editable, EditableMilestone
from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import MilestoneKind
from sciplan_tui.tui.desk.edits import EditDesk, Given
from tests.tui.fake_doubts import CORRECTED

if TYPE_CHECKING:
    from tests.tui.fake_desk import FakeDesk

KINDS = {"midterm-2023": MilestoneKind.MIDTERM_REVIEW, "evaluation-2025": MilestoneKind.FINAL_EVALUATION}


@dataclass(frozen=True, slots=True)
class FakeEdits(EditDesk):
    """What `tui.desk.edits.EditDesk` offers, but for what no test asks for."""

    desk: FakeDesk

    def editable(self, task_id: int) -> Editable:
        task = self.desk.task(task_id)
        said: dict[str, str | None] = {"title": task.plan.title, "region": task.plan.region, "period": "2021-2025"}
        said |= dict.fromkeys(("document_number", "issuer", "issued_on"))
        milestones = tuple(self.milestone(task.plan.key, one.milestone.key) for one in task.marks)
        return Editable(task, tuple(enumerate(task.targets, 1)), milestones, said, False, {}, {1: 2})

    def milestone(self, plan: str, key: str) -> EditableMilestone:
        column = next(mark for p in self.desk.plans if p.head.key == plan for mark in p.marks if mark.key == key)
        return EditableMilestone(plan, key, column.label, KINDS[key], column.end or "", True, 3)

    def set_target(self, target_id: int, given: Given) -> Gesture:
        self.desk.asked.append((target_id, given))
        return Gesture(9, "correct", {"what": "title", "old": "甲", "new": "乙", **CORRECTED})

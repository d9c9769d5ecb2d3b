"""The milestone that comes with a plan whose tasks print deadlines of their own: there each is due on its own day.

No document says it, so that it stands apart from what an edition says, and is no part of a plan that is exported. A
person may drop it: it comes with the first edition that prints deadlines, and not again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from sciplan_tui.core.kinds import COUNTED_KINDS, MilestoneKind, Origin
from sciplan_tui.core.progress.milestone_key import milestone_key
from sciplan_tui.core.progress.status import due_day
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.journal import Change, Row
    from sciplan_tui.core.plan import ParsedPlan


def deadline_milestone(
    plan: ParsedPlan,
    before: ParsedPlan | None,
    plan_id: int,
    milestones: Iterable[Row],
    next_id: Callable[[str], int],
) -> Iterator[Change]:
    """Its change, where this edition prints deadlines and the one before did not. `milestones`: those stored."""
    from sciplan_tui.core.journal import Change

    key, kind = milestone_key(MilestoneKind.DEADLINE, ""), MilestoneKind.DEADLINE
    keys = {row["key"] for row in milestones} | {one.key for one in plan.milestones}
    if key in keys or not _prints_deadlines(plan) or (before is not None and _prints_deadlines(before)):
        return
    row = {
        "plan_id": plan_id,
        "task_id": None,
        "position": len(keys) + 1,
        "key": key,
        "kind": str(kind),
        "label": say(f"word.milestone.{kind}"),
        "line": None,
        "origin": str(Origin.PRINTED),
        "start_on": None,
        "end_on": None,
        "precision": None,
    }
    yield Change("milestone", next_id("milestone"), None, row)


def with_its_own(plan: ParsedPlan) -> int:
    """How many milestones a first edition brings: those it names, and the one of its own deadlines."""
    own = milestone_key(MilestoneKind.DEADLINE, "")
    return len({one.key for one in plan.milestones} | ({own} if _prints_deadlines(plan) else set()))


def _prints_deadlines(plan: ParsedPlan) -> bool:
    """Whether a task of it names a day, and not only words (长期坚持)."""
    return any(due_day(task.deadline) for task in plan.tasks if task.deadline and task.kind in COUNTED_KINDS)

"""Doubts about the milestones: no review at all, or a phase that had begun before the plan was issued."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.plan import COUNTED_KINDS, MilestoneKind, ParsedPlan, Problem

_REVIEWS = {"midterm": MilestoneKind.MIDTERM_REVIEW, "evaluation": MilestoneKind.FINAL_EVALUATION}


def check_reviews(plan: ParsedPlan) -> Iterator[Problem]:
    """Which reviews no date is printed for, and phases that lie before the date of issue."""
    dated = {milestone.kind for milestone in plan.milestones if milestone.end}
    missing = [name for name, kind in _REVIEWS.items() if kind not in dated]
    if missing and any(task.kind in COUNTED_KINDS for task in plan.tasks):
        yield Problem("no_review" if len(missing) == len(_REVIEWS) else f"no_{missing[0]}")
    yield from _early_phases(plan)


def _early_phases(plan: ParsedPlan) -> Iterator[Problem]:
    issued = plan.issued_on
    for milestone in plan.milestones:
        begun = milestone.start is not None and issued is not None and milestone.start < issued
        if begun and milestone.kind is MilestoneKind.PHASE and milestone.precision is not None:
            late = milestone.precision != "year" or str(issued)[5:7] >= "07"
            if late:
                details = (("label", milestone.label), ("start", str(milestone.start)), ("issued", str(issued)))
                yield Problem("phase_before_issue", milestone.line, details)
                return

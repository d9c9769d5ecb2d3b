"""The parsed plan's parts as rows of the database, without their numbers."""

from __future__ import annotations

from typing import Any

from sciplan_tui.core.plan import Assignment, Milestone, ParsedPlan, Proposal, Target, Task
from sciplan_tui.core.whole_number import whole

Columns = dict[str, Any]


def plan_row(plan: ParsedPlan) -> Columns:
    """What the plan says about itself; its key is added where it is new."""
    return {
        "title": plan.title,
        "region": plan.region,
        "issuer": plan.issuer,
        "document_number": plan.document_number,
        "issued_on": plan.issued_on,
        "period_start": plan.period_start,
        "period_end": plan.period_end,
    }


def task_content(task: Task) -> Columns:
    """What a task says: a change of it is told."""
    return {
        "title": task.title,
        "kind": str(task.kind),
        "open_list": int(task.open_list),
        "deadline": task.deadline,
        "text": task.text,
    }


def assignment_place(assignment: Assignment) -> Columns:
    """Where and how an assignment is printed: it follows the edition without being told."""
    return {
        "printed": assignment.printed,
        "position": assignment.order,
        "line": assignment.line,
        "quote": assignment.quote,
    }


def proposal_place(proposal: Proposal) -> Columns:
    """The same of a proposal, with its reason."""
    return {"reason": proposal.reason, "line": proposal.line, "quote": proposal.quote}


def target_content(target: Target) -> Columns:
    """The figure itself."""
    return {
        "comparator": str(target.comparator),
        "value": target.value,
        "value_max": target.value_max,
        "frequency": str(target.frequency) if target.frequency else None,
        "deadline": target.deadline,
        "aspirational": int(target.aspirational),
        "region": target.region,
    }


def milestone_content(milestone: Milestone) -> Columns:
    """The review or event itself."""
    return {
        "kind": str(milestone.kind),
        "label": milestone.label,
        "start_on": milestone.start,
        "end_on": milestone.end,
        "precision": milestone.precision,
    }


def figure(target: Columns) -> str:
    """A figure in short, language-neutral: `>=200人次`, `80~90%/annual`, with its deadline."""
    value = str(whole(target["value"]))
    if target["value_max"] is not None:
        value += f"~{whole(target['value_max'])}"
    comparator = "" if target["comparator"] in ("=", "range") else target["comparator"]
    tail = "".join(f" {target[name]}" for name in ("frequency", "deadline", "region") if target[name])
    return f"{comparator}{value}{target['unit']}{tail}"

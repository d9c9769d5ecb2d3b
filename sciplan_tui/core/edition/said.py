"""What an edition said, kept as JSON: the base against which the next edition is compared.

It is the object of `sciplan-plan/1` with each task's own wording besides.
"""

from __future__ import annotations

import json
from dataclasses import replace

from sciplan_tui.core.interchange.plan_object import from_object, to_object
from sciplan_tui.core.plan import ParsedPlan, Source


def said(plan: ParsedPlan) -> str:
    """The plan as JSON text."""
    told = to_object(plan, lambda problem: problem.code)
    for entry, task in zip(told["tasks"], plan.tasks, strict=True):
        entry["text"] = task.text
    return json.dumps(told, ensure_ascii=False, check_circular=False, separators=(",", ":"))


def plan_said(text: str) -> ParsedPlan:
    """The plan again. Its problems are left out: they are of the reading, not of the plan."""
    told = json.loads(text)
    given = told["source"]
    source = Source(given["name"], given["sha256"], given["format"], given["encoding"])
    return replace(from_object(told, source), problems=())


def same_reading(text: str, plan: ParsedPlan) -> bool:
    """Whether an edition said all that is read now, problems among it; the file's name aside."""
    before, now = json.loads(text), json.loads(said(plan))
    return {**before, "source": None} == {**now, "source": None}

"""A plan as the object `sciplan-plan/1`: what `check --json` prints, `export plan` writes and import takes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sciplan_tui.core.interchange import facts
from sciplan_tui.core.interchange.fields import Fields
from sciplan_tui.core.interchange.records import from_records as from_records
from sciplan_tui.core.interchange.records import to_records as to_records
from sciplan_tui.core.plan import (
    Assignment,
    Milestone,
    ParsedPlan,
    Place,
    Problem,
    Proposal,
    Source,
    Target,
    Task,
    UnitCount,
)
from sciplan_tui.core.whole_number import whole
from sciplan_tui.errors import ReadingError

Places = Callable[[int | None], Mapping[str, int]]

SCHEMA = "sciplan-plan/1"


def to_object(plan: ParsedPlan, message: Callable[[Problem], str]) -> dict[str, Any]:
    """The contract's object: its keys, in its order, missing facts null. `message` makes a Problem's sentence."""
    source = plan.source
    place = _places(plan)
    return {
        "schema": SCHEMA,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "format": source.format,
            "encoding": source.encoding,
        },
        "title": plan.title,
        "document_number": plan.document_number,
        "issuer": plan.issuer,
        "region": plan.region,
        "issued_on": plan.issued_on,
        "period": {"start": plan.period_start, "end": plan.period_end},
        "tasks": [_task(task, place) for task in plan.tasks],
        "targets": [_target(target, place) for target in plan.targets],
        "milestones": [_milestone(milestone, place) for milestone in plan.milestones],
        "units": [_unit(unit) for unit in plan.units],
        "problems": [{"code": p.code, "line": p.line, **place(p.line), "message": message(p)} for p in plan.problems],
    }


def _places(plan: ParsedPlan) -> Places:
    """Where a line stands: its page, table and row, each only where the file tells it."""
    found = {line: _known(place) for line, place in plan.places.items()}
    return lambda line: found.get(line, {}) if line is not None else {}


def _known(place: Place) -> dict[str, int]:
    named = (("page", place.page), ("table", place.table), ("row", place.row))
    return {name: number for name, number in named if number is not None}


def _task(task: Task, place: Places) -> dict[str, Any]:
    return {
        "path": task.path,
        "parent": task.parent,
        "number": task.number,
        "title": task.title,
        "kind": str(task.kind),
        "line": task.line,
        **place(task.line),
        "inferred": task.inferred,
        "assignments": [_assignment(assignment, place) for assignment in task.assignments],
        "proposals": [_proposal(proposal, place) for proposal in task.proposals],
        "open_list": task.open_list,
        "deadline": task.deadline,
    }


def _assignment(assignment: Assignment, place: Places) -> dict[str, Any]:
    return {
        "unit": assignment.unit,
        "printed": assignment.printed,
        "role": str(assignment.role),
        "order": assignment.order,
        "origin": str(assignment.origin),
        "line": assignment.line,
        **place(assignment.line),
        "quote": assignment.quote,
    }


def _proposal(proposal: Proposal, place: Places) -> dict[str, Any]:
    return {
        "unit": proposal.unit,
        "role": str(proposal.role),
        "reason": proposal.reason,
        "line": proposal.line,
        **place(proposal.line),
        "quote": proposal.quote,
    }


def _target(target: Target, place: Places) -> dict[str, Any]:
    return {
        "path": target.path,
        "indicator": target.indicator,
        "comparator": str(target.comparator),
        "value": whole(target.value),
        "value_max": whole(target.value_max),
        "unit": target.unit,
        "frequency": str(target.frequency) if target.frequency else None,
        "deadline": target.deadline,
        "aspirational": target.aspirational,
        "region": target.region,
        "line": target.line,
        **place(target.line),
        "quote": target.quote,
    }


def _milestone(milestone: Milestone, place: Places) -> dict[str, Any]:
    return {
        "key": milestone.key,
        "path": milestone.path,
        "kind": str(milestone.kind),
        "label": milestone.label,
        "start": milestone.start,
        "end": milestone.end,
        "precision": milestone.precision,
        "line": milestone.line,
        **place(milestone.line),
    }


def _unit(unit: UnitCount) -> dict[str, Any]:
    return {
        "name": unit.name,
        "collective": unit.collective,
        "lead": unit.lead,
        "responsible": unit.responsible,
        "support": unit.support,
    }


def from_object(obj: Mapping[str, Any], source: Source) -> ParsedPlan:
    """The plan that an object tells; keys that are not of the contract are left aside.

    Problems come back as `noted`, with the sentence they were printed with.
    Raises ReadingError: another schema, a field missing or of a wrong kind, a path twice or unknown.
    """
    fields = Fields(obj)
    if not (schema := fields.values.get("schema")):
        raise ReadingError("no_schema", wanted=SCHEMA)
    if schema != SCHEMA:
        raise ReadingError("other_schema", schema=str(schema)[:60], wanted=SCHEMA)
    period = Fields(fields.values.get("period") or {}, "period")
    tasks = tuple(_read_task(entry) for entry in fields.entries("tasks"))
    targets = facts.in_order(tasks, (facts.target(entry) for entry in fields.entries("targets")))
    milestones = tuple(facts.milestone(entry) for entry in fields.entries("milestones"))
    facts.hold_together(tasks, targets, milestones)
    return ParsedPlan(
        source=source,
        title=fields.name("title"),
        document_number=fields.text_or_none("document_number"),
        issuer=fields.text_or_none("issuer"),
        region=fields.text_or_none("region"),
        issued_on=fields.date_or_none("issued_on"),
        period_start=period.integer_or_none("start"),
        period_end=period.integer_or_none("end"),
        tasks=tasks,
        targets=targets,
        milestones=milestones,
        units=tuple(_read_unit(entry) for entry in fields.entries("units")),
        problems=tuple(_read_problem(entry) for entry in fields.entries("problems")),
    )


def _read_task(fields: Fields) -> Task:
    assignments = [facts.assignment(entry, i) for i, entry in enumerate(fields.entries("assignments"), start=1)]
    return facts.task(fields, assignments, [facts.proposal(entry) for entry in fields.entries("proposals")])


def _read_unit(fields: Fields) -> UnitCount:
    return UnitCount(
        name=fields.name("name"),
        collective=fields.flag("collective"),
        lead=fields.integer_or_none("lead") or 0,
        responsible=fields.integer_or_none("responsible") or 0,
        support=fields.integer_or_none("support") or 0,
    )


def _read_problem(fields: Fields) -> Problem:
    return Problem("noted", fields.integer_or_none("line"), (("message", fields.text("message")),))

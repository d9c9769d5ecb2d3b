"""Which problems a gesture answers: what they ask for is there once its changes are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sciplan_tui.core.detail.doubt import Doubt
from sciplan_tui.core.journal import Change, Row
from sciplan_tui.core.plan import MilestoneKind, Origin, Role

_FACTS = {
    "no_number": "document_number",
    "no_issuer": "issuer",
    "no_date": "issued_on",
    "no_region": "region",
    "no_period": "period_start",
    "title_of_file": "title",
}
"""What a plan does not say of itself, and the column that says it."""
_MIDTERM, _FINAL = str(MilestoneKind.MIDTERM_REVIEW), str(MilestoneKind.FINAL_EVALUATION)
_REVIEWS = {"no_review": (_MIDTERM, _FINAL), "no_midterm": (_MIDTERM,), "no_evaluation": (_FINAL,)}
_TITLED = ("inferred_heading", "row_title_missing", "annex_title_differs")
"""Answered by another title of their task."""
_HELD = ("two_roles", "units_missing", "unit_unreadable")
_MEMBERS = "collectives"
CODES = frozenset((*_FACTS, *_REVIEWS, *_TITLED, *_HELD, _MEMBERS))
"""The problems of which it can be told that they are answered."""


@dataclass(frozen=True, slots=True)
class Made:
    """A change with the row as it is then; of one that is removed, as it was. `here`: of an assignment, those of its
    task then; of a member, the collective units of the plan that have none then."""

    change: Change
    row: Row
    here: Sequence[Row] = ()


def answered(doubt: Doubt, made: Iterable[Made]) -> bool:
    """Whether one of these changes answers the problem."""
    return any(_answers(doubt, one) for one in made)


def _answers(doubt: Doubt, made: Made) -> bool:
    code, new = doubt.problem.code, made.change.new
    if made.change.table == "plan" and code in _FACTS and new:
        return bool(new.get(_FACTS[code]))
    if made.change.table == "milestone" and code in _REVIEWS and new:
        return made.row["kind"] in _REVIEWS[code] and bool(made.row["end_on"])
    if made.change.table == "task" and code in _TITLED and new:
        return made.change.id == doubt.task_id and "title" in new
    if made.change.table == "assignment" and code in _HELD:
        return made.row["task_id"] == doubt.task_id and _held(doubt, made)
    if made.change.table == "membership" and code == _MEMBERS:
        return made.change.old is None and not made.here
    return False


def _held(doubt: Doubt, made: Made) -> bool:
    told = dict(doubt.problem.details).get("text", "")
    if doubt.problem.code == "units_missing":
        return made.change.old is None and ("牵头" in told) == (made.row["role"] == Role.LEAD)
    if doubt.problem.code == "unit_unreadable":
        return made.row["printed"] == told and (made.change.new is None or "unit_id" in made.change.new)
    return not _twice(made.here)


def _twice(held: Iterable[Mapping[str, object]]) -> bool:
    """Whether a unit holds two roles."""
    roles = {(row["unit_id"], row["role"]) for row in held if row["origin"] != Origin.PROPOSED}
    return any(count > 1 for count in Counter(unit for unit, _ in roles).values())

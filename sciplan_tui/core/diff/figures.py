"""Targets and milestones of an edition against the stored ones."""

from __future__ import annotations

from collections import defaultdict

from sciplan_tui.core.diff.difference import Difference, Review, StoredRow, altered, numbered
from sciplan_tui.core.diff.merging import turns
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.rows import figure, milestone_content, target_content
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.plan import Milestone, ParsedPlan, Target

_TARGET = ("comparator", "value", "value_max", "frequency", "deadline", "aspirational", "region")
_MILESTONE = ("kind", "label", "start_on", "end_on", "precision")


def compare_targets(
    stored: StoredPlan, plan: ParsedPlan, base: ParsedPlan | None, outline: Outline, review: Review
) -> None:
    """A figure is known by its task, its indicator and its unit of measure (and its place among several such)."""
    paths = {row["id"]: row["path"] for row in stored.tasks} | {number: path for path, number in outline.ids.items()}
    now = numbered(stored.targets, lambda row: (row["task_id"], row["indicator"], row["unit"]))
    ids_last = {task.path: number for number, task in outline.last.items()}
    last = numbered(base.targets if base else (), lambda t: (ids_last.get(t.path), t.indicator, t.unit))
    new = numbered(plan.targets, lambda t: (outline.ids[t.path], t.indicator, t.unit))
    for (key, said), position in zip(new.items(), _positions(plan.targets), strict=True):
        row = now.pop(key, None)
        if row is None:
            _add_target(said, position, outline, review, told=stored.plan is not None)
        else:
            _merge_target(row, last.get(key), said, position, outline, review)
    for row in now.values():
        told = Difference(
            "target_removed", paths[row["task_id"]], row["indicator"], old=figure(dict(row)), reason="removal"
        )
        review.settle(told, tuple)


def _positions(targets: tuple[Target, ...]) -> list[int]:
    """Each figure's place within its task, from 1."""
    seen: dict[str, int] = defaultdict(int)
    places = []
    for target in targets:
        seen[target.path] += 1
        places.append(seen[target.path])
    return places


def _add_target(said: Target, position: int, outline: Outline, review: Review, *, told: bool) -> None:
    number = outline.ids[said.path]
    row = {"task_id": number, "position": position, "indicator": said.indicator, "unit": said.unit}
    row |= {**target_content(said), "line": said.line, "quote": said.quote}
    if told and number not in outline.new:
        difference = Difference("target_added", said.path, said.indicator, new=figure(row))
        review.settle(difference, lambda: (review.added("target", row),), held=number in outline.held)
    else:
        review.follow(review.added("target", row))


def _merge_target(
    now: StoredRow, last: Target | None, said: Target, position: int, outline: Outline, review: Review
) -> None:
    content = target_content(said)
    held = now["task_id"] in outline.held
    changed = turns(now, target_content(last) if last else None, content, _TARGET)
    # A figure is one fact: its comparator, value and deadline change together or are in conflict together.
    reason = next((turn.reason for turn in changed if turn.reason == "conflict"), None)
    if changed:
        old = figure({**now, **{turn.column: turn.old for turn in changed}})
        new = figure({**now, **{turn.column: turn.new for turn in changed}})
        told = Difference(
            "target_changed", said.path, said.indicator, old, new, figure(dict(now)) if reason else None, reason
        )
        wanted = {turn.column: turn.new for turn in changed}
        review.settle(told, lambda: (altered("target", now, wanted),), held=held)
    place = {"position": position, "line": said.line, "quote": said.quote}
    if reason is None and not held:
        review.follow(altered("target", now, {name: value for name, value in place.items() if value is not None}))


def compare_milestones(
    stored: StoredPlan, plan: ParsedPlan, base: ParsedPlan | None, outline: Outline, review: Review
) -> None:
    """A milestone is known by its key. One that a person added and the document now names is the document's."""
    now = {row["key"]: row for row in stored.milestones}
    last = {milestone.key: milestone for milestone in (base.milestones if base else ())}
    for position, said in enumerate(plan.milestones, start=1):
        row = now.pop(said.key, None)
        task = outline.ids[said.path] if said.path else None
        place: dict[str, object] = {"task_id": task, "position": position, "line": said.line}
        if row is None:
            new = {"plan_id": stored.plan_id, "key": said.key, **place, **milestone_content(said), "origin": "printed"}
            _add_milestone(said, new, review, told=stored.plan is not None)
        else:
            _merge_milestone(row, last.get(said.key), said, place, review)
    for row in now.values():
        if row["origin"] == "printed":
            told = Difference("milestone_removed", None, row["label"], old=row["key"], reason="removal")
            review.settle(told, tuple)


def _add_milestone(said: Milestone, row: dict[str, object], review: Review, *, told: bool) -> None:
    if told:
        difference = Difference("milestone_added", said.path, said.label, new=said.key)
        review.settle(difference, lambda: (review.added("milestone", row),))
    else:
        review.follow(review.added("milestone", row))


def _merge_milestone(
    now: StoredRow, last: Milestone | None, said: Milestone, place: dict[str, object], review: Review
) -> None:
    wanted: dict[str, object] = {
        "origin": "printed",
        **{name: value for name, value in place.items() if value is not None},
    }
    for turn in turns(now, milestone_content(last) if last else None, milestone_content(said), _MILESTONE):
        told = [None if value is None else str(value) for value in (turn.old, turn.new, turn.now)]
        shown = told[2] if turn.reason == "conflict" else None
        review.settle(
            Difference("milestone_changed", said.path, said.label, told[0], told[1], shown, turn.reason), tuple
        )
        if turn.reason is None:
            wanted[turn.column] = turn.new
    review.follow(altered("milestone", now, wanted))

"""The milestones of an edition against the stored ones."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from sciplan_tui.core.diff.difference import Difference, StoredRow, altered, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.merging import turns
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.rows import milestone_content
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Milestone, ParsedPlan

_CONTENT = ("kind", "label", "start_on", "end_on", "precision")


def compare_milestones(
    stored: StoredPlan, plan: ParsedPlan, base: ParsedPlan | None, outline: Outline, gathering: Gathering
) -> None:
    """A milestone is known by its key. One that a person added and the document now names otherwise is a conflict."""
    now = {row["key"]: row for row in stored.milestones}
    last = {milestone.key: milestone for milestone in (base.milestones if base else ())}
    for position, said in enumerate(plan.milestones, start=1):
        row = now.pop(said.key, None)
        if row is None:
            _add(stored, said, last.get(said.key), position, outline, gathering)
        else:
            _merge(row, last.get(said.key), said, position, outline, gathering)
    marks: dict[int, list[StoredRow]] = defaultdict(list)
    for mark in stored.marks:
        marks[mark["milestone_id"]].append(mark)
    for row in now.values():
        if row["origin"] == "printed":
            lost = marks[row["id"]]
            told = Difference("milestone_removed", None, row["label"], row["key"], reason="removal", marks=len(lost))
            changes = (*(removed("mark", mark) for mark in lost), removed("milestone", row))
            said_last = base is None or row["key"] in last
            gathering.tell(_about(told, row["key"]), changes, standing=not said_last)


def _add(
    stored: StoredPlan, said: Milestone, last: Milestone | None, position: int, outline: Outline, gathering: Gathering
) -> None:
    """One that the last edition had is done without by a person: where it says it otherwise now, that is a conflict."""
    task = outline.ids[said.path] if said.path else None
    hangs = outline.hangs.get(task) if task is not None else None
    row: dict[str, Any] = {"plan_id": stored.plan_id, "key": said.key, "task_id": task if hangs is None else None}
    row |= {"position": position, "line": said.line, **milestone_content(said), "origin": "printed"}
    change = gathering.added("milestone", row)
    if stored.plan is None:
        gathering.follow(change)
        return
    standing = last is not None and milestone_content(last) == milestone_content(said)
    told = _about(Difference("milestone_added", said.path, said.label, new=said.key), said.key)
    if last is not None and not standing:
        told = replace(told, now="-", reason="conflict")
    anchor = gathering.tell(told, [change], standing=standing)
    if hangs is not None:
        at_task = Change("milestone", change.id, {"task_id": None}, {"task_id": task})
        gathering.follow(at_task, hangs=anchor, besides=hangs)


def _merge(
    now: StoredRow, last: Milestone | None, said: Milestone, position: int, outline: Outline, gathering: Gathering
) -> None:
    content = milestone_content(said)
    base: dict[str, Any] | None = milestone_content(last) if last else None
    for turn in turns(now, base, content, _CONTENT):
        old, new, kept = (None if value is None else str(value) for value in (turn.old, turn.new, turn.now))
        reason = "conflict" if base is None and now["origin"] == "ruled" else turn.reason
        told = Difference(
            *("milestone_changed", said.path, said.label, old, new, kept if reason == "conflict" else None, reason)
        )
        change = altered("milestone", now, {turn.column: turn.new})
        told = _about(told, f"{said.key} {turn.column}")
        gathering.tell(told, [change], now=kept or "-", standing=turn.standing)
    place = {"position": position, "line": said.line, "origin": "printed"}
    gathering.follow(altered("milestone", now, {name: value for name, value in place.items() if value is not None}))
    task = outline.ids[said.path] if said.path else None
    if task is not None:
        gathering.follow(altered("milestone", now, {"task_id": task}), hangs=outline.hangs.get(task))


def _about(told: Difference, what: str) -> Difference:
    return replace(told, about=f"milestone {what}")

"""Sentences about a task's marks: its state and the day it was noted, and why a light shines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sciplan_tui.core.matrix import MarkCell, MatrixRow
from sciplan_tui.core.progress.status import LATE, NEAR, SETTLED
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix_columns import MarkSlot


def mark_facts(row: MatrixRow, slot: MarkSlot, plan_id: int, today: date | None) -> list[str]:
    """One mark in full: its state and since when, the day it is due and how far off that is, its note."""
    mark = row.marks.get(slot.ids.get(plan_id, -1)) or MarkCell(None)
    state = say(f"word.status.{mark.status}") if mark.status else say("tui.unmarked")
    if mark.on:
        state = say("matrix.state_on", state=state, on=mark.on)
    facts = [state, *_due(mark, mark.due or slot.ends.get(plan_id), today)]
    if mark.note:
        facts.append(say("matrix.note", note=mark.note))
    return [say("tui.mark_at", label=slot.label, state=say("word.facts").join(facts))]


def lights(row: MatrixRow, slots: Iterable[MarkSlot], plan_id: int, today: date | None) -> list[str]:
    """Why each light of a task shines."""
    return [
        say("matrix.lit", label=slot.label, why=why)
        for slot in slots
        if (mark := row.marks.get(slot.ids.get(plan_id, -1))) and mark.light
        for why in _due(mark, mark.due or slot.ends.get(plan_id), today)
    ]


def _due(mark: MarkCell, due: str | None, today: date | None) -> Iterator[str]:
    """The day a mark is due; for a light also how many days it has passed, or has still to come."""
    if due is None:
        return
    days = (date.fromisoformat(due) - today).days if today else None
    if mark.light == LATE and days is not None:
        yield say("matrix.late", days=-days, due=due)
    elif mark.light == NEAR and days is not None:
        yield say("matrix.near", days=days, due=due) if days else say("matrix.near_today")
    elif mark.status not in SETTLED:
        yield say("matrix.due", due=due)

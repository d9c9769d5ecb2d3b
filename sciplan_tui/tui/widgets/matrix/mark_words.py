"""Sentences about a task's marks: its state and the day it was noted, and why a light shines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sciplan_tui.core.matrix import MarkCell, MatrixRow
from sciplan_tui.core.progress.status import LATE, NEAR, SETTLED
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix.columns import MarkSlot

Short = Mapping[str, str] | None
"""None: in full; else without the day that something is due, and by these words for kinds of milestones."""


def mark_fact(row: MatrixRow, slot: MarkSlot, plan_id: int, today: date | None, short: Short = None) -> str:
    """One mark: its state and since when, the day it is due and how far off that is, its note and evidence."""
    if plan_id not in slot.ids:
        return say("tui.mark_at", label=_label(slot, plan_id, short), state=say("matrix.no_such_milestone"))
    mark = row.marks.get(slot.ids[plan_id]) or MarkCell(None)
    state = say(f"word.status.{mark.status}") if mark.status else say("tui.unmarked")
    if mark.on:
        state = say("matrix.state_on", state=state, on=mark.on)
    facts = [state, *_due(mark, mark.due or slot.ends.get(plan_id), today, short)]
    if mark.note:
        facts.append(say("matrix.note", note=mark.note))
    facts += evidence(mark.evidence)
    return say("tui.mark_at", label=_label(slot, plan_id, short), state=say("word.facts").join(facts))


def lights(
    row: MatrixRow, slots: Iterable[MarkSlot], plan_id: int, today: date | None, short: Short = None
) -> list[str]:
    """Why each light of a task shines."""
    return [
        say("matrix.lit", label=_label(slot, plan_id, short), why=why)
        for slot in slots
        if (mark := row.marks.get(slot.ids.get(plan_id, -1))) and mark.light
        for why in _due(mark, mark.due or slot.ends.get(plan_id), today, short)
    ]


def _label(slot: MarkSlot, plan_id: int, short: Short) -> str:
    kind, _, year = slot.key.partition("-")
    return f"{short[kind]}{year[2:4]}" if short and kind in short else slot.called(plan_id)


def _due(mark: MarkCell, due: str | None, today: date | None, short: Short) -> Iterator[str]:
    """The day a mark is due; for a light also how many days it has passed, or has still to come, or only that."""
    if due is None:
        return
    form = "" if short is None else "_short"
    days = (date.fromisoformat(due) - today).days if today else None
    if mark.light == LATE and days is not None:
        yield say(f"matrix.late{form}", days=-days, due=due)
    elif mark.light == NEAR and days is not None:
        yield say(f"matrix.near{form}", days=days, due=due) if days else say("matrix.near_today")
    elif mark.status not in SETTLED:
        yield say("matrix.due", due=due)

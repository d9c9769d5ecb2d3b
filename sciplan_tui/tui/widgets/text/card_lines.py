"""A task on the board of a milestone, in a line and in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from sciplan_tui.core.progress.board import Card
from sciplan_tui.core.progress.facts import UNMARKED, Progress, days_until
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined
from sciplan_tui.tui.widgets.text.standing_text import several, state_name, state_sign, unit_names
from sciplan_tui.tui.widgets.text.task_text import DIM


def card_pieces(card: Card, *, chosen: bool, in_late: bool) -> Pieces:
    """A task under its state: whether it is selected, its light (among the late, its state), path and title."""
    sign, ink = (state_sign(card.state), card.state) if in_late else (state_sign(card.light) if card.light else "", "")
    title = narrow(f"{card.task.path} {card.task.title}")
    ink = ("none" if card.state == UNMARKED else ink) if in_late else (card.light or "text")
    return [("* " if chosen else "", "chosen"), (fit(sign, 3) if sign else "", ink), (title, "text")]


def card_detail(card: Card, progress: Progress, width: int) -> Content:
    """The task in full, its leads, and why it stands where it stands."""
    plan = next(plan for plan in progress.plans if plan.plan_id == card.task.plan_id)
    title = [(f"{card.task.path} {card.task.title}", "bold")] + ([(f"  {plan.key}", DIM)] if several(progress) else [])
    lines = [hang([], [title], width)]
    lines += [hang([], [[(fact, "")] for fact in _standing(card, progress.today)], width, between="   ")]
    leads = say("board.leads", names=unit_names(progress, card.task.led_by, short=False))
    lines.append(hang([], [[(leads, "")]], width))
    if card.mark:
        noted = [say("board.note", note=card.mark.note)] if card.mark.note else []
        noted += evidence(card.mark.evidence)
        lines += [hang([], [[(one, "")] for one in noted], width)] if noted else []
    return joined(lines)


def _standing(card: Card, today: date) -> Iterator[str]:
    yield narrow(card.milestone.label)
    yield say("board.state", state=state_name(card.state))
    if card.mark and card.mark.on:
        yield say("board.since", day=card.mark.on)
    if card.light and card.due:
        yield say(f"board.why.{card.light}", due=card.due, days=abs(days_until(card.due, today)))

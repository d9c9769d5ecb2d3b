"""What is late, blocked or nearly due at a milestone, unit by unit: whoever has most of it first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.rules import in_workbook
from sciplan_tui.core.plan import Role, Status
from sciplan_tui.core.progress.board import Card
from sciplan_tui.core.progress.facts import UNMARKED, Mark
from sciplan_tui.core.progress.led_by import behind, lead_name, lead_terms
from sciplan_tui.core.progress.status import LATE, NEAR
from sciplan_tui.core.sentence.evidence import evidence_sent
from sciplan_tui.core.sheet import Code, Column, Names, Sheet, Value
from sciplan_tui.locale import say

_KEYS = ("unit", "path", "title", "state", "on", "note", "responsible", "line", "query")
_WORDS = {"unit": "leading", "responsible": "responsible_units"}


def late(part: PackPart) -> Sheet:
    """Under each lead, a heading with how much it is, its tasks; a task of two leads stands under both. What nobody
    leads stands last, with all who are responsible for it."""
    rows: list[tuple[Value, ...]] = []
    headings: set[int] = set()
    for unit, cards in _by_lead(part):
        headings.add(len(rows))
        rows.append(_heading(part, unit, cards))
        rows.extend(_row(part, unit, card) for card in cards)
    columns = tuple(Column(key, word=_WORDS.get(key, key)) for key in _KEYS)
    return Sheet("late", columns, tuple(rows), frozenset(headings), _notes(part))


def presses(card: Card) -> bool:
    """Whether a task is to be listed: its day is past or near, or it cannot go on."""
    return card.light is not None or card.state == Status.BLOCKED


def _by_lead(part: PackPart) -> list[tuple[int | None, list[Card]]]:
    found: defaultdict[int | None, list[Card]] = defaultdict(list)
    for card in filter(presses, part.board.cards):
        for unit in card.task.led_by:
            found[unit].append(card)
    places = {unit: place for place, unit in enumerate(part.units)}
    return sorted(found.items(), key=lambda some: (behind(some[0]), -len(some[1]), places.get(some[0] or 0, 0)))


def _heading(part: PackPart, unit: int | None, cards: Sequence[Card]) -> tuple[Value, ...]:
    """The unit, how much it is, and the query that finds it."""
    query = part.asking(lead_terms(unit, part.name(unit) if unit else ""), _listed(part))
    told = dict.fromkeys(_KEYS)
    return _cells(told | {"unit": _name(part, unit), "title": _told(part, cards), "query": query})


def _told(part: PackPart, cards: Sequence[Card]) -> str:
    """`迟 3，其中受阻 1`, or `受阻 1` where nothing is late as yet."""
    blocked = sum(card.state == Status.BLOCKED for card in cards)
    lit = [card for card in cards if card.light is not None]
    if not lit:
        return say("pack.late.blocked", count=blocked)
    light = say(f"word.status.{LATE if any(card.light == LATE for card in lit) else NEAR}")
    return say("pack.late.lit" if not blocked else "pack.late.of_them", light=light, count=len(lit), blocked=blocked)


def _listed(part: PackPart) -> str:
    """What is listed at all: all that is open once the day presses, before that what is blocked."""
    if part.of_tasks:
        return part.at(LATE, NEAR, str(Status.BLOCKED))
    lit = any(card.light is not None for card in part.board.cards)
    return part.owed if lit else part.at(str(Status.BLOCKED))


def _row(part: PackPart, unit: int | None, card: Card) -> tuple[Value, ...]:
    mark = card.mark
    told: dict[str, Value] = {
        **dict.fromkeys(_KEYS),
        "unit": _name(part, unit),
        "path": card.task.path,
        "title": card.task.title,
        "state": state_name(card.state),
        "on": mark.on if mark else None,
        "note": _noted(mark) if mark else None,
        "responsible": None if card.task.leads else _others(part, card),
        "line": next((one.line for one in part.statement_of(card.task.task_id)), None),
    }
    return _cells(told)


def state_name(state: str) -> Code:
    """A state of the board as a word."""
    return Code("head", UNMARKED) if state == UNMARKED else Code("status", state)


def _noted(mark: Mark) -> str | None:
    """The note, and beneath it where the proof lies."""
    return "\n".join([*filter(None, [mark.note]), *evidence_sent(mark.evidence)]) or None


def _others(part: PackPart, card: Card) -> Names | None:
    """All who are named for a task that nobody leads."""
    found = part.statement_of(card.task.task_id)
    names = dict.fromkeys(part.name(one.unit_id) for one in found if one.role is not Role.LEAD)
    return Names(tuple(names)) if names else None


def _name(part: PackPart, unit: int | None) -> str:
    return lead_name(part.overview.progress, unit)


def _cells(told: dict[str, Value]) -> tuple[Value, ...]:
    return tuple(told[key] for key in _KEYS)


def _notes(part: PackPart) -> tuple[tuple[str, str], ...]:
    """What is listed, by when it is due, and how the counts of a heading are found."""
    told = {"due": part.due, "days": abs(part.days or 0)}
    if part.days is None:
        which = "own_days" if part.of_tasks else "no_day"
    else:
        which = "past" if part.past else "near" if any(card.light for card in part.board.cards) else "ahead"
    return (say("pack.note.listed"), say(f"pack.listed.{which}", **told)), in_workbook(part, "late")

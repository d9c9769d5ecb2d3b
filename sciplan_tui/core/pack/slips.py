"""Slips: one for each unit with something open at a milestone, what it still owes, and room to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sciplan_tui.core.pack.late import state_name
from sciplan_tui.core.pack.part import PackPart, of_unit
from sciplan_tui.core.plan import Role
from sciplan_tui.core.progress.board import Card
from sciplan_tui.core.sheet import Code, Column, Sheet, Value

_ROLES = tuple(Role)
_COLUMNS = tuple(
    Column(key) for key in ("unit", "role", "through", "path", "title", "deadline", "state", "light", "line", "answer")
)


class Owed(NamedTuple):
    """A task that a unit owes: in which role, said at which line; `through`: the collective that is named, if not the
    unit itself."""

    card: Card
    role: Role
    line: int | None
    through: int | None


class Slip(NamedTuple):
    """What one unit owes: first what it leads. `queries`: by whom it is held (the unit, collectives) how much, and the
    query that finds it."""

    unit: int
    name: str
    owed: tuple[Owed, ...]
    queries: tuple[tuple[str, int, str], ...]


def slips(part: PackPart) -> tuple[Slip, ...]:
    """In protocol order. A collective whose members are known has none of its own: its tasks stand on theirs."""
    held = _held(part)
    with_members = {whole for wholes in part.collectives_of.values() for whole in wholes}
    wanted = (unit for unit in (*part.units, *_members(part)) if unit not in with_members)
    return tuple(slip for unit in wanted if (slip := _slip(part, unit, held)).owed)


def slip_sheet(part: PackPart, of: Sequence[Slip]) -> Sheet:
    """A row for each task that a unit owes."""
    rows = (row for slip in of for row in _rows(part, slip))
    return Sheet("slips", _COLUMNS, tuple(rows))


Held = dict[int, list[tuple[Card, Role, int | None]]]


def _held(part: PackPart) -> Held:
    """By unit its open tasks, each once, in the role that goes first."""
    held: dict[int, dict[int, tuple[Card, Role, int | None]]] = {}
    for card in part.open_cards:
        for one in sorted(part.statement_of(card.task.task_id), key=lambda one: _ROLES.index(one.role)):
            held.setdefault(one.unit_id, {}).setdefault(card.task.task_id, (card, one.role, one.line))
    return {unit: list(some.values()) for unit, some in held.items()}


def _members(part: PackPart) -> Iterator[int]:
    """Units that the plan does not name, but that stand behind a collective which it names."""
    known = set(part.units)
    return (unit for unit, wholes in part.collectives_of.items() if unit not in known and wholes & known)


def _slip(part: PackPart, unit: int, held: Held) -> Slip:
    owed: list[Owed] = []
    queries: list[tuple[str, int, str]] = []
    for holder in (unit, *sorted(part.collectives_of.get(unit, ()))):
        some = held.get(holder, [])
        through = holder if holder != unit else None
        owed.extend(Owed(*one, through) for one in some)
        if some:
            name = part.name(holder)
            queries.append((name, len(some), part.asking(of_unit("unit", name), part.owed)))
    owed.sort(key=lambda one: _ROLES.index(one.role))
    return Slip(unit, part.name(unit), tuple(owed), tuple(queries))


def _rows(part: PackPart, slip: Slip) -> Iterator[tuple[Value, ...]]:
    for one in slip.owed:
        card = one.card
        through = part.name(one.through) if one.through is not None else None
        light = Code("status", card.light) if card.light else None
        yield (
            slip.name, Code("role", one.role), through, card.task.path, card.task.title, card.task.deadline,
            state_name(card.state), light, one.line, None,
        )  # fmt: skip

"""Conditions of SQL as values: a piece of text with its parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from sciplan_tui.core.kinds import CLASSES

Value = TypeVar("Value")
MOST = 400
"""Values asked for at once: twice as many, and a few more, are fewer than the 999 of SQLite before 3.32."""

_CLASSES = " ".join(f"WHEN '{name}' THEN {rank}" for rank, name in enumerate(CLASSES))
PROTOCOL_ORDER = f"CASE unit.class {_CLASSES} END, unit.position, unit.id"
"""The units of a plan by class in protocol order, and within one as they came."""


class Condition(NamedTuple):
    """A condition on a row of `task`, with the values of its question marks."""

    sql: str
    values: tuple[str | int, ...] = ()


NEVER = Condition("1 = 0")


def gaps(values: Sequence[object]) -> str:
    """A question mark for each value, as `IN (…)` wants them."""
    return ", ".join("?" * len(values))


def portions(values: Sequence[Value]) -> Iterator[tuple[Value, ...]]:
    """The values in order, no more of them at a time than a statement takes."""
    return (tuple(values[start : start + MOST]) for start in range(0, len(values), MOST))


def one_of(column: str, values: Sequence[str | int]) -> Condition:
    """The column has one of these values."""
    return Condition(f"{column} IN ({gaps(values)})", tuple(values)) if values else NEVER

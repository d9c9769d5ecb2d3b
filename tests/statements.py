"""Statements in memory: by the node at which one stands, the units in it with their roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sciplan_tui.core.plan import Role
from sciplan_tui.core.progress.counting import Shares

Statements = Mapping[int, Sequence[tuple[int, str]]]


def leads_at(statements: Statements, node: int | None) -> tuple[int, ...]:
    """Who leads by the statement of a node."""
    return tuple(unit for unit, role in statements.get(node or 0, ()) if role == Role.LEAD)


def shares_of(statements: Statements) -> Shares:
    """What shares tasks out among those who hold them by these."""

    def shares(tasks: Mapping[int, int]) -> Counter[int | None]:
        found = Counter[int | None]()
        for node, count in tasks.items():
            found.update(dict.fromkeys((unit for unit, _ in statements.get(node, ((None, ""),))), count))
        return found

    return shares

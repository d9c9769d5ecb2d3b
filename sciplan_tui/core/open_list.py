"""Which of a task's lists of units is open: the one behind whose last name 等 is printed."""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.plan import Assignment, Role
from sciplan_tui.core.task_detail import HeldUnit

_OPEN = "等"


Held = Assignment | HeldUnit


def open_roles(held: Iterable[Held], open_list: bool) -> frozenset[Role]:
    """The roles whose list is open, for a task that has an open list; where the sentence does not tell, the last."""
    lasts: dict[Role, Held] = {}
    for unit in held if open_list else ():
        if unit.role not in lasts or unit.order >= lasts[unit.role].order:
            lasts[unit.role] = unit
    told = frozenset(role for role, unit in lasts.items() if _open_behind(unit))
    return told or frozenset([role for role in Role if role in lasts][-1:])


def _open_behind(unit: Held) -> bool:
    quote, printed = ("".join(text.split()) for text in (unit.quote or "", unit.printed))
    return bool(printed) and printed + _OPEN in quote

"""Which of a task's lists of units is open: the one behind whose last name 等 is printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sciplan_tui.core.plan import Assignment, Role

if TYPE_CHECKING:
    from sciplan_tui.core.detail.task import HeldUnit

_OPEN = "等"


def open_roles(held: Iterable[Assignment | HeldUnit], open_list: bool) -> frozenset[Role]:
    """The roles whose list is open, for a task that has an open list; where the sentence does not tell, the last."""
    lasts: dict[Role, Assignment | HeldUnit] = {}
    for unit in held if open_list else ():
        if unit.role not in lasts or unit.order >= lasts[unit.role].order:
            lasts[unit.role] = unit
    told = frozenset(role for role, unit in lasts.items() if _open_behind(unit))
    return told or frozenset([role for role in Role if role in lasts][-1:])


def _open_behind(unit: Assignment | HeldUnit) -> bool:
    quote, printed = ("".join(text.split()) for text in (unit.quote or "", unit.printed))
    return bool(printed) and printed + _OPEN in quote

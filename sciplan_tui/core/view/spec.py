"""What a person asks to see: the one value that decides what a view shows, the same for screen and exports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RowOrder(StrEnum):
    """How tasks follow each other: as the plan's outline, or as a plain list by lead, by state, or by date."""

    PATH = "path"
    LEAD = "lead"
    STATUS = "status"
    DATE = "date"


class ColumnOrder(StrEnum):
    """How units follow each other: in protocol order, or those first that hold most."""

    PROTOCOL = "protocol"
    LOAD = "load"


class Density(StrEnum):
    """How wide a unit's column is: two cells under an upright name, the short name written out, or no columns at all,
    each task's units named in one line."""

    UPRIGHT = "upright"
    SHORT = "short"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """Everything that decides what a view shows; replaced whole, never altered. `plan` None: all plans.

    `unfolded`: the collective units whose members have columns of their own. `folded`: the tasks below which nothing is
    shown (in the order of the outline only).
    """

    plan: str | None = None
    query: str = ""
    hide_empty: bool = True
    unfolded: frozenset[int] = frozenset()
    folded: frozenset[int] = frozenset()
    rows: RowOrder = RowOrder.PATH
    columns: ColumnOrder = ColumnOrder.PROTOCOL
    density: Density = Density.UPRIGHT

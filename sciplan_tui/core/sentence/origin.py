"""Where an assignment comes from, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.core.kinds import Origin
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.detail.task import HeldUnit
    from sciplan_tui.core.matrix import Cell


def origin_notes(cell: Cell | HeldUnit) -> list[str]:
    """What tells a ruling (by which document, and when) and a proposal from what is printed."""
    if cell.origin is Origin.PRINTED:
        return []
    by = say("tui.ruled_by", by=cell.ruled_by) if cell.ruled_by else say(f"tui.{cell.origin}")
    return [by, cell.ruled_on] if cell.ruled_on else [by]

"""A name or a member with the days between which it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.unit.record import Member, PrintedName


def dated(name: PrintedName | Member) -> str:
    """The name, and its first and its last day as far as they are known."""
    if name.since is None and name.until is None:
        return name.name
    ends = "" if name.since and name.until else "_since" if name.since else "_until"
    return say(f"registry.dated{ends}", name=name.name, since=name.since, until=name.until)

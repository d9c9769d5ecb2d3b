"""The units of a task as they are read: a body once in each role, whatever names the plan prints for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sciplan_tui.core.detail.task import HeldUnit
from sciplan_tui.locale import listed


def each_once(units: Iterable[HeldUnit]) -> tuple[HeldUnit, ...]:
    """One for the duties that a body holds in one role on the same ground; its printed names stand together."""
    found: dict[object, HeldUnit] = {}
    printed: dict[object, dict[str, None]] = {}
    for unit in units:
        same = (unit.unit_id, unit.role, unit.origin, unit.ruled_by, unit.ruled_on)
        found.setdefault(same, unit)
        printed.setdefault(same, {})[unit.printed] = None
    return tuple(replace(unit, printed=listed(printed[same])) for same, unit in found.items())

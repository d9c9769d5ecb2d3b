"""Which changes of the journal touch a unit: its registry entry, its duties, and the marks, figures, reported values
and wording of the tasks at which it holds them.

The journal is read backwards. A change that removes a row tells all of it, so what a removed row said before is known
when its earlier changes come: the sets of rows grow on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sciplan_tui.core.journal import Change

_TELLING: Mapping[str, frozenset[str]] = {
    "assignment": frozenset({"task_id", "unit_id", "role", "origin", "ruled_by"}),
    "task": frozenset({"path", "title", "kind", "deadline", "text", "parent_id"}),
    "target": frozenset(
        {"task_id", "indicator", "comparator", "value", "value_max", "unit", "frequency", "deadline", "region"}
    ),
    "unit": frozenset({"name", "short", "class", "collective", "function", "contact"}),
}
"""Columns whose alteration matters; that a line moved in the source, say, does not."""
_PARTIES = {"succession": ("from_id", "to_id"), "membership": ("collective_id", "member_id")}
AT_UNIT = 0
"""Stands for a change of the unit itself, at no task."""


@dataclass(slots=True)
class Concerned:
    """The rows that concern a unit: `units` are those whose duties it holds, `tasks` where it holds or inherits some,
    the others by their task."""

    units: frozenset[int]
    tasks: frozenset[int]
    assignments: dict[int, int] = field(default_factory=dict)
    marks: dict[int, int] = field(default_factory=dict)
    targets: dict[int, int] = field(default_factory=dict)
    reports: dict[int, int] = field(default_factory=dict)

    def task_of(self, change: Change) -> int | None:
        """The task at which a change touches the unit, AT_UNIT, or None; asked from the last change backwards."""
        if change.table == "unit":
            return AT_UNIT if change.id in self.units and _tells(change) else None
        if change.table in _PARTIES:
            return self._of_parties(change)
        if change.table == "task":
            return change.id if change.id in self.tasks and change.old and _tells(change) else None
        if change.table == "assignment":
            return self._of_assignment(change)
        if change.table == "reported":
            return self._of_report(change)
        rows = self.marks if change.table == "mark" else self.targets if change.table == "target" else {}
        if change.old and change.old.get("task_id") in self.tasks:
            rows[change.id] = change.old["task_id"]
        return rows[change.id] if change.id in rows and _tells(change) else None

    def _of_assignment(self, change: Change) -> int | None:
        """A duty that it holds, held, or was to give away."""
        if change.old and change.old.get("unit_id") in self.units and "task_id" in change.old:
            self.assignments[change.id] = change.old["task_id"]
        met = change.id in self.assignments or _unit(change.old) in self.units or _unit(change.new) in self.units
        return self.assignments.get(change.id, AT_UNIT) if met and _tells(change) else None

    def _of_report(self, change: Change) -> int | None:
        """A value that is or was reported for one of the figures."""
        if change.old and change.old.get("target_id") in self.targets:
            self.reports[change.id] = self.targets[change.old["target_id"]]
        return self.reports.get(change.id)

    def _of_parties(self, change: Change) -> int | None:
        row = change.new or change.old or {}
        return AT_UNIT if any(row.get(name) in self.units for name in _PARTIES[change.table]) else None


def _unit(row: Mapping[str, Any] | None) -> Any:
    return row.get("unit_id") if row else None


def _tells(change: Change) -> bool:
    """Whether a row came, went, or altered in what matters."""
    telling = _TELLING.get(change.table)
    return change.old is None or change.new is None or telling is None or not telling.isdisjoint(change.new)

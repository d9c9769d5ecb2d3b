"""Changes carried out on plain rows, and joined so that each row has one change: what a journal entry needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from sciplan_tui.core.diff.difference import StoredRow
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.journal import Change

_FIELDS = {
    "task": "tasks",
    "unit": "units",
    "assignment": "assignments",
    "target": "targets",
    "milestone": "milestones",
    "mark": "marks",
    "succession": "successions",
    "reported": "reports",
}
"""Where a plan keeps the rows of each table."""


def applied(stored: StoredPlan, changes: Iterable[Change]) -> StoredPlan:
    """The plan with these changes made; rows that are new stand behind the others."""
    tables: dict[str, dict[int, StoredRow]] = {
        table: {row["id"]: row for row in getattr(stored, name)} for table, name in _FIELDS.items()
    }
    plan = {} if stored.plan is None else {stored.plan_id: stored.plan}
    for change in changes:
        _apply(change, plan if change.table == "plan" else tables.setdefault(change.table, {}))
    found: dict[str, Any] = {name: tuple(tables[table].values()) for table, name in _FIELDS.items()}
    assert found.keys() <= {one.name for one in fields(stored)}
    return replace(stored, plan=plan.get(stored.plan_id), **found)


def _apply(change: Change, rows: dict[int, StoredRow]) -> None:
    if change.new is None:
        rows.pop(change.id, None)
    else:
        rows[change.id] = {"id": change.id, **rows.get(change.id, {}), **change.new}


def composed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same changes with those of one row made into one, in the order in which the rows first come."""
    found: dict[tuple[str, int], Change] = {}
    for change in changes:
        key = change.table, change.id
        before = found.get(key)
        found[key] = change if before is None else _joined(before, change)
    return tuple(change for change in found.values() if change.old != change.new)


def _joined(first: Change, then: Change) -> Change:
    """Two changes of one row, one after the other. A row that comes and goes is no change: both its sides are None."""
    old = None if first.old is None else {**(then.old or {}), **first.old}
    if then.new is None or first.new is None:
        return Change(then.table, then.id, old, then.new)
    new = {**first.new, **then.new}
    if old is not None:
        same = {name for name in new if old[name] == new[name]}
        old = {name: value for name, value in old.items() if name not in same}
        new = {name: value for name, value in new.items() if name not in same}
    return Change(then.table, then.id, old, new)
